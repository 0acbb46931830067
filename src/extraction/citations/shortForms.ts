import type { Lexicon } from './lexicon.js';
import type { Lead } from './readLead.js';
import type { NumberReading } from './readNumber.js';
import { isCapital, type Source, skipSpace, wordAfter } from './source.js';

/**
 * A type word and a bare number stand for a document (`Chỉ thị 10`, `Nghị quyết số 25`), unless the number counts
 * something (`Báo cáo 6 tháng`, `Quyết định 12 công chức`): then a noun in small letters follows.
 */
export function looksShort(source: Source, lead: Lead, number: NumberReading, lexicon: Lexicon): boolean {
  if (!lead.type || lead.entry === null) return false;
  if (isCounted(source, number, lexicon)) return false;
  if (lead.numberWord) return true;
  if (number.year !== null) return lead.entry.law;
  if (!isCapital(source.text, lead.start)) return false;
  // `Kế hoạch 2023` is the plan of that year; one digit may be a page number that fell into the line.
  const next = skipSpace(source, number.end);
  return number.number.length > 1 && !/^(19|20)\d{2}$/.test(number.number) && !isCapitalNoun(source, next);
}

/** The number is part of a figure, or a noun in small letters says what it counts. */
export function isCounted(source: Source, number: NumberReading, lexicon: Lexicon): boolean {
  const { text, folded } = source;
  const behind = folded.slice(number.end, number.end + 2);
  if (/^[/%:]/.test(behind) || /^[.,-]\d/.test(behind)) return true;
  const next = skipSpace(source, number.end);
  if (/^[%/]/.test(folded.slice(next, next + 1))) return true;
  const word = wordAfter(source, next);
  if (word === null || word.start !== next || isCapital(text, next)) return false;
  return lexicon.functionWords.of(source, [word]) === null;
}

/** `Chương trình 12 Sở`: a capital after the number without `số` is what is counted, unless a type or sentence starts. */
function isCapitalNoun(source: Source, at: number): boolean {
  return isCapital(source.text, at) && /^\p{Ll}/u.test(source.text.slice(at + 1, at + 2));
}
