import { type Paragraph, type Span, textOf } from '../../../model/document-text.js';
import type { Citation, ReportFacts } from '../../../model/facts.js';
import type { RuleContext } from '../../../model/rule.js';
import { fold } from '../../../text/fold.js';
import { selfNames } from './selfNames.js';

/** What is left of a paragraph when all that agencies share by right is set aside. */
export interface SubstancePiece {
  readonly span: Span;
  /** Folded words parted by spaces. */
  readonly words: string;
}

/** Shorter pieces are list items and remarks that say nothing of their own. */
const fewestWords = 6;

/** Words between quotation marks, as laws are quoted. */
const quoted = /“[^“”]{20,}”|"[^"]{20,}"|«[^«»]{20,}»/g;

/**
 * The paragraphs of a criterion's sections as they are compared with other agencies': headings, points, statements of
 * absence, citations of documents that are not the agency's own, titles of documents, quoted words and the agency's own
 * names are set aside.
 */
export function substanceOf(sections: readonly Span[], context: RuleContext): readonly SubstancePiece[] {
  const { facts } = context;
  const headings = facts.sections.map(({ heading }) => heading);
  const names = selfNames(facts.identity, context.pipeline.vocabulary.round);
  return facts.text.paragraphs
    .filter((one) => one.kind === 'body' && startsIn(one, sections) && !startsIn(one, headings))
    .flatMap((paragraph): SubstancePiece[] => {
      const scores = facts.scores.filter(({ span }) => startsIn(span, [paragraph]));
      const span = { start: paragraph.start, end: Math.min(paragraph.end, ...scores.map((score) => score.span.start)) };
      const words = wordsOf(blanked(span, setAsideIn(paragraph, facts), facts), names);
      return words.length < fewestWords ? [] : [{ span, words: words.join(' ') }];
    });
}

function startsIn(span: Span, areas: readonly Span[]): boolean {
  return areas.some((area) => area.start <= span.start && span.start < area.end);
}

function setAsideIn(paragraph: Paragraph, facts: ReportFacts): readonly Span[] {
  const citations = facts.citations.filter(({ span }) => startsIn(span, [paragraph]));
  const others = citations.filter(isSuperiors).map(({ span }) => span);
  const titles = citations.flatMap(({ title, span }) => {
    const start = title === null ? -1 : facts.text.text.indexOf(title, span.end);
    return title === null || start < 0 || start >= paragraph.end ? [] : [{ start, end: start + title.length }];
  });
  const absences = facts.absences.map(({ span }) => span).filter((span) => startsIn(span, [paragraph]));
  const quotations = [...textOf(facts.text, paragraph).matchAll(quoted)].map(({ index, 0: words }) => ({
    start: paragraph.start + index,
    end: paragraph.start + index + words.length,
  }));
  return [...others, ...titles, ...absences, ...quotations];
}

/**
 * A document that names another issuer is nobody's own words. A number of another agency without one stays: it may be left
 * over from the text that was copied, and under a symbol that levels share (`KH-UBND`) nobody can tell whose it is.
 */
function isSuperiors({ provenance, issuer }: Citation): boolean {
  return provenance === 'law' || provenance === 'party' || (provenance !== 'own' && issuer !== null);
}

function blanked(span: Span, setAside: readonly Span[], { text }: ReportFacts): string {
  let left = textOf(text, span);
  for (const { start, end } of setAside) {
    const [from, to] = [Math.max(0, start - span.start), Math.max(0, end - span.start)];
    left = `${left.slice(0, from)}${' '.repeat(left.slice(from, to).length)}${left.slice(to)}`;
  }
  return left;
}

/** Numbers as one word without leading zeros: `06` is `6`, `1.156` is `1156`. */
function wordsOf(text: string, names: RegExp): readonly string[] {
  const words =
    fold(text)
      .replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, '')
      .replace(names, ' ')
      .match(/[a-z0-9]+/g) ?? [];
  return words.map((word) => word.replace(/^0+(?=\d)/, ''));
}
