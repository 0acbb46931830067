import { confidenceOf, type DocumentText, type Span } from '../../model/document-text.js';
import type { CalendarDate } from '../../model/facts.js';
import { digitsOf } from './digits.js';
import type { Segment } from './headAndTail.js';

/** The report's own date and place, or what is known of the line where they should stand. */
export interface OwnDate {
  /** Null where day, month or year is blank, unreadable, doubtful or no date of the calendar. */
  readonly date: CalendarDate | null;
  readonly place: string | null;
  readonly span: Span;
}

const blank = '[\\d\\sol|.…_·]';
const inWords = new RegExp(
  `ngay(?<day>${blank}{0,16}?)thang(?<month>${blank}{0,16}?)nam(?<year>${blank}{0,16})[.,;]?$`,
  'd',
);
const inDigits = /ngay\s*(?<day>[\dol]{1,2})\s*[/.-]\s*(?<month>[\dol]{1,2})\s*[/.-]\s*(?<year>[\dol]{4})[.,;]?$/d;
/** Words with a capital first letter, `TP.` and hyphens between them: `Hải Phòng`, `Bà Rịa - Vũng Tàu`, `TP. Hồ Chí Minh`. */
const placeAtEnd = /(?:(?:TP|Tp)\.?\s*)?\p{Lu}\p{Ll}+(?:\s+(?:[-–]\s+)?\p{Lu}\p{Ll}+){0,4}(?=\s*[,.;:]?\s*$)/u;

/**
 * The place-and-date line: it ends its line, and nothing but a place and the number's part stands before it, so that a
 * sentence that cites a document with its date is not taken for it.
 */
export function findOwnDate(
  document: DocumentText,
  segments: readonly Segment[],
  doubtfulConfidence: number,
): OwnDate | null {
  for (const segment of segments) {
    const match = inWords.exec(segment.folded) ?? inDigits.exec(segment.folded);
    if (match === null) continue;
    const before = segment.text.slice(0, match.index);
    const place = placeAtEnd.exec(before)?.[0] ?? null;
    const rest = place === null ? before : before.slice(0, before.lastIndexOf(place));
    if (!/^[\s,.;:…_]*$/.test(rest) && !/^so\b/.test(segment.folded) && !/^[^\p{Ll}]*$/u.test(rest)) continue;
    const span = { start: segment.start + match.index, end: segment.end };
    const date = dateOf(match.groups ?? {});
    const doubtful = confidenceOf(document, span) < doubtfulConfidence;
    return { date: doubtful ? null : date, place, span };
  }
  return null;
}

function dateOf(groups: { [key: string]: string | undefined }): CalendarDate | null {
  const [day, month, year] = [groups.day, groups.month, groups.year].map((part) => digitsOf(part ?? ''));
  if (day == null || month == null || year == null || year.length !== 4) return null;
  return calendarDate(Number(year), Number(month), Number(day));
}

function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (days === undefined || day < 1 || day > days || year < 1945 || year > 2100) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
