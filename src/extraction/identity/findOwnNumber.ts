import { confidenceOf, type DocumentText, type Span } from '../../model/document-text.js';
import { fold } from '../../text/fold.js';
import { digitsOf } from './digits.js';
import type { Segment } from './headAndTail.js';

/** The report's own number, or what is known of the place where it should stand. */
export interface OwnNumber {
  /** `713/BC-STC`, Party form `15-BC/ĐU`; null where it could not be read. */
  readonly number: string | null;
  readonly span: Span;
}

/** Capital groups parted by hyphens, slashes and dots; spaces around the hyphen are reading artefacts. */
const symbol = /^\p{Lu}[\p{Lu}\p{Ll}\d&.]*(?:\s?[-‐-―−/]\s?\p{Lu}[\p{Lu}\p{Ll}\d&.]*)*/u;
/**
 * `Số: 713/`, `Số:   /`, `Số: …/`, `Số 15-` (Party). Behind a colon anything short may stand for digits written by hand;
 * without one only digits and blanks, so that a sentence does not pass for the number's line.
 */
const lead =
  /^[^a-z0-9]{0,4}s[o06]\s*(?:(?<colon>[:;])\s*(?<written>[^/\\|]{0,20}?)|[.,]?\s*(?<printed>[\do\sl|.…_]{1,24}?))\s*(?<mark>[/|\\]|-(?=\s?[a-z]))\s*/d;
const bare = /^[^a-z0-9]{0,4}s[o06]\s*[:;]\s*[^/]{0,12}$/;

/**
 * The number in the letterhead's `Số:` line. A line that is there with its number blank, unreadable or doubtful gives
 * `number: null`: present but unread, never missing and never invented. Null where no such line stands.
 */
export function findOwnNumber(
  document: DocumentText,
  head: readonly Segment[],
  doubtfulConfidence: number,
): OwnNumber | null {
  for (const segment of head) {
    const found = numberIn(document, segment, doubtfulConfidence);
    if (found !== null) return found;
  }
  return null;
}

function numberIn(document: DocumentText, segment: Segment, doubtfulConfidence: number): OwnNumber | null {
  const match = lead.exec(segment.folded);
  if (match === null) {
    return bare.test(segment.folded) ? { number: null, span: spanOf(segment, 0, segment.text.length) } : null;
  }
  const behind = segment.text.slice(match[0].length);
  const symbolText = symbol.exec(behind)?.[0];
  const [from, to] = match.indices?.groups?.written ?? match.indices?.groups?.printed ?? [0, 0];
  if (symbolText === undefined) {
    // `Số: 12/QĐ` always has a symbol; without one a colon must show that this is the number's line at all.
    return match.groups?.colon !== undefined ? { number: null, span: spanOf(segment, 0, match[0].length) } : null;
  }
  const span = spanOf(segment, from, match[0].length + symbolText.length);
  const digits = digitsOf(segment.text.slice(from, to));
  const doubtful = confidenceOf(document, span) < doubtfulConfidence;
  if (digits === null || doubtful)
    return { number: null, span: spanOf(segment, 0, match[0].length + symbolText.length) };
  const mark = match.groups?.mark === '-' ? '-' : '/';
  return { number: `${digits}${mark}${canonicalSymbol(symbolText)}`, span };
}

function canonicalSymbol(printed: string): string {
  return printed
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/Ð/g, 'Đ')
    .replace(/ð/g, 'đ')
    .replace(/[.]+$/, '');
}

function spanOf(segment: Segment, from: number, to: number): Span {
  return { start: segment.start + from, end: segment.start + to };
}

/** `kèm theo Báo cáo số 713/BC-STC ngày …` above an appendix names the report that it belongs to. */
export function findAttachedNumber(
  document: DocumentText,
  area: Span,
  attachedTo: RegExp,
  doubtfulConfidence: number,
): OwnNumber | null {
  const text = document.text.slice(area.start, area.end);
  const match = attachedTo.exec(fold(text));
  if (match === null) return null;
  const at = match.index + match[0].length;
  const piece = text.slice(at, at + 60).trimEnd();
  const line = `số ${piece}`;
  const start = area.start + at - 'số '.length;
  const segment: Segment = { start, end: start + line.length, text: line, folded: fold(line), kind: 'body' };
  const found = numberIn(document, segment, doubtfulConfidence);
  return found?.number == null ? null : found;
}
