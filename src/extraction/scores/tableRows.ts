import type { Paragraph } from '../../model/document-text.js';
import type { Pipeline } from '../../model/pipeline.js';
import { fold } from '../../text/fold.js';
import { type CriterionMatcher, criterionMatcherOf } from './criterionMatcher.js';
import { inferColumns } from './inferColumns.js';
import { parsePoints } from './parsePoints.js';
import { readScoreRow, type ScoreRow } from './readScoreRow.js';
import { headerAt, headingRoles, numbersColumns, type ScoreColumns } from './tableColumns.js';
import { totalWordsOf } from './totalWords.js';

/** The rows of every table of points among the table rows of a document, in order, and the rows that they take. */
export function scoreRowsOf(
  text: string,
  rows: readonly Paragraph[],
  pipeline: Pipeline,
  reportedYear: number | null,
): { readonly rows: readonly ScoreRow[]; readonly taken: ReadonlySet<Paragraph> } {
  const matcher = criterionMatcherOf(pipeline);
  const vocabulary = pipeline.vocabulary.scores;
  const found: ScoreRow[] = [];
  const taken = new Set<Paragraph>();
  let columns: ScoreColumns | null = null;
  let table: number | undefined;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined) break;
    const header = headerAt(text, rows, at, vocabulary, reportedYear);
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
        pipeline,
      );
      table = row.table;
    }
    if (columns === null) continue;
    taken.add(row);
    if (numbersColumns(text, row)) continue;
    addRow(found, readScoreRow(text, row, columns, pipeline), matcher, totalWordsOf(vocabulary));
  }
  return { rows: found, taken };
}

/**
 * A table that goes on over a page may be a table of its own, its header not repeated; else its columns show themselves. What
 * a header of its own names otherwise is not claimed.
 */
function columnsWithoutHeader(
  text: string,
  rows: readonly Paragraph[],
  previous: ScoreColumns | null,
  pipeline: Pipeline,
): ScoreColumns | null {
  const vocabulary = pipeline.vocabulary.scores;
  const roles = rows[0] === undefined ? null : headingRoles(text, rows[0], vocabulary);
  const isHead = [...(roles?.values() ?? [])].some((role) => role === 'index' || role === 'title');
  const goesOn = previous !== null && !isHead && rows.every((one) => one.cells?.length === previous.count);
  const columns = goesOn ? previous : inferColumns(text, rows, criterionMatcherOf(pipeline));
  const role = columns === null ? undefined : roles?.get(columns.claim);
  return !goesOn && (role === 'review' || role === 'other') ? null : columns;
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
