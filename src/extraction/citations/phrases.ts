import { fold } from '../../text/fold.js';
import { type Source, type WordAt, wordsAfter, wordsBefore } from './source.js';

export interface Found<Value> {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

interface Entry<Value> {
  readonly spelling: string;
  readonly value: Value;
}

/**
 * Phrases of a few words, found by looking words up rather than by trying patterns: time does not grow with the list.
 * `loose` phrases are matched without diacritics, which OCR garbles. Short common words are not: `tài` is no `tại`,
 * `bảo vệ` holds no `về`; for them diacritics may be missing altogether, but not differ.
 */
export class Phrases<Value> {
  readonly #byText = new Map<string, Entry<Value>[]>();
  readonly #loose: boolean;
  #longest = 0;

  constructor(entries: Iterable<readonly [phrase: string, value: Value]>, match: 'loose' | 'strict') {
    this.#loose = match === 'loose';
    for (const [phrase, value] of entries) {
      const words = phrase.normalize('NFC').split(/\s+/);
      this.#longest = Math.max(this.#longest, words.length);
      const key = fold(words.join(' '));
      this.#byText.set(key, [...(this.#byText.get(key) ?? []), { spelling: words.map(spellingOf).join(' '), value }]);
    }
  }

  /** The longest phrase that ends at `at`, but for white space. */
  endingAt(source: Source, at: number): Found<Value> | null {
    const words = wordsBefore(source, at, this.#longest).reverse();
    for (let skip = 0; skip < words.length; skip++) {
      const found = this.#find(source, skip === 0 ? words : words.slice(skip));
      if (found !== null) return found;
    }
    return null;
  }

  /** The longest phrase that starts at `at`, but for white space. */
  startingAt(source: Source, at: number): Found<Value> | null {
    const words = wordsAfter(source, at, this.#longest);
    for (; words.length > 0; words.pop()) {
      const found = this.#find(source, words);
      if (found !== null) return found;
    }
    return null;
  }

  /** The phrase that these words are, whatever stands between them. */
  of(source: Source, words: readonly WordAt[]): Value | null {
    return this.#find(source, words)?.value ?? null;
  }

  #find({ text }: Source, words: readonly WordAt[]): Found<Value> | null {
    const entries = this.#byText.get(words.map(({ word }) => word).join(' '));
    const [first] = words;
    const last = words.at(-1);
    if (entries === undefined || first === undefined || last === undefined) return null;
    const printed = words.map(({ start, end }) => text.slice(start, end));
    const spelling = printed.map(spellingOf).join(' ');
    const exact = entries.find((entry) => entry.spelling === spelling);
    const entry =
      exact ?? (this.#loose || printed.every((word) => /^[\x20-\x7f]*$/.test(word)) ? entries[0] : undefined);
    return entry === undefined ? null : { start: first.start, end: last.end, value: entry.value };
  }
}

export function phrases(list: readonly string[]): Phrases<true> {
  return new Phrases(
    list.map((phrase) => [phrase, true] as const),
    'strict',
  );
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Lower case, with the tone behind the word, so that `hoá` and `hóa`, `uỷ` and `ủy` are one. */
function spellingOf(word: string): string {
  const decomposed = word.toLowerCase().normalize('NFD');
  return decomposed.replace(toneMarks, '') + (decomposed.match(toneMarks)?.join('') ?? '');
}
