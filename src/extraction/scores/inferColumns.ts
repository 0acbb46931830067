import type { Paragraph } from '../../model/document-text.js';
import { fold } from '../../text/fold.js';
import type { CriterionMatcher } from './criterionMatcher.js';
import { parsePoints } from './parsePoints.js';
import type { ScoreColumns } from './tableColumns.js';

/** Rows that must print the rubric's maximum before a table without its header is taken for one of points. */
const fewestRows = 3;
const share = 0.75;

/**
 * The columns of a table whose header was lost: the maxima are the column that repeats the rubric's, the claims the first
 * column of numbers behind it. Null where the rows do not show it.
 */
export function inferColumns(text: string, rows: readonly Paragraph[], matcher: CriterionMatcher): ScoreColumns | null {
  const count = rows[0]?.cells?.length ?? 0;
  const cellsOf = (row: Paragraph) => (row.cells ?? []).map((cell) => fold(text.slice(cell.start, cell.end)).trim());
  const table = rows.map(cellsOf).filter((cells) => cells.length === count);
  for (let title = 0; title < count; title++) {
    const named = table.flatMap((cells, row) => {
      const id = matcher.byRow(title === 0 ? '' : (cells[title - 1] ?? '').toUpperCase(), cells[title] ?? '');
      const max = id === null ? null : (matcher.criteria.get(id)?.max ?? null);
      return max === null ? [] : [{ row, max }];
    });
    if (named.length < fewestRows) continue;
    const isMaximum = (column: number) =>
      named.filter(({ row, max }) => parsePoints(table[row]?.[column] ?? '') === max).length >= share * named.length;
    const isNumber = (column: number) =>
      named.filter(({ row }) => parsePoints(table[row]?.[column] ?? '') !== null).length >= share * named.length;
    const columns = Array.from({ length: count }, (_, column) => column).filter((column) => column > title);
    const max = columns.find(isMaximum);
    const claim = columns.find((column) => max !== undefined && column > max && isNumber(column));
    if (max === undefined || claim === undefined) continue;
    const labels = Array.from({ length: title + 1 }, (_, column) => column);
    return { index: title === 0 ? null : title - 1, title, max, claim, points: [max, claim], labels, count };
  }
  return null;
}
