import { daysOfMonth } from '../../model/daysOfMonth.js';
import type { CalendarDate, DateStatus } from '../../model/facts.js';
import { datesDeed } from './datesDeed.js';
import type { Lexicon } from './lexicon.js';
import { isCapital, type Source, skipSpace } from './source.js';

export interface DateReading {
  readonly start: number;
  readonly end: number;
  readonly date: CalendarDate | null;
  readonly status: Exclude<DateStatus, 'none'>;
  /** A digit was made out of a letter. */
  readonly mended: boolean;
}

/** Digits as OCR may print them; a date has no letters, so O can only be 0 and l only 1. */
const digit = '[\\dOoIl]';
const mark = '\\s{0,2}[/.\\-]\\s{0,2}';
const gap = '\\s{0,4}';
/** OCR parts digits now and then: `08/1 1/2023`, `08/6/201 0`. */
const twoDigits = `(${digit} ${digit}(?=\\s?[/.\\-])|${digit}{1,2})`;
const yearDigits = `((?:19|20)\\d \\d(?!\\d)|[12] \\d{3}(?!\\d)|(?:19|20) \\d{2}(?!\\d)|\\d${digit}{1,5})`;

interface DatePatterns {
  readonly numeric: RegExp;
  readonly spelled: RegExp;
  readonly monthOnly: RegExp;
  readonly yearOnly: RegExp;
}

const made = new WeakMap<Lexicon, DatePatterns>();

function patternsOf(lexicon: Lexicon): DatePatterns {
  let patterns = made.get(lexicon);
  if (patterns === undefined) {
    const { month, year } = lexicon;
    const day = `(${digit}{1,2})`;
    // `tháng năm 2023` lacks its month; `tháng năm năm 2023` has it.
    const names = [...lexicon.monthNames.keys()]
      .sort((left, right) => right.length - left.length)
      .map((name) => `${name.replaceAll(' ', '\\s{1,4}')}${name === year ? `(?=\\s{1,4}${year})` : ''}`);
    patterns = {
      numeric: new RegExp(`${twoDigits}${mark}${twoDigits}(?:${mark}${yearDigits})?(?![\\dA-Za-z/])`, 'iuy'),
      spelled: new RegExp(
        `${day}?${gap},?${gap}${month}${gap}(${digit}{1,2}|(?:${names.join('|')}))(?:${gap},?${gap}(?:${year}|/)${gap}(\\d${digit}{1,5}))?(?![\\dA-Za-z])`,
        'iuy',
      ),
      monthOnly: new RegExp(`(${digit}{1,2})/(\\d{4})(?!\\d)`, 'iuy'),
      yearOnly: new RegExp(`${year}${gap}(\\d{4})(?!\\d)`, 'iuy'),
    };
    made.set(lexicon, patterns);
  }
  return patterns;
}

/**
 * The date at `at`, without the word `ngày`: `03/3/2023`, `3.3.2023`, `03 tháng 3 năm 2023`. With the day or the year
 * missing it is `partial`; a day that no calendar has is `impossible`.
 */
export function readDate(source: Source, at: number, lexicon: Lexicon): DateReading | null {
  const patterns = patternsOf(lexicon);
  const spelled = exec(patterns.spelled, source.folded, at);
  if (spelled !== null) {
    const [printed, day, month, year] = spelled;
    return reading(source, at, printed, day, monthNumber(month, lexicon), year);
  }
  const numeric = exec(patterns.numeric, source.folded, at);
  if (numeric === null) return null;
  const [printed, first, second, year] = numeric;
  if (year === undefined) {
    const monthOnly = exec(patterns.monthOnly, source.folded, at);
    if (monthOnly !== null) return reading(source, at, monthOnly[0], undefined, monthOnly[1], monthOnly[2]);
  }
  return reading(source, at, printed, first, second, year);
}

/** `năm 2023`, `tháng 01/2023` behind a number: a date without its day. */
export function readYearOnly(source: Source, at: number, lexicon: Lexicon): DateReading | null {
  const start = skipSpace(source, at);
  const month = source.folded.startsWith(lexicon.month, start) ? readDate(source, start, lexicon) : null;
  if (month !== null && /\d{4}$/.test(source.text.slice(month.start, month.end))) return month;
  const found = exec(patternsOf(lexicon).yearOnly, source.folded, start);
  if (found === null) return null;
  return { start, end: start + found[0].length, date: null, status: 'partial', mended: false };
}

/**
 * The date that follows a number: `ngày 03/3/2023`, `, ngày …`, `ban hành ngày …`, `(ngày …)`, `(03/3/2023)`.
 * A page number may stand in the gap where a page ended there.
 */
export function readDateAfter(source: Source, at: number, lexicon: Lexicon): DateReading | null {
  const { folded } = source;
  let from = skipSpace(source, at);
  let bracketed = false;
  let behindComma = false;
  // A stroke that belongs to neither: `50-CT/TW-ngày 07/12/2015`.
  if (/^[-.:~]$/.test(folded.charAt(from)) && readDayWord(source, skipSpace(source, from + 1), lexicon) !== null) {
    from = skipSpace(source, from + 1);
  }
  if (folded[from] === ',') {
    behindComma = true;
    from = skipSpace(source, from + 1);
    // A speck behind the comma: `135/KH-BQL,; ngày 13-5-2023`. Without the comma a semicolon ends the mention.
    if (/^[;.:]$/.test(folded.charAt(from))) from = skipSpace(source, from + 1);
  }
  if (folded[from] === '(') {
    bracketed = true;
    from = skipSpace(source, from + 1);
  }
  const lead = lexicon.dateLeads.startingAt(source, from);
  if (lead !== null) from = skipSpace(source, lead.end);
  const day =
    readDayWord(source, from, lexicon) ??
    (lead === null && !bracketed ? dayBehindPageNumber(source, from, lexicon) : null);
  if (day !== null) {
    const date = readDate(source, day, lexicon);
    return date !== null && behindComma && datesDeed(source, date.end, lexicon) ? null : date;
  }
  if (lead !== null) return null;
  const bare = readDate(source, from, lexicon);
  if (bare === null || bare.status === 'partial') return null;
  return bracketed || /[\s,]/.test(folded.slice(at, at + 1)) ? bare : null;
}

/** The offset behind `ngày`, where the date must start. */
export function readDayWord(source: Source, at: number, lexicon: Lexicon): number | null {
  const { folded } = source;
  if (!folded.startsWith(lexicon.day, at)) return null;
  let end = at + lexicon.day.length;
  if (folded[end] === ':' || folded[end] === '.') end++;
  let next = skipSpace(source, end);
  // `ngày …/01/2023`, `ngày ... tháng 01 năm 2023`: the day was left blank.
  const blank = /^[.…_\s]{1,12}(?:\/\s?|(?=th))/.exec(folded.slice(next, next + 20))?.[0];
  if (blank !== undefined) next += blank.length;
  const early = lexicon.earlyDays.find((word) => folded.startsWith(`${word} `, next));
  if (early !== undefined) next = skipSpace(source, next + early.length);
  // `ngày tháng 3 năm 2023`: the day was left blank.
  return /[\doilt]/.test(folded.slice(next, next + 1)) ? next : null;
}

function dayBehindPageNumber(source: Source, at: number, lexicon: Lexicon): number | null {
  const number = /^\d{1,3}(?=\s)/.exec(source.folded.slice(at, at + 4))?.[0];
  if (number === undefined) return null;
  const next = skipSpace(source, at + number.length);
  return isCapital(source.text, next) ? null : readDayWord(source, next, lexicon);
}

function reading(
  { text }: Source,
  at: number,
  printed: string,
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): DateReading {
  const end = at + printed.length;
  const place = { start: at, end, mended: /[Il]/.test(text.slice(at, end).replace(/\p{L}{2,}/gu, '')) };
  if (day === undefined || month === undefined || year === undefined)
    return { ...place, date: null, status: 'partial' };
  const date = calendarDate(numberOf(day), numberOf(month), year);
  return { ...place, date, status: date === null ? 'impossible' : 'valid' };
}

function monthNumber(printed: string | undefined, { monthNames }: Lexicon): string | undefined {
  return monthNames.get(printed?.replace(/\s+/g, ' ').toLowerCase() ?? '')?.toString() ?? printed;
}

function numberOf(printed: string): number {
  return Number(printed.replace(/\s/g, '').replace(/o/gi, '0').replace(/[il]/gi, '1'));
}

/** `YYYY-MM-DD`, or null where the calendar has no such day. A year of two digits is this century's, or the last one's. */
export function calendarDate(day: number, month: number, printedYear: string): CalendarDate | null {
  const year = yearOf(numberOf(printedYear), printedYear.replace(/\s/g, '').length);
  if (year === null || day < 1 || day > daysOfMonth(month, year)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function yearOf(value: number, digits: number): number | null {
  if (digits === 4) return value >= 1900 ? value : null;
  if (digits !== 2) return null;
  return value >= 45 ? 1900 + value : 2000 + value;
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
