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

/** What stands for day, month or year may be blank, dotted, or written by hand and read as anything short. */
const anything = '[^\\n]{0,14}?';
/** `tháng` with any one letter misread (`thúng`, `thảng`, `tnáng`): the words around it tell what it is. */
const month = '(?:thang|[a-z]hang|t[a-z]ang|th[a-z]ng|tha[a-z]g|than[a-z])';
const inWords = new RegExp(
  `(?<![a-z])ngay(?<day>${anything})${month}(?<month>${anything})nam(?![a-z])(?<year>[^\\n]{0,14})$`,
  'd',
);
const inDigits =
  /(?:(?<![a-z])ngay\s*|,\s*)(?<day>[\dol]{1,2})\s*[/.-]\s*(?<month>[\dol]{1,2})\s*[/.-]\s*(?<year>[\dol]{4})[.,;]?$/d;
/** Words with a capital first letter, `TP.` and hyphens between them: `Hải Phòng`, `Bà Rịa - Vũng Tàu`, `TP. Hồ Chí Minh`. */
const placeAtEnd = /(?:(?:TP|Tp)\.?\s*)?\p{Lu}\p{Ll}+(?:\s+(?:[-–]\s+)?\p{Lu}\p{Ll}+){0,4}(?=\s*[,.;:]?\s*$)/u;
/** A place and nothing else, small letters of which were taken for capitals: `Bến TRE,`. */
const placeAlone = /^\s*(\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+){0,3})\s*[,.;:]?\s*$/u;

export interface OwnDateOptions {
  readonly doubtfulConfidence: number;
  /** The year reported on: a report is filed in it or in the next one, which bears out a year read with doubt. */
  readonly reportedYear: number | null;
}

/**
 * The place-and-date line: it ends its line, and nothing but a place and the number's part stands before it, so that a
 * sentence that cites a document with its date is not taken for it.
 */
export function findOwnDate(
  document: DocumentText,
  segments: readonly Segment[],
  options: OwnDateOptions,
): OwnDate | null {
  for (const segment of segments) {
    const match = inWords.exec(segment.folded) ?? inDigits.exec(segment.folded);
    if (match === null) continue;
    const before = segment.text.slice(0, match.index);
    const place = placeAtEnd.exec(before)?.[0] ?? placeAlone.exec(before)?.[1] ?? null;
    const rest = place === null ? before : before.slice(0, before.lastIndexOf(place));
    // Nothing, marks, or the capitals and the number of the other column.
    if (!/^[^\p{Ll}]*$/u.test(rest.replace(/^s[oốôồổỗộóòỏõọ]/iu, ''))) continue;
    const date = dateOf(match.groups ?? {});
    const certain = date !== null && isCertain(document, segment, match, date, options);
    const span = { start: segment.start + match.index, end: segment.end };
    return { date: certain ? date : null, place, span };
  }
  return null;
}

function isCertain(
  document: DocumentText,
  segment: Segment,
  match: RegExpExecArray,
  date: CalendarDate,
  { doubtfulConfidence, reportedYear }: OwnDateOptions,
): boolean {
  const isRead = (part: string) => {
    const [from, to] = match.indices?.groups?.[part] ?? [0, 0];
    return confidenceOf(document, { start: segment.start + from, end: segment.start + to }) >= doubtfulConfidence;
  };
  const year = Number(date.slice(0, 4));
  const borneOut = reportedYear !== null && (year === reportedYear || year === reportedYear + 1);
  return isRead('day') && isRead('month') && (borneOut || isRead('year'));
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
