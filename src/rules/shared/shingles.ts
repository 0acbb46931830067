import ngrams from 'natural/lib/natural/ngrams/index.js';
import { fold } from '../../text/fold.js';

/** A text as its words, for telling near-duplicates apart. */
export interface Fingerprinted {
  readonly words: readonly string[];
  readonly shingles: ReadonlySet<string>;
  /** Its numbers in order: `06 cuộc` and `07 cuộc` are different statements. */
  readonly numbers: string;
}

/** Words without case and diacritics; what is set aside (the agency's name, the year) is left out. */
export function fingerprinted(text: string, setAside: readonly string[]): Fingerprinted {
  let folded = fold(text);
  for (const phrase of setAside.map(fold)) if (phrase !== '') folded = folded.replaceAll(phrase, ' ');
  const words =
    folded.replace(/(?<![a-z0-9])(?:trong\s+)?nam\s+(?:19|20)\d\d(?![\d/])/g, ' ').match(/[a-z0-9]+/g) ?? [];
  const shingles = new Set(ngrams.NGrams.bigrams(words).map((pair) => pair.join(' ')));
  return { words, shingles, numbers: words.filter((word) => /\d/.test(word)).join(' ') };
}

/** Share of pairs of neighbouring words that both texts hold, 0 to 1, of the longer one; 0 where their numbers differ. */
export function similarity(left: Fingerprinted, right: Fingerprinted): number {
  const longer = Math.max(left.shingles.size, right.shingles.size);
  if (longer === 0 || left.numbers !== right.numbers) return 0;
  let shared = 0;
  for (const shingle of left.shingles) if (right.shingles.has(shingle)) shared += 1;
  return shared / longer;
}
