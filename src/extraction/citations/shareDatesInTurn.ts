import { isJoined } from './isJoined.js';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mention.js';
import { type DateReading, readDate, readDayWord } from './readDate.js';
import { skipJoiners } from './skipJoiners.js';
import { type Source, skipSpace } from './source.js';

const mostDates = 20;

/** `Nghị định số 59/…, Nghị định số 130/… của Chính phủ lần lượt ngày 01/7/2019 và 30/10/2020`: each gets its own, in order. */
export function shareDatesInTurn(source: Source, mentions: readonly Mention[], lexicon: Lexicon): Mention[] {
  const linked = [...mentions];
  for (const [index, last] of mentions.entries()) {
    const dates = last.date === null ? datesInTurn(source, last, lexicon) : [];
    const first = index + 1 - dates.length;
    const list = mentions.slice(Math.max(0, first), index + 1);
    const isList = list.every(({ date, span }, at) => {
      const next = list[at + 1];
      return date === null && (next === undefined || isJoined(source, span.end, next.span.start, lexicon));
    });
    if (dates.length < 2 || first < 0 || !isList) continue;
    for (const [at, date] of dates.entries()) {
      const mention = list[at];
      if (mention !== undefined) linked[first + at] = { ...mention, date, dateLink: 'shared' };
    }
  }
  return linked;
}

/** The dates behind `lần lượt`, behind the mention or its issuer. */
function datesInTurn(source: Source, { span, issuer }: Mention, lexicon: Lexicon): readonly DateReading[] {
  let at = skipSpace(source, Math.max(span.end, issuer?.end ?? 0));
  if (/^[,(]/.test(source.text.charAt(at))) at = skipSpace(source, at + 1);
  at = behindLead(source, at, lexicon);
  if (!source.folded.startsWith(lexicon.inTurn, at)) return [];
  at = behindLead(source, skipSpace(source, at + lexicon.inTurn.length), lexicon);
  const dates: DateReading[] = [];
  for (let next: number | null = at; next !== null && dates.length < mostDates; ) {
    const date = readDate(source, readDayWord(source, next, lexicon) ?? next, lexicon);
    if (date === null) break;
    dates.push(date);
    next = skipJoiners(source, date.end, lexicon);
  }
  return dates;
}

/** `ban hành`, `vào`, `các`. */
function behindLead(source: Source, at: number, lexicon: Lexicon): number {
  const lead = lexicon.dateLeads.startingAt(source, at);
  return lead === null || lead.start !== at ? at : skipSpace(source, lead.end);
}
