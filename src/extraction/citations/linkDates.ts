import { clauseStart } from './clauseStart.js';
import { isJoined } from './isJoined.js';
import type { Lexicon } from './lexicon.js';
import { fullOf, type Mention } from './mention.js';
import { type DateReading, readDate, readDayWord, readYearOnly } from './readDate.js';
import { shareDatesInTurn } from './shareDatesInTurn.js';
import { isCapital, isWordUnit, type Source, skipSpace } from './source.js';

/** Gives dates to mentions that have none beside them: that of their list, the one before them, or the one behind the issuer. */
export function linkDates(source: Source, mentions: readonly Mention[], lexicon: Lexicon): Mention[] {
  const linked = shareListDates(source, shareDatesInTurn(source, mentions, lexicon), lexicon);
  const told = new Map<string, Set<string>>();
  for (const mention of mentions) {
    const full = fullOf(mention);
    const date = mention.date?.date;
    if (full !== null && date != null) told.set(full, (told.get(full) ?? new Set()).add(date));
  }
  for (const [index, mention] of linked.entries()) {
    linked[index] = withDate(source, mention, linked[index - 1], linked[index + 1], told, lexicon);
  }
  return linked;
}

function withDate(
  source: Source,
  mention: Mention,
  previous: Mention | undefined,
  next: Mention | undefined,
  told: ReadonlyMap<string, ReadonlySet<string>>,
  lexicon: Lexicon,
): Mention {
  const sameDay = mention.date === null ? dateOfSameDay(source, mention, previous, lexicon) : null;
  if (sameDay !== null) return { ...mention, date: sameDay, dateLink: 'shared' };
  if (mention.date !== null) {
    const isInferred = mention.dateLink === 'shared' && bearsSymbol(source, mention);
    const contradicted = isInferred && isToldOtherwise(mention, mention.date, told);
    return contradicted ? { ...mention, date: null, dateLink: null } : mention;
  }
  if (mention.kind === 'named') return mention;
  const ofList = dateOfJoined(source, mention, previous, lexicon);
  if (ofList !== null && !isToldOtherwise(mention, ofList, told))
    return { ...mention, date: ofList, dateLink: 'remote' };
  const date =
    dateBehindIssuer(source, mention, lexicon) ??
    dateBefore(source, mention, previous, lexicon) ??
    dateBehindTitle(source, mention, next, lexicon) ??
    readYearOnly(source, mention.span.end, lexicon);
  return date === null ? mention : { ...mention, date, dateLink: 'remote' };
}

/**
 * One date at the end of a list: `số 12/KH-UBND, số 15/KH-UBND ngày …`, whose later members repeat no type word, or
 * `Quyết định số 12/… và Quyết định số 13/… cùng ngày …`, which says so.
 */
function shareListDates(source: Source, mentions: readonly Mention[], lexicon: Lexicon): Mention[] {
  const linked = [...mentions];
  for (let index = linked.length - 2; index >= 0; index--) {
    const mention = linked[index];
    const next = linked[index + 1];
    if (mention === undefined || next === undefined || mention.date !== null) continue;
    if (next.date === null || next.dateLink === 'remote') continue;
    // A number that bears its own year takes no date of another.
    if (mention.year !== null && next.date.date?.startsWith(mention.year) !== true) continue;
    const isListed = next.continues && !next.ownType;
    const saysSameDay = source.folded
      .slice(next.date.start - farthestSameDay, next.date.start)
      .includes(lexicon.sameDay);
    if (!isListed && !(saysSameDay && isJoined(source, mention.span.end, next.span.start, lexicon))) continue;
    linked[index] = { ...mention, date: next.date, dateLink: 'shared' };
  }
  return linked;
}

/** In UTF-16 units, from the words to the date that they lead to. */
const farthestSameDay = 14;

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
  // `… của Sở Xây dựng ký ngày 05/01/2023`
  const lead = lexicon.dateLeads.startingAt(source, at);
  if (lead !== null && lead.start === at) at = skipSpace(source, lead.end);
  const day = readDayWord(source, at, lexicon);
  if (day !== null) return readDate(source, day, lexicon);
  const bare = bracketed ? readDate(source, at, lexicon) : null;
  return bare === null || bare.status === 'partial' ? null : bare;
}

/** `số 12, 13 và 14/QĐ-SXD ngày …`: numbers that leave their symbol to the last leave it their date as well. */
function bearsSymbol({ text }: Source, { numberSpan }: Mention): boolean {
  return /[/-]/.test(text.slice(numberSpan.start, numberSpan.end));
}

/** A list's date is an inference; what the report says of the same document elsewhere goes before it. */
function isToldOtherwise(mention: Mention, date: DateReading, told: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const elsewhere = told.get(fullOf(mention) ?? '');
  return elsewhere !== undefined && !elsewhere.has(date.date ?? '');
}

/** `Ngày 05/01/2023, Sở ban hành Kế hoạch số 12/KH-SXD và Quyết định số 13/QĐ-SXD`: the date that opened the clause is for both. */
function dateOfJoined(
  source: Source,
  { span }: Mention,
  previous: Mention | undefined,
  lexicon: Lexicon,
): DateReading | null {
  if (previous?.dateLink !== 'remote' || previous.date === null || previous.date.end >= previous.span.start)
    return null;
  return isJoined(source, previous.span.end, span.start, lexicon) ? previous.date : null;
}

/**
 * `… về việc ban hành Quy chế, ngày 05/01/2023.`: behind a comma after the summary, with nothing but the issuer or the
 * sentence's end behind it. Without them the date may open what follows.
 */
function dateBehindTitle(
  source: Source,
  mention: Mention,
  next: Mention | undefined,
  lexicon: Lexicon,
): DateReading | null {
  const ceiling = Math.min(source.text.length, mention.span.end + farthestDate, next?.span.start ?? source.text.length);
  const start = skipSpace(source, mention.span.end);
  if (lexicon.titles.about.startingAt(source, start)?.start !== start) return null;
  for (let at = source.text.indexOf(',', start); at >= 0 && at < ceiling; at = source.text.indexOf(',', at + 1)) {
    if (/[.;:\n]\s/.test(source.text.slice(start, at))) return null;
    const day = readDayWord(source, skipSpace(source, at + 1), lexicon);
    const date = day === null ? null : readDate(source, day, lexicon);
    if (date === null) continue;
    const behind = skipSpace(source, date.end);
    const isLast = /^(?:[.;)\n]|$)/.test(source.text.slice(behind, behind + 1));
    return isLast || lexicon.issuers.openers.startingAt(source, behind)?.start === behind ? date : null;
  }
  return null;
}

const farthestDate = 260;

/** `Ngày 21/06/2023 UBND thành phố ban hành Quyết định số …`: the date opens the clause and the verb leads to the document. */
function dateBefore(
  source: Source,
  mention: Mention,
  previous: Mention | undefined,
  lexicon: Lexicon,
): DateReading | null {
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
  // `1) Ngày …`, `a) Ngày …`
  if (/^(?:\d{1,2}|\p{L})\)$/u.test(before)) return true;
  return before === '' || /[.;:,(–\-+]$/.test(before) || /^(vào|Vào)$/.test(before);
}
