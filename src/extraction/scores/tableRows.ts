import type { Paragraph, Span } from '../../model/document-text.js';
import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { fold } from '../../text/fold.js';
import type { CriterionMatcher } from './criterionMatcher.js';
import { inferColumns } from './inferColumns.js';
import { parsePoints } from './parsePoints.js';
import { headerAt, numbersColumns, type ScoreColumns } from './tableColumns.js';
import { totalWordsOf } from './totalWords.js';

/** A row of a table of points, its continuations joined. */
export interface ScoreRow {
  readonly index: string;
  readonly title: string;
  readonly max: TableCell | null;
  readonly claim: TableCell | null;
  /** The printed row that holds the points. */
  readonly row: Paragraph;
}

export interface TableCell extends Span {
  readonly folded: string;
}

/** The rows of every table of points among the table rows of a document, in order, and the rows that they take. */
export function scoreRowsOf(
  text: string,
  rows: readonly Paragraph[],
  matcher: CriterionMatcher,
  vocabulary: ScoresVocabulary,
): { readonly rows: readonly ScoreRow[]; readonly taken: ReadonlySet<Paragraph> } {
  const found: ScoreRow[] = [];
  const taken = new Set<Paragraph>();
  let columns: ScoreColumns | null = null;
  let table: number | undefined;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined) break;
    const header = headerAt(text, rows, at, vocabulary);
    if (header !== null) {
      for (const one of rows.slice(at, at + header.rows)) taken.add(one);
      columns = header.columns;
      table = row.table;
      at += header.rows - 1;
      continue;
    }
    if (row.table !== table) {
      columns = columnsWithoutHeader(
        text,
        rows.filter((one) => one.table === row.table),
        columns,
        matcher,
      );
      table = row.table;
    }
    if (columns === null) continue;
    taken.add(row);
    if (!numbersColumns(text, row)) addRow(found, readRow(text, row, columns), matcher, totalWordsOf(vocabulary));
  }
  return { rows: found, taken };
}

/** A table that goes on over a page may be a table of its own, its header not repeated; else its columns show themselves. */
function columnsWithoutHeader(
  text: string,
  rows: readonly Paragraph[],
  previous: ScoreColumns | null,
  matcher: CriterionMatcher,
): ScoreColumns | null {
  const goesOn = previous !== null && rows.every((one) => one.cells?.length === previous.count);
  return goesOn ? previous : inferColumns(text, rows, matcher);
}

function readRow(text: string, row: Paragraph, columns: ScoreColumns): ScoreRow {
  const cells = row.cells ?? [];
  // `TỔNG CỘNG` may take the place of index and title: the row has fewer cells, those of the points are the last.
  const merged = Math.max(0, columns.count - cells.length);
  const cellAt = (column: number | null): TableCell | null => {
    const at = column === null ? -1 : column === columns.title ? Math.max(0, column - merged) : column - merged;
    const cell = at < 0 ? undefined : cells[at];
    if (cell === undefined) return null;
    return { start: cell.start, end: cell.end, folded: fold(text.slice(cell.start, cell.end)).trim() };
  };
  const printed = (cell: TableCell | null) => (cell === null ? '' : text.slice(cell.start, cell.end).trim());
  const index = merged > 0 ? '' : printed(cellAt(columns.index));
  // A label merged over several columns stands in the first of them.
  const title = printed(cellAt(columns.title)) || (index === '' ? printed(cellAt(0)) : '');
  return { index, title, max: cellAt(columns.max), claim: cellAt(columns.claim), row };
}

/** Adds a row, or joins it to the one before that it goes on with (a page or a line break inside a row). */
function addRow(found: ScoreRow[], row: ScoreRow, matcher: CriterionMatcher, totalWords: RegExp): void {
  const previous = found.at(-1);
  const empty = !holdsPoints(row) && (row.claim === null || row.claim.folded === '');
  if (previous !== undefined && row.index === '' && row.title !== '' && !totalWords.test(fold(row.title))) {
    const title = `${previous.title} ${row.title}`;
    const unnamed = matcher.byRow('', row.title) === null;
    if (empty && (unnamed || /^\p{Ll}/u.test(row.title))) {
      found[found.length - 1] = { ...previous, title };
      return;
    }
    if (!empty && !holdsPoints(previous) && unnamed && previous.index !== '') {
      found[found.length - 1] = { ...row, index: previous.index, title };
      return;
    }
  }
  if (row.title !== '' || row.index !== '' || holdsPoints(row)) found.push(row);
}

function holdsPoints({ max, claim }: ScoreRow): boolean {
  return [max, claim].some((cell) => cell !== null && parsePoints(cell.folded.replace(/\s*diem$/, '')) !== null);
}
