import type { Grid } from './findGrids.js';
import type { LevelWord } from './LevelPage.js';
import { middleOf, type Row, rowsOf } from './Row.js';
import { splitEntries } from './splitEntries.js';

/** A row of a table: for each column the printed lines of its cell. */
export interface TableRow {
  readonly page: number;
  readonly cells: readonly (readonly Row[])[];
}

/** A running number, Roman numeral or rubric id that stands alone in the first cell of a row. */
const rowMark = /^\(?(?:[IVXL]{1,5}|\d{1,3}(?:[.,]\d{1,2}){0,4}|[A-ZĐ](?:[.,]\d{1,2}){0,4})[.)]?$/u;

const isRowMark = (text: string): boolean => rowMark.test(text.replace(/\s+/g, ''));

/** The words of a ruled table, cell by cell; a merged cell's words stand in its first row and column. */
export function rowsOfGrid(grid: Grid, lines: readonly (readonly LevelWord[])[], lineHeight: number): TableRow[] {
  const width = grid.columns.length - 1;
  const height = grid.rows.length - 1;
  const cells: LevelWord[][][][] = Array.from({ length: height }, () => Array.from({ length: width }, () => []));
  for (const line of lines) {
    const pieces = new Map<string, LevelWord[]>();
    for (const word of line) {
      const slot = grid.ownerOf(slotOf(grid.rows, middleOf(word)), slotOf(grid.columns, (word.left + word.right) / 2));
      const key = `${slot.row}:${slot.column}`;
      const piece = pieces.get(key);
      if (piece !== undefined) piece.push(word);
      else {
        const made = [word];
        pieces.set(key, made);
        cells[slot.row]?.[slot.column]?.push(made);
      }
    }
  }
  const page = lines[0]?.[0]?.page ?? 0;
  return cells
    .map((row): TableRow => ({ page, cells: row.map((cell) => rowsOf(cell, lineHeight)) }))
    .filter((row) => row.cells.some((cell) => cell.length > 0))
    .flatMap((row) => splitRow(row, lineHeight));
}

/** A ruled row that holds several entries, for want of rulings between them: its first cell has several numbers. */
function splitRow(row: TableRow, lineHeight: number): readonly TableRow[] {
  const first = row.cells[0] ?? [];
  if (first.length < 2 || !first.every((line) => isRowMark(line.text))) return [row];
  const lines = rowsOf(
    row.cells.flat().map((line) => line.words),
    lineHeight,
  );
  const columnOf = new Map(
    row.cells.flatMap((cell, column) => wordsOfCell(cell).map((word) => [word, column] as const)),
  );
  const byColumn = lines.map((line) =>
    row.cells.map((_, column) => line.words.filter((word) => columnOf.get(word) === column)),
  );
  return splitEntries(byColumn).map((cells) => ({ page: row.page, cells }));
}

function slotOf(edges: readonly number[], place: number): number {
  let slot = 0;
  while (slot < edges.length - 2 && place >= (edges[slot + 1] ?? Number.POSITIVE_INFINITY)) slot++;
  return slot;
}

/** The text of a cell, its lines joined. */
export const cellText = (cell: readonly Row[]): string => cell.map((line) => line.text).join(' ');

export const wordsOfCell = (cell: readonly Row[]): readonly LevelWord[] => cell.flatMap((line) => line.words);

export const mergeRows = (a: TableRow, b: TableRow): TableRow => ({
  page: a.page,
  cells: a.cells.map((cell, column) => [...cell, ...(b.cells[column] ?? [])]),
});
