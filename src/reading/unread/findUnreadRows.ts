import type { PixelArea } from '../image/cutOut.js';
import type { Component } from '../image/findComponents.js';

/** A row of marks that looks like a printed line that nobody read. */
export interface UnreadRow extends PixelArea {
  readonly marks: number;
}

/** Fewer marks beside one another are specks, a signature or a page number. */
const leastMarks = 5;
/** Pixels from mark to mark: more than the widest space of a justified line. */
const widestGap = 90;

/** Groups marks whose middles lie within one another's height, close by, to rows of at least five. */
export function findUnreadRows(marks: readonly Component[]): readonly UnreadRow[] {
  const rows: Component[][] = [];
  for (const mark of marks.toSorted((one, other) => one.left - other.left)) {
    const row = rows.find((candidate) => {
      const last = candidate.at(-1);
      return last !== undefined && mark.left - last.right <= widestGap && overlap(last, mark);
    });
    if (row === undefined) rows.push([mark]);
    else row.push(mark);
  }
  return rows
    .filter((row) => row.length >= leastMarks)
    .map((row) => ({
      left: Math.min(...row.map(({ left }) => left)),
      top: Math.min(...row.map(({ top }) => top)),
      right: Math.max(...row.map(({ right }) => right)),
      bottom: Math.max(...row.map(({ bottom }) => bottom)),
      marks: row.length,
    }));
}

function overlap(one: PixelArea, other: PixelArea): boolean {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return shared > 0.4 * Math.min(one.bottom - one.top, other.bottom - other.top);
}
