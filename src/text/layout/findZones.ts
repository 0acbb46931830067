import { fold } from '../fold.js';
import type { PaperMarks } from '../paperMarks.js';
import { isCapitals } from '../paperMarks.js';
import type { LevelPage, LevelWord } from './LevelPage.js';
import { type Row, rowOf } from './Row.js';

type Strip = readonly [from: number, to: number];

/** Lines of two columns side by side: a letterhead, or recipients and signature. */
export interface Zone {
  readonly kind: 'letterhead' | 'closing';
  /** Indices of the page's rows that it takes. */
  readonly first: number;
  readonly end: number;
  /** One entry a printed line. */
  readonly lines: readonly { readonly left: Row | null; readonly right: Row | null }[];
  /** Middle of the white strip between the columns. */
  readonly gutter: number;
}

/** A letterhead has agency, motto, number, date and perhaps a subject over a few lines each. */
const letterheadReach = 9;
const closingReach = 40;

/** The letterhead of a page, if a paper begins on it. */
export function findLetterhead(rows: readonly Row[], page: LevelPage, marks: PaperMarks): Zone | undefined {
  const anchor = rows.findIndex((row) => marks.isMotto(row.text) && row.right > 0.5 * page.width);
  const anchors = (row: Row) => marks.isMotto(row.text) || hasNumber(row, marks) || hasDate(row, marks);
  const start = anchor >= 0 ? anchor : page.number === 1 ? rows.slice(0, letterheadReach).findIndex(anchors) : -1;
  if (start < 0) return undefined;
  let last = start;
  for (let index = start; index < Math.min(rows.length, start + letterheadReach); index++) {
    const row = rows[index];
    if (row === undefined || marks.isTypeLine(row.text)) break;
    if (anchors(row)) last = index;
  }
  for (let end = last + 1; end > start; end--) {
    const zone = zoneOf('letterhead', rows, start, end, page);
    if (zone === undefined) continue;
    return zoneOf('letterhead', rows, topOf(rows, zone, page), bottomOf(rows, zone, page, marks), page) ?? zone;
  }
  return undefined;
}

/** Lines above the motto (a superior's name set higher) that keep to the columns and do not stand far off. */
function topOf(rows: readonly Row[], zone: Zone, page: LevelPage): number {
  let first = zone.first;
  while (first > 0) {
    const [above, row] = [rows[first - 1], rows[first]];
    if (above === undefined || row === undefined || crosses(above, zone.gutter)) break;
    if (row.top - above.bottom > 1.5 * page.lineHeight) break;
    first--;
  }
  return first;
}

/** Lines under the number that stand in the left column alone: a letter's subject. */
function bottomOf(rows: readonly Row[], zone: Zone, page: LevelPage, marks: PaperMarks): number {
  let end = zone.end;
  while (end < rows.length) {
    const [row, above] = [rows[end], rows[end - 1]];
    if (row === undefined || above === undefined || row.right >= zone.gutter || marks.isTypeLine(row.text)) break;
    if (row.top - above.bottom > 1.2 * page.lineHeight || marks.isSalutation(row.text)) break;
    if (row.left < 0.06 * page.width && row.words.length < 2) break;
    end++;
  }
  return end;
}

/**
 * Recipients at the left, signature at the right, from the line that names the recipients; the signer's first lines may
 * stand a little higher. With `gutter`, the block goes on from the page before.
 */
export function findClosing(
  rows: readonly Row[],
  page: LevelPage,
  marks: PaperMarks,
  gutter?: number,
): Zone | undefined {
  if (gutter !== undefined) return continuedClosing(rows, page, marks, gutter);
  const anchor = rows.findIndex((row) => marks.startsRecipients(row.text));
  if (anchor < 0) return undefined;
  let first = anchor;
  while (first > 0 && anchor - first < 4) {
    const above = rows[first - 1];
    if (above === undefined || above.left < 0.4 * page.width || !isCapitals(above.text)) break;
    first--;
  }
  let limit = anchor + 1;
  while (limit < Math.min(rows.length, anchor + closingReach)) {
    const row = rows[limit];
    if (row === undefined || endsClosing(row, marks)) break;
    limit++;
  }
  for (let end = limit; end > anchor; end--) {
    const zone = zoneOf('closing', rows, first, end, page);
    if (zone !== undefined) return zone;
  }
  return undefined;
}

function continuedClosing(rows: readonly Row[], page: LevelPage, marks: PaperMarks, gutter: number): Zone | undefined {
  let end = 0;
  while (end < Math.min(rows.length, closingReach)) {
    const row = rows[end];
    if (row === undefined || crosses(row, gutter) || endsClosing(row, marks)) break;
    end++;
  }
  return end === 0 ? undefined : zoneOf('closing', rows, 0, end, page);
}

function endsClosing(row: Row, marks: PaperMarks): boolean {
  return marks.isAnnexLine(row.text) || marks.isTypeLine(row.text) || marks.isMotto(row.text);
}

function crosses(row: Row, x: number): boolean {
  return row.words.some((word) => word.left < x && word.right > x);
}

/** The rows as two columns, if a white strip goes through all of them between the page's fifths. */
function zoneOf(
  kind: Zone['kind'],
  rows: readonly Row[],
  first: number,
  end: number,
  page: LevelPage,
): Zone | undefined {
  const taken = rows.slice(first, end);
  const strips = clearStrips(
    taken.flatMap((row) => row.words),
    [0.2 * page.width, 0.75 * page.width],
  );
  // The widest: a gap inside one column (a lost word) is narrower than the white between columns.
  const best = strips
    .filter(([from, to]) => to - from >= 0.3 * page.lineHeight)
    .map((strip) => ({ strip, parted: taken.filter((row) => partedBy(row, strip)).length }))
    .filter(({ strip, parted }) => parted > 0 || standBothSides(taken, strip))
    .sort((a, b) => b.strip[1] - b.strip[0] - (a.strip[1] - a.strip[0]) || b.parted - a.parted)[0];
  if (best === undefined) return undefined;
  const gutter = (best.strip[0] + best.strip[1]) / 2;
  const side = (words: readonly LevelWord[]) => (words.length === 0 ? null : rowOf(words));
  return {
    kind,
    first,
    end,
    gutter,
    lines: taken.map((row) => ({
      left: side(row.words.filter((word) => word.right <= gutter)),
      right: side(row.words.filter((word) => word.right > gutter)),
    })),
  };
}

/** The parts of a stretch that no word covers. */
function clearStrips(words: readonly LevelWord[], [from, to]: Strip): readonly Strip[] {
  const strips: Strip[] = [];
  let edge = from;
  for (const word of [...words].sort((a, b) => a.left - b.left)) {
    if (word.left > edge && edge < to) strips.push([edge, Math.min(word.left, to)]);
    edge = Math.max(edge, word.right);
  }
  if (edge < to) strips.push([edge, to]);
  return strips;
}

function partedBy(row: Row, [from, to]: Strip): boolean {
  return row.words.some((word) => word.right <= from) && row.words.some((word) => word.left >= to);
}

function standBothSides(rows: readonly Row[], [from, to]: Strip): boolean {
  return rows.some((row) => row.right <= from) && rows.some((row) => row.left >= to);
}

function hasNumber(row: Row, marks: PaperMarks): boolean {
  return marks.isNumberLine(row.text);
}

function hasDate(row: Row, marks: PaperMarks): boolean {
  if (marks.isDateLine(row.text)) return true;
  // The number may stand before it on the same line.
  const at = fold(row.text).search(/\bngay\b/u);
  return at > 0 && marks.isDateLine(row.text.slice(at));
}
