import { fold } from '../../text/fold.js';
import { type Source, type WordAt, wordAfter, wordBefore } from './source.js';

export interface Found<Value> {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/** Where phrases that begin (or end) with the same words part. */
interface Branch<Value> {
  readonly next: Map<string, Branch<Value>>;
  /** The phrases that are whole here. */
  readonly entries: Entry<Value>[];
}

interface Entry<Value> {
  /** In small letters. */
  readonly printed: string;
  readonly spelling: string;
  readonly value: Value;
}

/**
 * Phrases of a few words, found by following their words rather than by trying patterns: time does not grow with the
 * list, and where no phrase begins one word is looked at.
 * `loose` phrases are matched without diacritics, which OCR garbles. Short common words are not: `tài` is no `tại`,
 * `bảo vệ` holds no `về`; for them diacritics may be missing altogether, but not differ.
 */
export class Phrases<Value> {
  readonly #forward: Branch<Value> = { next: new Map(), entries: [] };
  readonly #backward: Branch<Value> = { next: new Map(), entries: [] };
  readonly #loose: boolean;

  constructor(entries: Iterable<readonly [phrase: string, value: Value]>, match: 'loose' | 'strict') {
    this.#loose = match === 'loose';
    for (const [phrase, value] of entries) {
      const words = phrase.normalize('NFC').split(/\s+/);
      const entry = { printed: words.join(' ').toLowerCase(), spelling: words.map(spellingOf).join(' '), value };
      const folded = words.map(fold);
      grow(this.#forward, folded).entries.push(entry);
      grow(this.#backward, folded.toReversed()).entries.push(entry);
    }
  }

  /** The longest phrase that ends at `at`, but for white space. */
  endingAt(source: Source, at: number): Found<Value> | null {
    const words: WordAt[] = [];
    let branch: Branch<Value> | undefined = this.#backward;
    let longest: Found<Value> | null = null;
    for (let word = wordBefore(source, at); word !== null; word = wordBefore(source, word.start)) {
      // The words of a phrase are parted by white space, lost before its first one at most.
      if (word.end === words[0]?.start) break;
      branch = branch.next.get(word.word);
      if (branch === undefined) break;
      words.unshift(word);
      longest = this.#found(source, branch, words) ?? longest;
    }
    return longest;
  }

  /** The longest phrase that starts at `at`, but for white space. */
  startingAt(source: Source, at: number): Found<Value> | null {
    const words: WordAt[] = [];
    let branch: Branch<Value> | undefined = this.#forward;
    let longest: Found<Value> | null = null;
    for (let word = wordAfter(source, at); word !== null; word = wordAfter(source, word.end)) {
      branch = branch.next.get(word.word);
      if (branch === undefined) break;
      words.push(word);
      longest = this.#found(source, branch, words) ?? longest;
    }
    return longest;
  }

  /** The phrase that these words are, whatever stands between them. */
  of(source: Source, words: readonly WordAt[]): Value | null {
    let branch: Branch<Value> | undefined = this.#forward;
    for (const { word } of words) branch = branch?.next.get(word);
    return branch === undefined ? null : (this.#found(source, branch, words)?.value ?? null);
  }

  #found({ text }: Source, { entries }: Branch<Value>, words: readonly WordAt[]): Found<Value> | null {
    const [first] = words;
    const last = words.at(-1);
    if (entries.length === 0 || first === undefined || last === undefined) return null;
    const printed = words.map(({ start, end }) => text.slice(start, end)).join(' ');
    const entry = entryAs(printed, entries) ?? (this.#loose || /^[\x20-\x7f]*$/.test(printed) ? entries[0] : undefined);
    return entry === undefined ? null : { start: first.start, end: last.end, value: entry.value };
  }
}

/** The branch at the end of the words, made where it is not there yet. */
function grow<Value>(root: Branch<Value>, words: readonly string[]): Branch<Value> {
  return words.reduce((branch, word) => {
    const next = branch.next.get(word) ?? { next: new Map(), entries: [] };
    branch.next.set(word, next);
    return next;
  }, root);
}

export function phrases(list: readonly string[]): Phrases<true> {
  return new Phrases(
    list.map((phrase) => [phrase, true] as const),
    'strict',
  );
}

/** The entry that is spelled as it is printed; most are printed letter for letter. */
function entryAs<Value>(printed: string, entries: readonly Entry<Value>[]): Entry<Value> | undefined {
  const small = printed.toLowerCase();
  const [first] = entries;
  if (first?.printed === small) return first;
  const spelling = printed.split(' ').map(spellingOf).join(' ');
  return entries.find((entry) => entry.spelling === spelling);
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Lower case, with the tone behind the word, so that `hoá` and `hóa`, `uỷ` and `ủy` are one. */
function spellingOf(word: string): string {
  const decomposed = word.toLowerCase().normalize('NFD');
  return decomposed.replace(toneMarks, '') + (decomposed.match(toneMarks)?.join('') ?? '');
}
