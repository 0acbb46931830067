import { type DocumentText, pageOf } from '../../model/document-text.js';
import type { Citation, ReportFacts } from '../../model/facts.js';
import type { Subject } from '../../model/rule.js';
import { subjectKey } from '../fingerprint.js';

/** The number of the document meant: printed, or the one that a short mention refers to; null for one cited by name. */
export function fullOf(citation: Citation): string | null {
  if (citation.kind === 'short') return citation.refersTo?.full ?? null;
  return citation.kind === 'numbered' ? citation.full : null;
}

/** A document cited by name has no number: its words stand for it. */
export function citationSubject(citation: Citation): Subject {
  return `citation:${fullOf(citation) ?? citation.text}`;
}

/** Identity of a number within a report, however OCR has spelt it. */
export function numberKey(full: string): string {
  return subjectKey(`citation:${full}`);
}

/** The year inside the number, else that of the printed date. */
export function yearOf(citation: Citation): string | null {
  return citation.year ?? citation.date?.slice(0, 4) ?? null;
}

/**
 * Identity of documents: number, symbol and year, for next year's register begins anew. A mention without a date means the
 * document of that number that is dated elsewhere, unless there are several.
 */
export function documentKeys(citations: readonly Citation[]): (citation: Citation) => string {
  const numberOf = (citation: Citation) => numberKey(fullOf(citation) ?? citation.text);
  const toldYear = (citation: Citation) => yearOf(citation) ?? citation.refersTo?.date?.slice(0, 4) ?? null;
  const years = new Map(
    [...groupBy(citations, numberOf)].map(([number, mentions]) => [
      number,
      new Set(mentions.flatMap((citation) => toldYear(citation) ?? [])),
    ]),
  );
  return (citation) => {
    const number = numberOf(citation);
    const [only = '', another] = years.get(number) ?? [];
    return `${number} ${toldYear(citation) ?? (another === undefined ? only : '')}`;
  };
}

/** The mentions of each numbered document of a report, in the report's order; short mentions stand with their document. */
export function mentionsByNumber({ citations }: Pick<ReportFacts, 'citations'>): ReadonlyMap<string, Citation[]> {
  return groupBy(
    citations.filter((citation) => fullOf(citation) !== null),
    (citation) => numberKey(fullOf(citation) ?? ''),
  );
}

/** The page on which a citation starts, for a message. */
export function pagePrinted(text: DocumentText, citation: Citation): string {
  return String(pageOf(text, citation.span));
}

/** Items by key, keys and items in the order in which they come. */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The lowest confidence of citations that a finding rests on. */
export function confidenceIn(citations: readonly Citation[]): number {
  return Math.min(1, ...citations.map(({ confidence }) => confidence));
}
