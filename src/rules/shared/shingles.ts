import ngrams from 'natural/lib/natural/ngrams/index.js';
import { fold } from '../../text/fold.js';

/** A text as its words, for telling near-duplicates apart. */
export class Fingerprinted {
  /** Its numbers in order: `06 cuộc` and `07 cuộc` are different statements. */
  readonly numbers: string;
  #shingles: ReadonlySet<string> | undefined;

  constructor(readonly words: readonly string[]) {
    this.numbers = words.filter((word) => /\d/.test(word)).join(' ');
  }

  /** Pairs of neighbouring words; many texts are never compared, and need none. */
  get shingles(): ReadonlySet<string> {
    this.#shingles ??= new Set(ngrams.NGrams.bigrams([...this.words]).map((pair) => pair.join(' ')));
    return this.#shingles;
  }
}

/** The words of a folded text; what is set aside (the agency's name, the year) is left out. */
export function fingerprinted(folded: string, setAside: readonly string[]): Fingerprinted {
  let said = folded;
  for (const phrase of setAside.map(fold)) if (phrase !== '') said = said.replaceAll(phrase, ' ');
  return new Fingerprinted(
    said.replace(/(?<![a-z0-9])(?:trong\s+)?nam\s+(?:19|20)\d\d(?![\d/])/g, ' ').match(/[a-z0-9]+/g) ?? [],
  );
}

/** Share of pairs of neighbouring words that both texts hold, 0 to 1, of the longer one; 0 where their numbers differ. */
export function similarity(left: Fingerprinted, right: Fingerprinted): number {
  if (left.numbers !== right.numbers) return 0;
  const longer = Math.max(left.shingles.size, right.shingles.size);
  if (longer === 0) return 0;
  let shared = 0;
  for (const shingle of left.shingles) if (right.shingles.has(shingle)) shared += 1;
  return shared / longer;
}
