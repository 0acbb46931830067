import { Buckets } from './Buckets.js';
import { HashCounts } from './HashCounts.js';
import { bandKeys } from './minHash.js';
import { countShared, tripleHashes } from './tripleHashes.js';
import { Uint32List } from './Uint32List.js';

/** Two texts of different owners that say the same, by the numbers that `LikenessIndex.add` gave them. */
export interface Match {
  readonly left: number;
  readonly right: number;
  /** Weight of the numbers and dates that both hold: small numbers and days agree by chance. */
  readonly facts: number;
}

export interface LikenessOptions {
  /** Share of the shorter text's triples that must be shared, 0 to 1. */
  readonly similarity: number;
  /** Wording that more owners than this share is nobody's own. */
  readonly mostOwners: number;
}

/**
 * Near-duplicates among the texts of many owners: MinHash with locality-sensitive hashing proposes pairs, shared triples
 * of words and shared numbers decide. A text added is compared with its candidates only. Per text it keeps its triples'
 * and bands' hashes, about 700 bytes for forty words, and no words.
 */
export class LikenessIndex {
  readonly matches: Match[] = [];
  readonly #options: LikenessOptions;
  readonly #buckets: Buckets;
  readonly #owners = new Uint32List();
  readonly #triples = new Uint32List();
  readonly #tripleEnds = new Uint32List();
  readonly #numbers = new Uint32List();
  readonly #numberEnds = new Uint32List();
  readonly #ownersOfTriple = new HashCounts();

  constructor(options: LikenessOptions) {
    this.#options = options;
    this.#buckets = new Buckets(options.mostOwners);
  }

  /**
   * Takes one owner's texts in, as folded words.
   * @returns the number of the first; the others follow
   */
  add(owner: number, texts: readonly (readonly string[])[]): number {
    const first = this.#owners.length;
    const seen = new Set<number>();
    for (const words of texts) {
      const text = this.#keep(owner, words);
      const triples = this.triplesOf(text);
      for (const triple of triples) seen.add(triple);
      if (triples.length > 0) this.#meet(text, triples);
    }
    for (const triple of seen) this.#ownersOfTriple.increment(triple);
    return first;
  }

  triplesOf(text: number): Uint32Array {
    return this.#triples.view(text === 0 ? 0 : this.#tripleEnds.at(text - 1), this.#tripleEnds.at(text));
  }

  /** How many owners' texts hold a triple. */
  ownersOf(triple: number): number {
    return this.#ownersOfTriple.of(triple);
  }

  #keep(owner: number, words: readonly string[]): number {
    const text = this.#owners.length;
    this.#owners.push(owner);
    this.#triples.append(tripleHashes(words));
    this.#tripleEnds.push(this.#triples.length);
    this.#numbers.append(numbersIn(words));
    this.#numberEnds.push(this.#numbers.length);
    return text;
  }

  #meet(text: number, triples: Uint32Array): void {
    const keys = bandKeys(triples);
    const met = new Set<number>();
    for (const key of keys) {
      this.#buckets.put(key, text, (other) => {
        if (met.has(other) || this.#owners.at(other) === this.#owners.at(text)) return;
        met.add(other);
        const facts = this.#factsShared(text, other);
        if (facts !== null) this.matches.push({ left: other, right: text, facts });
      });
    }
  }

  /** Weight of the numbers and dates that two texts share; null where they differ in words or in a third of their numbers. */
  #factsShared(one: number, other: number): number | null {
    const [numbers, others] = [this.#numbersOf(one), this.#numbersOf(other)];
    const facts = sharedWeight(numbers, others);
    const most = Math.max(sharedWeight(numbers, numbers), sharedWeight(others, others));
    // Told first, because it costs least: most candidates share a form that many fill in with figures of their own.
    if (most > 0 && facts * 3 <= most * 2) return null;
    const [left, right] = [this.triplesOf(one), this.triplesOf(other)];
    const shorter = Math.min(left.length, right.length);
    return countShared(left, right) >= shorter * this.#options.similarity ? facts : null;
  }

  #numbersOf(text: number): Uint32Array {
    return this.#numbers.view(text === 0 ? 0 : this.#numberEnds.at(text - 1), this.#numberEnds.at(text));
  }
}

/** Above every number that is taken for a fact. */
const dayMark = 1_000_000_000;

/** A day of a year, with the words that reports print between (`tháng`, `năm`), however they were read. */
const dates = /\b(\d{1,2}) (?:[a-z]{3,6} )?(\d{1,2}) (?:[a-z]{2,4} )?(?:19|20)\d\d\b/g;

/** Numbers from here on name a document or a sum, and hardly agree by chance. */
const telling = 100;

/** Weight of the numbers that both hold; each holds them once and in rising order. */
function sharedWeight(left: Uint32Array, right: Uint32Array): number {
  let weight = 0;
  let [a, b] = [0, 0];
  while (a < left.length && b < right.length) {
    const [one, other] = [left[a] ?? 0, right[b] ?? 0];
    if (one === other) weight += one >= telling && one < dayMark ? 2 : 1;
    if (one <= other) a++;
    if (other <= one) b++;
  }
  return weight;
}

/** The facts of a text as numbers in rising order, repeats once: a date is one, a year, which all reports print, none. */
function numbersIn(words: readonly string[]): Uint32Array {
  const days: number[] = [];
  const left = words.join(' ').replace(dates, (_, day: string, month: string) => {
    days.push(dayMark + Number(month) * 100 + Number(day));
    return ' ';
  });
  const numbers = (left.match(/\b\d{1,8}\b/g) ?? []).filter((word) => !/^(?:19|20)\d\d$/.test(word)).map(Number);
  return Uint32Array.from(new Set([...days, ...numbers])).sort();
}
