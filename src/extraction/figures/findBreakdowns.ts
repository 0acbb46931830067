import type { Span } from '../../model/document-text.js';
import type { Breakdown } from '../../model/facts.js';
import { isPartition } from './isPartition.js';
import type { NumberToken } from './numberTokens.js';
import { parseList } from './parseList.js';
import { isDoubtful, quantityOf, type Stretch, spanIn } from './Stretch.js';
import { unitOf } from './unitAgreement.js';

/** In characters; a list that runs on longer is no list of parts. */
const longestList = 1000;

/** Share of the total above which parts behind `trong đó` are rather of two kinds that overlap than added up wrongly. */
const largestSlip = 0.15;

/** A number and the sentence that holds it. */
export interface Placed {
  readonly stretch: Stretch;
  readonly number: NumberToken;
}

export interface Grammar {
  /** `gồm` names all parts; `trong đó` may name some. */
  readonly namesAll: boolean;
  /** The list says which part is its last, or is set off by a colon. */
  readonly closed: boolean;
  /** `trong đó có`, `chủ yếu`. */
  readonly open: boolean;
  /** `v.v.`, items that cannot be told apart. */
  readonly unclear: boolean;
  /** Numbers behind the list that may be parts too. */
  readonly beyond: readonly NumberToken[];
}

/** `tổng số 12 đơn, trong đó: 5 đơn khiếu nại, 4 đơn tố cáo, 3 đơn phản ánh` within one sentence. */
export function findBreakdowns(stretch: Stretch, doubtfulConfidence: number): readonly Breakdown[] {
  const { breakdown } = stretch.lexicon;
  if (stretch.tokens.filter(({ kind }) => kind === 'number').length < 3) return [];
  const found: Breakdown[] = [];
  let outerEnd = -1;
  for (const marker of stretch.masked.matchAll(breakdown.markers)) {
    const start = marker.index + marker[0].length;
    const { parts, closed, unclear, end, beyond } = parseList(
      stretch,
      start,
      closingBracket(stretch.masked, marker.index),
    );
    if (parts.length < 2) continue;
    const isWorded = marker.groups?.closed !== undefined || marker.groups?.partial !== undefined;
    const total =
      isWorded || parts.every(({ unit }) => unit !== undefined) ? totalOf(stretch, parts, marker.index) : undefined;
    if (total === undefined) continue;
    const grammar: Grammar = {
      namesAll: marker.groups?.closed !== undefined,
      closed: closed || /:\s*$/.test(marker[0]),
      unclear,
      beyond,
      open:
        marker.groups?.open !== undefined || (marker.index < outerEnd && !isBracketed(stretch.masked, marker.index)),
    };
    outerEnd = Math.max(outerEnd, end);
    const place = (number: NumberToken): Placed => ({ stretch, number });
    found.push(
      breakdownOf(place(total), parts.map(place), grammar, doubtfulConfidence, numbersBefore(stretch, marker.index)),
    );
  }
  return found;
}

/** The fact, once total and parts are known; `others` are amounts before the list that the parts might make up instead. */
export function breakdownOf(
  total: Placed,
  parts: readonly Placed[],
  grammar: Grammar,
  doubtfulConfidence: number,
  others: readonly NumberToken[],
): Breakdown {
  const quantities = parts.map(({ stretch, number }) => quantityOf(stretch, number));
  const whole = quantityOf(total.stretch, total.number);
  const ends = [total, ...parts].map(({ stretch, number }) =>
    spanIn(stretch, { start: number.start, end: number.unitEnd }),
  );
  return {
    kind: 'breakdown',
    span: { start: Math.min(...ends.map(({ start }) => start)), end: Math.max(...ends.map(({ end }) => end)) },
    total: whole,
    parts: quantities,
    complete: isComplete(total, parts, grammar, others),
    doubtful:
      isDoubtful(total.stretch, [whole], doubtfulConfidence) ||
      parts.some(({ stretch }, index) => isDoubtful(stretch, quantities.slice(index, index + 1), doubtfulConfidence)),
  };
}

function isComplete(
  total: Placed,
  parts: readonly Placed[],
  grammar: Grammar,
  others: readonly NumberToken[],
): boolean {
  if (!isOneKind(total, parts) || [total, ...parts].some(({ number }) => number.hedge !== 'exact')) return false;
  const values = parts.map(({ number }) => number.value);
  const sum = values.reduce((left, right) => left + right, 0);
  const gap = Math.abs(total.number.value - sum);
  // All the kinds there are, each told once, add up; an open list of them may fall short, but not exceed.
  const exceeds = sum > total.number.value;
  if (gap >= 1e-9 && others.some(({ value }) => value === sum)) return false;
  if (
    !grammar.unclear &&
    (!grammar.open || exceeds) &&
    isPartition(parts, total.stretch.lexicon.vocabulary.breakdowns.partitions)
  )
    return true;
  if (grammar.open || grammar.unclear || isMadeUpBeyond(total.number.value - sum, grammar.beyond)) return false;
  if (gap < 1e-9 || grammar.namesAll) return true;
  if (unitOf(total.stretch, total.number)?.overlaps === true || gap > Math.max(3, total.number.value * largestSlip))
    return false;
  // Behind `trong đó`, a gap as large as a part is a part that was left unsaid, not a slip.
  const positive = values.filter((value) => value > 0);
  return gap < (grammar.closed ? Math.max(...positive) : Math.min(...positive));
}

/** `gồm 5 đơn khiếu nại và 4 đơn tố cáo, 3 đơn phản ánh`: what the list lacks stands behind it. */
function isMadeUpBeyond(lack: number, beyond: readonly NumberToken[]): boolean {
  let sum = 0;
  return beyond.some(({ value }) => {
    sum += value;
    return lack > 0 && (sum === lack || value === lack);
  });
}

/** Parts without a unit of their own are of the total's; of two kinds, nothing can be added up. */
function isOneKind(total: Placed, parts: readonly Placed[]): boolean {
  const groups = new Set(parts.flatMap(({ number }) => (number.unit === undefined ? [] : [number.unit.group])));
  const group = unitOf(total.stretch, total.number)?.group;
  return groups.size === 0 || (groups.size === 1 && (group === undefined || groups.has(group)));
}

/** The nearest number before the list that counts what the parts count. */
export function totalOf(stretch: Stretch, parts: readonly NumberToken[], before: number): NumberToken | undefined {
  const group = parts.find(({ unit }) => unit !== undefined)?.unit?.group;
  const candidates = numbersBefore(stretch, before);
  if (group !== undefined) return candidates.findLast((number) => unitOf(stretch, number)?.group === group);
  const nearest = candidates.at(-1);
  const last = stretch.tokens.findLast(({ end }) => end <= before);
  return nearest === last ? nearest : undefined;
}

function numbersBefore(stretch: Stretch, before: number): readonly NumberToken[] {
  const clause = stretch.masked.lastIndexOf(';', before);
  return stretch.tokens.filter(
    (token): token is NumberToken => token.kind === 'number' && token.end <= before && token.start > clause,
  );
}

/** Where the bracket that holds `at` closes; the end of the sentence where there is none. */
function closingBracket(masked: string, at: number): number {
  const limit = Math.min(masked.length, at + longestList);
  if (!isBracketed(masked, at)) return limit;
  const close = masked.indexOf(')', at);
  return close === -1 ? limit : Math.min(close, limit);
}

function isBracketed(masked: string, at: number): boolean {
  const before = masked.slice(Math.max(0, at - longestList), at + 1);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** The range of a list that goes on in the paragraphs below: a marker at the end of its sentence. */
export function endsWithMarker(
  stretch: Stretch,
): (Span & { readonly closed: boolean; readonly open: boolean }) | undefined {
  const last = [...stretch.masked.matchAll(stretch.lexicon.breakdown.markers)].at(-1);
  if (last === undefined || stretch.masked.slice(last.index + last[0].length).trim() !== '') return undefined;
  return {
    start: last.index,
    end: last.index + last[0].length,
    closed: last.groups?.closed !== undefined,
    open: last.groups?.open !== undefined,
  };
}
