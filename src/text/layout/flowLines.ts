import { listMarkOf } from '../listMark.js';
import { isCapitals } from '../paperMarks.js';
import type { FlowLine, Margins } from './Flow.js';
import type { LevelPage } from './LevelPage.js';
import { middleOf, type Row } from './Row.js';

/** The edges that most long lines of a page keep to; undefined where a page has too few. */
export function marginsOf(rows: readonly Row[], page: LevelPage): Margins | undefined {
  const widest = Math.max(0, ...rows.map((row) => row.right - row.left));
  const long = rows.filter((row) => row.right - row.left > 0.75 * widest && row.right - row.left > 0.45 * page.width);
  if (long.length < 2) return undefined;
  const pitches = rows.slice(1).map((row, index) => middleOf(row) - middleOf(rows[index] ?? row));
  return {
    left: leftMargin(rows, long, page.lineHeight),
    right: share(
      long.map((row) => row.right),
      0.8,
    ),
    lineHeight: page.lineHeight,
    pitch: share(
      pitches.filter((pitch) => pitch > 0.8 * page.lineHeight && pitch < 2.5 * page.lineHeight),
      0.4,
      1.4 * page.lineHeight,
    ),
  };
}

/** Wrapped lines return to the margin; where every long line is the first of a paragraph, their short ends alone do. */
function leftMargin(rows: readonly Row[], long: readonly Row[], lineHeight: number): number {
  const ofLong = share(
    long.map((row) => row.left),
    0.15,
  );
  const further = rows.map((row) => row.left).filter((left) => left < ofLong - 0.7 * lineHeight);
  const middle = share(further, 0.5);
  const agreeing = further.filter((left) => Math.abs(left - middle) < 0.4 * lineHeight);
  return agreeing.length >= 3 && agreeing.length > further.length / 2 ? middle : ofLong;
}

function share(values: readonly number[], part: number, otherwise = 0): number {
  return [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? otherwise;
}

export function flowLineOf(row: Row, margins: Margins, partWords: readonly string[]): FlowLine {
  const known = row.words.filter(({ word }) => word.bold !== undefined && /\p{L}/u.test(word.text));
  const indent = row.left - margins.left;
  const deficit = margins.right - row.right;
  return {
    row,
    margins,
    mark: listMarkOf(row.text, partWords),
    // A first line's indent is two to three line heights: a centred line stands in from both edges by more.
    centred: indent > 2.2 * margins.lineHeight && Math.abs(indent - deficit) < 1.2 * margins.lineHeight,
    bold: known.length === 0 ? undefined : known.every(({ word }) => word.bold === true),
    capitals: isCapitals(row.text) && (row.text.match(/\p{L}/gu) ?? []).length >= 6,
  };
}
