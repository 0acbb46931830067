import { type DocumentText, type Span, textOf } from '../../model/document-text.js';
import { fold } from '../../text/fold.js';
import { foldedOf, foldedText } from '../../text/foldedText.js';
import { unitTest } from '../../text/unitTest.js';

/** A text with its folded twin; offsets are the same in both. */
export interface Source {
  readonly text: string;
  readonly folded: string;
}

export function sourceOf(text: string): Source {
  return { text, folded: fold(text) };
}

export function sourceOfDocument(document: DocumentText): Source {
  return { text: document.text, folded: foldedText(document) };
}

/** A part of a document by itself; offsets count from its start. */
export function sourceOfSpan(document: DocumentText, span: Span): Source {
  return { text: textOf(document, span), folded: foldedOf(document, span) };
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
export const isWordUnit = unitTest(/[\p{L}\p{N}\p{M}]/u);

export interface WordAt {
  readonly start: number;
  readonly end: number;
  /** Folded. */
  readonly word: string;
}

const longestWord = 24;

/** The word that ends at `at`, but for white space; null where none does. */
export function wordBefore(source: Source, at: number): WordAt | null {
  const { folded } = source;
  const end = skipSpaceBack(source, at);
  let start = end;
  while (start > 0 && end - start <= longestWord && isWordUnit(folded.charCodeAt(start - 1))) {
    if (start < end && isGlued(source.text, start)) break;
    start--;
  }
  return start === end || end - start > longestWord ? null : { start, end, word: folded.slice(start, end) };
}

/** A capital behind a small letter: two words whose space was lost (`ban hànhKế hoạch`). */
function isGlued(text: string, at: number): boolean {
  return isCapital(text, at) && /^\p{Ll}\p{Lu}\p{Ll}/u.test(text.slice(at - 1, at + 2));
}

/** The word that starts at `at`, but for white space; null where none does. */
export function wordAfter(source: Source, at: number): WordAt | null {
  const { folded } = source;
  const start = skipSpace(source, at);
  let end = start;
  while (end < folded.length && end - start <= longestWord && isWordUnit(folded.charCodeAt(end))) end++;
  return start === end || end - start > longestWord ? null : { start, end, word: folded.slice(start, end) };
}

const isCapitalUnit = unitTest(/\p{Lu}/u);

export function isCapital(text: string, at: number): boolean {
  return isCapitalUnit(text.charCodeAt(at));
}
