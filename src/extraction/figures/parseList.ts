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
      const isRest = breakdown.rest.test(text);
      const leads = isRest || breakdown.lead.test(text);
      numberFirst ??= leads && !isRest;
      if (breakdown.continuation.test(text) || (numberFirst && !leads)) break;
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
  return { parts, closed, unclear, end };
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
