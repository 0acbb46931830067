import { clauseStart } from './clauseStart.js';
import type { Lexicon } from './lexicon.js';
import { fullOf, type Mention } from './mention.js';
import { type DateReading, readDate, readDayWord, readYearOnly } from './readDate.js';
import { isCapital, isWordUnit, type Source, skipSpace } from './source.js';

/** Gives dates to mentions that have none beside them: that of their list, the one before them, or the one behind the issuer. */
export function linkDates(source: Source, mentions: readonly Mention[], lexicon: Lexicon): Mention[] {
  const linked = shareListDates(mentions);
  const told = new Map<string, Set<string>>();
  for (const mention of mentions) {
    const full = fullOf(mention);
    const date = mention.date?.date;
    if (full !== null && date != null) told.set(full, (told.get(full) ?? new Set()).add(date));
  }
  return linked.map((mention, index) => {
    const sameDay = mention.date === null ? dateOfSameDay(source, mention, linked[index - 1], lexicon) : null;
    if (sameDay !== null) return { ...mention, date: sameDay, dateLink: 'shared' };
    if (mention.date !== null) {
      // A list's date is an inference; what the report says of the same document elsewhere goes before it.
      const elsewhere = told.get(fullOf(mention) ?? '');
      const contradicted =
        mention.dateLink === 'shared' && elsewhere !== undefined && !elsewhere.has(mention.date.date ?? '');
      return contradicted ? { ...mention, date: null, dateLink: null } : mention;
    }
    if (mention.kind === 'named') return mention;
    const previous = linked[index - 1];
    const date =
      dateBehindIssuer(source, mention, lexicon) ??
      dateBefore(source, mention, previous, lexicon) ??
      readYearOnly(source, mention.span.end, lexicon);
    return date === null ? mention : { ...mention, date, dateLink: 'remote' };
  });
}

/** `số 12/KH-UBND, số 15/KH-UBND ngày …`: one date at the end of a list whose later members repeat no type word. */
function shareListDates(mentions: readonly Mention[]): Mention[] {
  const linked = [...mentions];
  for (let index = linked.length - 2; index >= 0; index--) {
    const mention = linked[index];
    const next = linked[index + 1];
    if (mention === undefined || next === undefined || mention.date !== null) continue;
    if (!next.continues || next.ownType || next.dateLink === null || next.dateLink === 'remote') continue;
    linked[index] = { ...mention, date: next.date, dateLink: 'shared' };
  }
  return linked;
}

/** `Kế hoạch số 12/KH-UBND ngày 05/01/2023 và Kế hoạch số 13/KH-UBND cùng ngày`: the date of the one before, in its sentence. */
function dateOfSameDay(
  { text, folded }: Source,
  { span }: Mention,
  previous: Mention | undefined,
  { sameDay }: Lexicon,
): DateReading | null {
  if (previous?.date?.date == null || /[.;:]\s/.test(text.slice(previous.span.end, span.start))) return null;
  const said = /^[\s,(]*/.exec(folded.slice(span.end, span.end + 4))?.[0].length ?? 0;
  return folded.startsWith(sameDay, span.end + said) ? previous.date : null;
}

/** `… của UBND thành phố ngày 05/01/2023`, `… Hội nghị Trung ương 7 (12-3-2003)`. */
function dateBehindIssuer(source: Source, { issuer, span }: Mention, lexicon: Lexicon): DateReading | null {
  if (issuer === null || issuer.start < span.end) return null;
  let at = skipSpace(source, issuer.end);
  const bracketed = source.text[at] === '(';
  if (bracketed || source.text[at] === ',') at = skipSpace(source, at + 1);
  const day = readDayWord(source, at, lexicon);
  if (day !== null) return readDate(source, day, lexicon);
  const bare = bracketed ? readDate(source, at, lexicon) : null;
  return bare === null || bare.status === 'partial' ? null : bare;
}

const farthestDate = 260;

/** `Ngày 21/06/2023 UBND thành phố ban hành Quyết định số …`: the date opens the clause and the verb leads to the document. */
function dateBefore(
  source: Source,
  mention: Mention,
  previous: Mention | undefined,
  lexicon: Lexicon,
): DateReading | null {
  const joinedTo = mention.continues ? previous : undefined;
  if (
    joinedTo !== undefined &&
    joinedTo.dateLink === 'remote' &&
    joinedTo.date !== null &&
    joinedTo.date.end < joinedTo.span.start
  ) {
    return joinedTo.date;
  }
  const floor = Math.max(
    previous?.span.end ?? 0,
    mention.span.start - farthestDate,
    clauseStart(source, mention.span.start),
  );
  const verb = lexicon.issuers.issuing.endingAt(source, skipPlural(source, mention.span.start));
  if (verb === null || verb.start < floor) return null;
  for (let at = floor; at < verb.start; at++) {
    if (!source.folded.startsWith(lexicon.day, at) || isWordUnit(source.folded.charCodeAt(at - 1))) continue;
    const day = readDayWord(source, at, lexicon);
    const date = day === null ? null : readDate(source, day, lexicon);
    if (date !== null && date.status !== 'partial') return opensClause(source, at, floor) ? date : null;
  }
  return null;
}

/** `ban hành các Quyết định`: the plural mark stands between verb and type. */
function skipPlural(source: Source, at: number): number {
  const before = /(?:^|\s)(?:cac|nhung)\s{1,4}$/.exec(source.folded.slice(Math.max(0, at - 12), at));
  return before === null ? at : at - before[0].trimStart().length;
}

function opensClause({ text }: Source, at: number, floor: number): boolean {
  // A line break that a capital follows: a heading above it need not end with a stop.
  if (/\n[ \t]*$/.test(text.slice(floor, at)) && isCapital(text, at)) return true;
  const before = text.slice(floor, at).trim();
  return before === '' || /[.;:,(–\-+]$/.test(before) || /^(vào|Vào)$/.test(before);
}
