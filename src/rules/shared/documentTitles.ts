import { alternatives } from '../../extraction/alternatives.js';
import type { Citation } from '../../model/facts.js';
import type { EvidenceVocabulary } from '../../model/vocabulary/evidence.js';
import { fold } from '../../text/fold.js';

interface Patterns {
  readonly hollow: RegExp;
  readonly abbreviation: RegExp;
  readonly meaning: (short: string) => string;
}

const compiled = new WeakMap<EvidenceVocabulary['titles'], Patterns>();

/**
 * Two titles given to one document, neither of which is the other cut short; null where all agree. Short forms are
 * written out first (`PCTN`), and words that name no subject (`về việc`, `công tác`) left out.
 */
export function differingTitles(
  mentions: readonly Citation[],
  titles: EvidenceVocabulary['titles'],
): readonly [Citation, Citation] | null {
  const patterns = patternsOf(titles);
  const told = mentions.flatMap((citation) => {
    const words = citation.title === null ? new Set<string>() : wordsOf(citation.title, patterns);
    return words.size < 2 ? [] : [{ citation, words }];
  });
  for (const [index, left] of told.entries()) {
    const right = told
      .slice(index + 1)
      .find(({ words }) => !isWithin(left.words, words) && !isWithin(words, left.words));
    if (right !== undefined) return [left.citation, right.citation];
  }
  return null;
}

/**
 * A cited title beside the one that a document bears: one may be the other cut short, and a word of five misread.
 * `unclear` where they share much but not enough, or one says too little.
 */
export function compareTitles(
  cited: string | null,
  borne: string | null,
  titles: EvidenceVocabulary['titles'],
): 'same' | 'different' | 'unclear' {
  const patterns = patternsOf(titles);
  const [left, right] = [wordsOf(cited ?? '', patterns), wordsOf(borne ?? '', patterns)];
  if (left.size < 2 || right.size < 2) return 'unclear';
  if (isWithin(left, right) || isWithin(right, left)) return 'same';
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared * 2 < Math.min(left.size, right.size) ? 'different' : 'unclear';
}

function wordsOf(title: string, { hollow, abbreviation, meaning }: Patterns): ReadonlySet<string> {
  const written = fold(title).replace(abbreviation, meaning).replace(hollow, ' ');
  return new Set(written.match(/[a-z0-9]+/g) ?? []);
}

/** One word of five may be misread or left out. */
function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  const missing = [...inner].filter((word) => !outer.has(word)).length;
  return missing * 5 <= inner.size;
}

function patternsOf(titles: EvidenceVocabulary['titles']): Patterns {
  const known = compiled.get(titles);
  if (known !== undefined) return known;
  const meanings = new Map(Object.entries(titles.abbreviations).map(([short, long]) => [fold(short), fold(long)]));
  const made: Patterns = {
    hollow: new RegExp(alternatives(titles.hollow), 'g'),
    abbreviation: new RegExp(alternatives([...meanings.keys()]), 'g'),
    meaning: (short) => meanings.get(short) ?? short,
  };
  compiled.set(titles, made);
  return made;
}
