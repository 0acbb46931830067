import type { Extent, LevelPage, LevelWord } from './LevelPage.js';

/** Words that stand side by side on one printed line, left to right. */
export interface Row extends Extent {
  readonly page: number;
  readonly words: readonly LevelWord[];
  readonly text: string;
}

export function rowOf(words: readonly LevelWord[]): Row {
  const sorted = [...words].sort((a, b) => a.left - b.left);
  return {
    page: sorted[0]?.page ?? 0,
    words: sorted,
    text: sorted.map(({ word }) => word.text).join(' '),
    left: Math.min(...sorted.map((word) => word.left)),
    right: Math.max(...sorted.map((word) => word.right)),
    top: Math.min(...sorted.map((word) => word.top)),
    bottom: Math.max(...sorted.map((word) => word.bottom)),
  };
}

export const middleOf = (extent: Extent): number => (extent.top + extent.bottom) / 2;
export const centreOf = (extent: Extent): number => (extent.left + extent.right) / 2;

interface Unit {
  readonly words: readonly LevelWord[];
  readonly middle: number;
}

/**
 * The printed lines of a page (or of a cell), top to bottom, whatever order and grouping the reader gave.
 * Words of one reader's line stay together unless the line itself runs over two printed lines.
 */
export function rowsOf(lines: LevelPage['lines'], lineHeight: number): readonly Row[] {
  const units = lines
    .flatMap((words): Unit[] => {
      const middle = median(words.map(middleOf));
      const level = words.every((word) => Math.abs(middleOf(word) - middle) < 0.6 * lineHeight);
      return level ? [{ words, middle }] : words.map((word) => ({ words: [word], middle: middleOf(word) }));
    })
    // Long units set the lines; a lone dash or stray mark then joins the nearest.
    .sort((a, b) => b.words.length - a.words.length || a.middle - b.middle);
  const rows: { words: LevelWord[]; middle: number }[] = [];
  for (const unit of units) {
    const nearest = rows
      .filter((row) => Math.abs(row.middle - unit.middle) < 0.45 * lineHeight && !overlaps(row.words, unit.words))
      .sort((a, b) => Math.abs(a.middle - unit.middle) - Math.abs(b.middle - unit.middle))[0];
    if (nearest === undefined) rows.push({ words: [...unit.words], middle: unit.middle });
    else nearest.words.push(...unit.words);
  }
  return rows.sort((a, b) => a.middle - b.middle).map((row) => rowOf(row.words));
}

/** Two words that stand above one another are not on one line. */
function overlaps(row: readonly LevelWord[], unit: readonly LevelWord[]): boolean {
  return unit.some((word) =>
    row.some((other) => {
      const shared = Math.min(word.right, other.right) - Math.max(word.left, other.left);
      return shared > 0.4 * Math.min(word.right - word.left, other.right - other.left);
    }),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Words parted wherever the gap between neighbours is at least `gap` pixels. */
export function segmentsOf(row: Row, gap: number): readonly Row[] {
  const groups: LevelWord[][] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const word of row.words) {
    if (word.left - edge >= gap) groups.push([word]);
    else groups.at(-1)?.push(word);
    edge = Math.max(edge, word.right);
  }
  return groups.map(rowOf);
}
