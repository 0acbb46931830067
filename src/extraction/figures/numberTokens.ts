import type { Span } from '../../model/document-text.js';
import type { Hedge } from '../../model/facts.js';
import type { Lexicon, Unit } from './lexicon.js';
import { type PrintedNumber, readNumber } from './readNumber.js';

export interface Amount extends PrintedNumber, Span {
  readonly hedge: Hedge;
  /** What is counted, as printed behind the number. */
  readonly unit: Unit | undefined;
  /** Where the unit ends; the number's end where there is none. */
  readonly unitEnd: number;
}

/** `229 hồ sơ` */
export interface NumberToken extends Amount {
  readonly kind: 'number';
}

/** `78,2%` */
export interface PercentToken extends Amount {
  readonly kind: 'percent';
}

/** `229/293 hồ sơ`, `229 hồ sơ/293 hồ sơ` */
export interface FractionToken extends Span {
  readonly kind: 'fraction';
  readonly part: Amount;
  readonly whole: Amount;
}

/** `thứ 6/20` */
export interface RankToken extends Span {
  readonly kind: 'rank';
  readonly rank: number;
  readonly field: number;
  /** Where the words begin that make a rank of it (`xếp thứ`). */
  readonly markStart: number;
}

/** A number that is a name, a date, a schedule or a rate: no amount. */
export interface LabelToken extends Span {
  readonly kind: 'label';
}

export type Token = NumberToken | PercentToken | FractionToken | RankToken | LabelToken;

/** A number and what is glued to it: dates, document numbers, fractions, ranges, times. */
const chain = /\d+(?:[.,]\d+)*(?:(?:\s*\/\s*|:|\s?-\s?)\d+(?:[.,]\d+)*)*/g;

/** The numbers of a sentence, given folded; offsets are those of the sentence. */
export function numberTokens(folded: string, lexicon: Lexicon): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of folded.matchAll(chain)) {
    const previous = tokens.at(-1);
    const alone = tokenOf(folded, match.index, match[0], lexicon);
    const token = isNamedAlong(folded, previous, alone) ? labelAt(alone) : alone;
    const joined = previous === undefined ? undefined : joinOverSlash(folded, previous, token);
    if (joined === undefined) tokens.push(token);
    else tokens.splice(-1, 1, ...joined);
  }
  return tokens;
}

const labelAt = ({ start, end }: Span): LabelToken => ({ kind: 'label', start, end });

/** `các điều 75, 76 và 81`: what makes a name of the first makes names of them all. */
function isNamedAlong(folded: string, previous: Token | undefined, token: Token): boolean {
  if (previous?.kind !== 'label' || token.kind !== 'number' || token.unit !== undefined) return false;
  return /^\s*(?:,|;|,?\s*va|hoac|den)\s*$/.test(folded.slice(previous.end, token.start));
}

function tokenOf(folded: string, start: number, printed: string, lexicon: Lexicon): Token {
  const end = start + printed.length;
  const label: LabelToken = { kind: 'label', start, end };
  const before = folded.slice(Math.max(0, start - 40), start);
  if (isListMark(folded, start, end) || isGlued(folded, start, end) || isEnumerator(before, printed, folded.slice(end)))
    return label;
  const rank = rankOf(folded, { start, end }, printed, before, lexicon);
  if (rank !== undefined) return rank;
  if (isName(before, printed, lexicon) && !isOfPeople(folded, end, before, lexicon)) return label;
  const parts = printed.split(/\s*[/:-]\s*/);
  if (parts.length === 1) return amountOf(folded, { start, end }, printed, before, lexicon) ?? label;
  if (parts.length === 2 && printed.includes('/')) {
    return fractionOf(folded, { start, end }, parts, before, lexicon) ?? label;
  }
  return label;
}

/** `2.1. Công tác …` */
function isListMark(folded: string, start: number, end: number): boolean {
  return (
    start < 8 && /^[^a-z0-9]*$/.test(folded.slice(0, start)) && /^\s?[.)](?:\s|$)/.test(folded.slice(end, end + 3))
  );
}

/** `(2) công tác …` counts off; `hai (02) vụ` and `không (0) vụ` repeat a word in digits. */
function isEnumerator(before: string, printed: string, behind: string): boolean {
  if (!/^\d{1,2}$/.test(printed) || !/\(\s*$/.test(before) || !/^\s*\)/.test(behind)) return false;
  return !/(?<![a-z])(?:khong|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s*\(\s*$/.test(before);
}

/** `Điều 5`, `năm 2023`, `số 12`; not `tổng số 12`. */
function isName(before: string, printed: string, lexicon: Lexicon): boolean {
  if (lexicon.labelBefore.test(before)) return !lexicon.amountBefore.test(before);
  return /^(?:19|20)\d\d$/.test(printed) && lexicon.yearBefore.test(before);
}

/** `văn phòng Sở 58 người`: without diacritics `Sở` is `số`, but no document's number is followed by people or bodies. */
function isOfPeople(folded: string, end: number, before: string, lexicon: Lexicon): boolean {
  return /(?<![a-z])so\s$/.test(before) && unitAt(folded, end, lexicon).unit?.overlaps === true;
}

/** Part of a word or a document's number: `QH14`, `7h30`, `718/KH`, `05-KL/TW`, `- CTr/TU`, `.5`; not `35.000.000đ`. */
function isGlued(folded: string, start: number, end: number): boolean {
  if (/[a-z]/.test(folded.charAt(start - 1))) return true;
  if (/[a-z]/.test(folded.charAt(end)) && !isMoney(folded, start, end)) return true;
  return /^\s?\/\s?[a-z]{1,6}\s?[-/&.]|^\s?\/\s?(?:qh|ttg|nd|qd)\d*|^\s?-\s?[a-z]{1,6}\s?\//.test(
    folded.slice(end, end + 12),
  );
}

function isMoney(folded: string, start: number, end: number): boolean {
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(folded.slice(start, end)) && /^d(?![a-z0-9])/.test(folded.slice(end));
}

function rankOf(
  folded: string,
  { start, end }: Span,
  printed: string,
  before: string,
  lexicon: Lexicon,
): RankToken | undefined {
  // `xếp hạng năm 2023: 6/20`, `vị trí thứ 6/20`
  const lead = before.replace(/(?:trong\s+)?nam\s+\d{4}\s*:?\s*(?:la|dat)?\s*$/, '').replace(/\s(?:la|dat|o)\s*$/, ' ');
  const mark = lexicon.rankBefore.exec(lead);
  if (mark === null) return undefined;
  const markStart = start - before.length + mark.index;
  const [rank, field, ...more] = printed.split(/\s*\/\s*/);
  if (rank === undefined || more.length > 0 || !/^\d{1,3}$/.test(rank)) return undefined;
  const { unit } = unitAt(folded, end, lexicon);
  if (field !== undefined && unit !== undefined && !lexicon.rankFields.has(unit.group)) return undefined;
  if (field !== undefined)
    return /^\d{1,3}$/.test(field) ? { kind: 'rank', start, end, markStart, ...placeOf(rank, field) } : undefined;
  lexicon.rankOf.lastIndex = end;
  const behind = lexicon.rankOf.exec(folded);
  const behindField = behind?.groups?.field;
  if (behind === null || behindField === undefined || behindField.length > 3) return undefined;
  const last = behind.index + behind[0].length;
  // `xếp thứ 2 trong 6 tháng` is a stretch of time, no field.
  if (/^\s*(?:thang|nam|ngay|tuan|quy|[/.,]\d|%)/.test(folded.slice(last))) return undefined;
  return { kind: 'rank', start, end: last, markStart, ...placeOf(rank, behindField) };
}

const placeOf = (rank: string, field: string) => ({ rank: Number(rank), field: Number(field) });

function amountOf(
  folded: string,
  { start, end }: Span,
  printed: string,
  before: string,
  lexicon: Lexicon,
): NumberToken | PercentToken | undefined {
  const number = readNumber(printed);
  if (number === null || printed.replace(/\D/g, '').length > 15) return undefined;
  const hedge = hedgeOf(before, lexicon);
  lexicon.percentSign.lastIndex = end;
  const sign = lexicon.percentSign.exec(folded);
  if (sign !== null) {
    const last = end + sign[0].length;
    return { kind: 'percent', ...number, hedge, start, end: last, unit: undefined, unitEnd: last };
  }
  lexicon.per.lastIndex = end;
  if (lexicon.per.test(folded)) return undefined;
  const { unit, unitEnd } = isMoney(folded, start, end)
    ? { unit: lexicon.unitOf('dong'), unitEnd: end + 1 }
    : unitAt(folded, end, lexicon);
  lexicon.per.lastIndex = unitEnd;
  if (unit !== undefined && lexicon.per.test(folded)) return undefined;
  if (unit === undefined && lexicon.labelWithoutUnitBefore.test(before)) return undefined;
  // A year without `năm` before it (`giai đoạn 2021, 2022`); amounts of that size are written 2.023.
  if (unit === undefined && /^(?:19|20)\d\d$/.test(printed)) return undefined;
  return { kind: 'number', ...number, hedge, start, end, unit, unitEnd };
}

function fractionOf(
  folded: string,
  { start, end }: Span,
  parts: readonly string[],
  before: string,
  lexicon: Lexicon,
): FractionToken | undefined {
  const [part, whole] = parts.map(readNumber);
  const [printedPart = '', printedWhole = ''] = parts;
  if (part === undefined || part === null || whole === undefined || whole === null) return undefined;
  if (whole.value === 0) return undefined;
  const isWhole = part.decimals === 0 && whole.decimals === 0;
  if (isWhole && lexicon.dayBefore.test(before) && part.value <= 31 && whole.value <= 12) return undefined;
  // 24/7: all day and night; 5/2023: a month.
  if ((part.value === 24 && whole.value === 7) || (part.value <= 12 && /^(?:19|20)\d\d$/.test(printedWhole)))
    return undefined;
  if (/^\s*%/.test(folded.slice(end))) return undefined;
  const { unit, unitEnd } = unitAt(folded, end, lexicon);
  // Points are `19,5/20`; amounts with a comma name what they count (`38,5/38,5 triệu đồng`).
  if (unit?.group === 'điểm' || (unit === undefined && !isWhole)) return undefined;
  lexicon.per.lastIndex = unitEnd;
  if (lexicon.per.test(folded)) return undefined;
  const wholeStart = end - printedWhole.length;
  return {
    kind: 'fraction',
    start,
    end,
    part: { ...part, hedge: hedgeOf(before, lexicon), unit, start, end: start + printedPart.length, unitEnd },
    whole: { ...whole, hedge: 'exact', unit, start: wholeStart, end, unitEnd },
  };
}

/**
 * `229 hồ sơ/293 hồ sơ` is a fraction, `02 vụ/05 bị can` two amounts; `5.000 bộ hồ sơ/5 lĩnh vực` is a rate, and neither of
 * its numbers an amount.
 */
function joinOverSlash(folded: string, left: Token, right: Token): readonly Token[] | undefined {
  if (left.kind !== 'number' || left.unit === undefined) return undefined;
  if (right.kind !== 'number' && right.kind !== 'label') return undefined;
  const between = folded.slice(left.unitEnd, right.start);
  if (!/^[a-z ]{0,40}\/\s*$/.test(between)) return undefined;
  const sameUnit = right.kind === 'number' && (right.unit === undefined || right.unit.group === left.unit.group);
  if (sameUnit && right.value > 0) {
    return [{ kind: 'fraction', start: left.start, end: right.end, part: left, whole: right }];
  }
  if (right.kind === 'number' && right.unit?.counted === true) return undefined;
  return [
    { kind: 'label', start: left.start, end: left.end },
    { kind: 'label', start: right.start, end: right.end },
  ];
}

function unitAt(folded: string, at: number, lexicon: Lexicon): { unit: Unit | undefined; unitEnd: number } {
  lexicon.unit.lastIndex = at;
  const match = lexicon.unit.exec(folded);
  const unit = match === null ? undefined : lexicon.unitOf(match.groups?.unit ?? '');
  return { unit, unitEnd: match === null || unit === undefined ? at : at + match[0].length };
}

function hedgeOf(before: string, { hedgeBefore }: Lexicon): Hedge {
  if (hedgeBefore.under.test(before)) return 'under';
  if (hedgeBefore.about.test(before)) return 'about';
  if (!hedgeBefore.over.test(before)) return 'exact';
  // `229 hồ sơ trên 293 hồ sơ` takes a part of a whole; only `đạt trên 70%` hedges.
  return /(?<![a-z])tren\s*$/.test(before) && /\d[^.;:%]{0,30}$/.test(before) ? 'exact' : 'over';
}
