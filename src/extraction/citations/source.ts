import { fold } from '../../text/fold.js';

/** A text with its folded twin; offsets are the same in both. */
export interface Source {
  readonly text: string;
  readonly folded: string;
}

export function sourceOf(text: string): Source {
  return { text, folded: fold(text) };
}

/** More white space than this between the parts of a citation parts them: it also keeps hostile input linear. */
const widestGap = 12;

/** The offset after the white space at `at`; `at` itself where a blank line or too wide a gap stands there. */
export function skipSpace({ folded }: Source, at: number): number {
  let end = at;
  let lineEnds = 0;
  while (end < folded.length && isSpace(folded.charCodeAt(end))) {
    if (folded.charCodeAt(end) === 10) lineEnds++;
    end++;
    if (end - at > widestGap) return at;
  }
  return lineEnds > 1 ? at : end;
}

/** The offset at which the white space before `at` starts; `at` itself where a blank line or too wide a gap stands there. */
export function skipSpaceBack({ folded }: Source, at: number): number {
  let start = at;
  let lineEnds = 0;
  while (start > 0 && isSpace(folded.charCodeAt(start - 1))) {
    start--;
    if (folded.charCodeAt(start) === 10) lineEnds++;
    if (at - start > widestGap) return at;
  }
  return lineEnds > 1 ? at : start;
}

export function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}

/** A letter or digit of folded text. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 48 && unit <= 57) ||
    (unit > 127 && /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit)))
  );
}

export interface WordAt {
  readonly start: number;
  readonly end: number;
  /** Folded. */
  readonly word: string;
}

const longestWord = 24;

/** Up to `count` words that end at or before `at`, nearest first, with nothing but white space between them and `at`. */
export function wordsBefore(source: Source, at: number, count: number): WordAt[] {
  const found: WordAt[] = [];
  let end = skipSpaceBack(source, at);
  while (found.length < count) {
    let start = end;
    while (start > 0 && end - start <= longestWord && isWordUnit(source.folded.charCodeAt(start - 1))) {
      if (start < end && isGlued(source.text, start)) break;
      start--;
    }
    if (start === end || end - start > longestWord) break;
    found.push({ start, end, word: source.folded.slice(start, end) });
    const next = skipSpaceBack(source, start);
    if (next === start) break;
    end = next;
  }
  return found;
}

/** A capital behind a small letter: two words whose space was lost (`ban hànhKế hoạch`). */
function isGlued(text: string, at: number): boolean {
  return isCapital(text, at) && /^\p{Ll}\p{Lu}\p{Ll}/u.test(text.slice(at - 1, at + 2));
}

/** Up to `count` words from `at` on, with nothing but white space between them. */
export function wordsAfter(source: Source, at: number, count: number): WordAt[] {
  const found: WordAt[] = [];
  let start = skipSpace(source, at);
  while (found.length < count) {
    let end = start;
    while (end < source.folded.length && end - start <= longestWord && isWordUnit(source.folded.charCodeAt(end))) end++;
    if (start === end || end - start > longestWord) break;
    found.push({ start, end, word: source.folded.slice(start, end) });
    const next = skipSpace(source, end);
    if (next === end) break;
    start = next;
  }
  return found;
}

export function isCapital(text: string, at: number): boolean {
  return /^\p{Lu}/u.test(text.slice(at, at + 1));
}
