/** The words of a name or title, folded. */
export type Words = readonly string[];

/** A title with what comparing it to many names has in common. */
export interface Title {
  readonly words: Words;
  readonly weight: number;
  /** The places of the words that are the same as a word of a name. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** By name: the weight of its words that the title has, however often. Names without any are left out. */
  readonly shared: ReadonlyMap<Words, number>;
}

/** Titles are made of few words, so that hardly any is compared twice; a hostile text is made of many. */
const mostRemembered = 20_000;

/** Names by their words: what a title shares with each is told by looking its words up. */
export class NameIndex {
  readonly #weights: ReadonlyMap<string, number>;
  readonly #nameWeights: ReadonlyMap<Words, number>;
  /** By word, the names that hold it, as often as they do. */
  readonly #holders = new Map<string, Words[]>();
  /** The words of names that a word is the same as. */
  readonly #alike = new Map<string, Words>();

  constructor(names: readonly Words[]) {
    for (const name of names)
      for (const token of name) this.#holders.set(token, [...(this.#holders.get(token) ?? []), name]);
    this.#weights = weightsOf(names);
    this.#nameWeights = new Map(names.map((name) => [name, this.sum(name)]));
  }

  titleOf(words: Words): Title {
    const places = new Map<string, number[]>();
    for (const [at, word] of words.entries())
      for (const token of this.#tokensLike(word)) {
        const known = places.get(token);
        if (known === undefined) places.set(token, [at]);
        else known.push(at);
      }
    const shared = new Map<Words, number>();
    for (const token of places.keys()) {
      const weight = this.weigh(token);
      for (const name of this.#holders.get(token) ?? []) shared.set(name, (shared.get(name) ?? 0) + weight);
    }
    return { words, weight: this.sum(words), places, shared };
  }

  weightOf(name: Words): number {
    return this.#nameWeights.get(name) ?? this.sum(name);
  }

  weigh(token: string): number {
    return this.#weights.get(token) ?? (/^\d+$/u.test(token) ? 0.4 : 1);
  }

  sum(words: Words): number {
    return words.reduce((total, token) => total + this.weigh(token), 0);
  }

  #tokensLike(word: string): Words {
    const known = this.#alike.get(word);
    if (known !== undefined) return known;
    const tokens = [...this.#holders.keys()].filter((token) => sameToken(token, word));
    if (this.#alike.size >= mostRemembered) this.#alike.clear();
    this.#alike.set(word, tokens);
    return tokens;
  }
}

/** Words that many names share (`đánh giá`, `tham nhũng`) tell less; a word that no name has tells most. */
function weightsOf(names: readonly Words[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) for (const token of new Set(name)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return new Map(
    [...counts].map(([token, count]) => [
      token,
      0.15 + Math.log((names.length + 1) / count) / Math.log(names.length + 1),
    ]),
  );
}

/** Equal but for one letter of four or more, as readers misread. */
function sameToken(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 4 || Math.abs(a.length - b.length) > 1) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return start + end >= Math.max(a.length, b.length) - 1;
}
