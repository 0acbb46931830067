import type { LanguageCounts } from '../../pipeline/loadLanguage.js';

/** Stands before the first word of a phrase. */
export const phraseStart = '^';

/** How much a pair that was counted says; the rest is left to the word's own frequency, for most good pairs are rare. */
const pairWeight = 0.8;
/** A word seen seldom says little about what follows it: it counts as seen this often at least. */
const leastSeen = 5;

/** Judges words by those beside them. */
export class LanguageModel {
  constructor(private readonly counts: LanguageCounts) {}

  isWeighty(word: string): boolean {
    return this.counts.weighty.has(word);
  }

  countOf(word: string): number {
    return this.counts.words.get(word) ?? 0;
  }

  countOfPair(first: string, second: string): number {
    return this.counts.pairs.get(first)?.get(second) ?? 0;
  }

  /** Natural logarithm of the probability that `second` follows `first`. */
  follows(first: string, second: string): number {
    const pair = this.countOfPair(first, second) / Math.max(leastSeen, this.countOf(first));
    const alone = (this.countOf(second) + 0.5) / this.counts.total;
    return Math.log(pairWeight * pair + (1 - pairWeight) * alone);
  }

  /** How many times as often as by chance `second` follows `first`. */
  lift(first: string, second: string): number {
    const byChance = (this.countOf(first) * this.countOf(second)) / this.counts.total;
    return byChance === 0 ? 0 : this.countOfPair(first, second) / byChance;
  }
}
