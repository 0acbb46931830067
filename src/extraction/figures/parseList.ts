import type { NumberToken } from './numberTokens.js';
import type { Stretch } from './Stretch.js';
import { sign } from './sign.js';

/** The parts that a list names. */
export interface PartList {
  readonly parts: readonly NumberToken[];
  /** Closed by `và …` or `còn lại …`: the last part is named as the last. */
  readonly closed: boolean;
  /** Two numbers in one item, a list within the list, or `v.v.`: its parts cannot be told for certain. */
  readonly unclear: boolean;
  readonly end: number;
  /** Numbers of the sentence behind the last part: were they parts, they might make up the total. */
  readonly beyond: readonly NumberToken[];
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly opener: string;
}

/** Reads `5 đơn khiếu nại, 4 đơn tố cáo và 3 đơn phản ánh`, `khiếu nại: 5; tố cáo: 4` from `start` on. */
export function parseList(stretch: Stretch, start: number, limit: number): PartList {
  const region = withoutBrackets(stretch.masked.slice(start, limit));
  const { breakdown } = stretch.lexicon;
  const semicolon = region.indexOf(';');
  const first = semicolon === -1 ? region : region.slice(0, semicolon);
  const isSemicolonList = semicolon !== -1 && amountsIn(stretch, start, start + first.length, region, start).length < 2;
  const list = isSemicolonList ? region : first;
  const parts: NumberToken[] = [];
  let closed = false;
  let unclear = false;
  let end = start;
  let numberFirst: boolean | undefined;
  for (const piece of piecesOf(list, isSemicolonList)) {
    const whole = list.slice(piece.start, piece.end);
    const nested = breakdown.marker.exec(whole);
    const text = nested === null ? whole : whole.slice(0, nested.index);
    const numbers = amountsIn(stretch, start + piece.start, start + piece.start + text.length, region, start);
    const [number] = numbers;
    if (number !== undefined) {
      const isRest = breakdown.rest.test(text) || namesOthers(stretch, piece, start, number);
      const leads = isRest || breakdown.lead.test(text);
      numberFirst ??= leads && !isRest;
      const goesOn = breakdown.continuation.test(text) || isOfOtherKind(number, parts);
      if (goesOn || (numberFirst && !leads)) {
        unclear ||= !goesOn && piece.opener === 'va' && mayNameLast(text, number, start + piece.start, stretch);
        break;
      }
      const alike = numbers.filter(({ unit }) => unit === undefined || unit.group === number.unit?.group);
      if (alike.length > 1) unclear = true;
      parts.push(number);
      closed ||= isRest;
    }
    end = start + piece.start + text.length;
    if (nested !== null && !isSemicolonList) {
      unclear = true;
      break;
    }
    if (number !== undefined && parts.length > 1 && (piece.opener.trim() === 'va' || closed)) {
      closed = true;
      break;
    }
  }
  unclear ||= breakdown.unfinished.test(stretch.masked.slice(start, Math.min(end + 12, limit)));
  const last = parts.at(-1)?.end ?? start;
  const beyond = amountsIn(stretch, last, start + region.length, region, start);
  return { parts, closed, unclear, end, beyond };
}

/** `và nhân viên khác 10 người`; as printed, for without diacritics it is `khắc phục`. */
function namesOthers(
  { document, start: offset }: Stretch,
  piece: Piece,
  listStart: number,
  number: NumberToken,
): boolean {
  const label = document.text.slice(offset + listStart + piece.start, offset + number.start);
  return /^\s*(?:\p{L}+\s+){1,5}khác\s*:?\s*$/iu.test(label);
}

/** `38 bác sĩ, 24 điều dưỡng và hộ lý 25 người`: a few words that tell no deed may name the last part. */
function mayNameLast(text: string, number: NumberToken, pieceStart: number, { lexicon }: Stretch): boolean {
  const label = text.slice(0, number.start - pieceStart);
  return !lexicon.percentage.achievements.test(label) && (label.match(/[a-z]+/g) ?? []).length <= 5;
}

/** Two parts or more say what is counted; what counts something else goes on with the sentence. */
function isOfOtherKind({ unit }: NumberToken, parts: readonly NumberToken[]): boolean {
  return (
    unit !== undefined &&
    parts.length > 1 &&
    parts.every((part) => part.unit !== undefined && part.unit.group !== unit.group)
  );
}

/** Items end at a semicolon, or at commas and `và` where there is none. */
function piecesOf(list: string, bySemicolon: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let opener = '';
  for (const separator of list.matchAll(
    bySemicolon ? /;(?:\s*va(?![a-z]))?/g : /,(?:\s*va(?![a-z]))?|(?<![a-z])va(?![a-z])/g,
  )) {
    pieces.push({ start, end: separator.index, opener });
    start = separator.index + separator[0].length;
    opener = separator[0].replace(/[,;\s]/g, '');
  }
  return [...pieces, { start, end: list.length, opener }];
}

/** What stands in brackets within an item is a list of its own: blanked, at its length. */
function withoutBrackets(masked: string): string {
  return masked.replace(/\([^()]*(?:\)|$)/g, (inner) => ' '.repeat(inner.length));
}

function amountsIn(
  stretch: Stretch,
  start: number,
  end: number,
  region: string,
  regionStart: number,
): readonly NumberToken[] {
  return stretch.tokens.filter(
    (token): token is NumberToken =>
      token.kind === 'number' &&
      token.start >= start &&
      token.end <= end &&
      region.charAt(token.start - regionStart) === sign.number,
  );
}
