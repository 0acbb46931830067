import type { Paragraph, Span } from '../../model/document-text.js';
import type { Pipeline } from '../../model/pipeline.js';
import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { fold } from '../../text/fold.js';
import { type CriterionMatcher, criterionMatcherOf } from './criterionMatcher.js';
import { maximumInName } from './maximumInName.js';
import { parsePoints } from './parsePoints.js';
import type { ScoreColumns } from './tableColumns.js';
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

type Cells = readonly TableCell[];

/** Reads a printed row by its table's columns, whatever cells of it are joined. */
export function readScoreRow(text: string, row: Paragraph, columns: ScoreColumns, pipeline: Pipeline): ScoreRow {
  const matcher = criterionMatcherOf(pipeline);
  const cells: Cells = (row.cells ?? []).map(({ start, end }) => ({
    start,
    end,
    folded: fold(text.slice(start, end)).trim(),
  }));
  // `TỔNG CỘNG` may take the place of index and title: the row has fewer cells, those of the points are the last.
  const merged = Math.max(0, columns.count - cells.length);
  const printed = (cell: TableCell | undefined) => (cell === undefined ? '' : text.slice(cell.start, cell.end).trim());
  const before = Math.min(...columns.points) - merged;
  const labels = columns.labels.flatMap((column) => (column < before ? (cells[column] ?? []) : []));
  const own = cells[Math.max(0, columns.title - merged)];
  const title = own !== undefined && isWords(own) ? own : (labels.find(isWords) ?? own);
  const index = merged > 0 || columns.index === null ? undefined : cells[columns.index];
  const { max, claim } = pointsOf(cells, title, columns, merged, pipeline);
  const named = codeIn(printed(title), matcher);
  const code = named?.id ?? (index === undefined ? codeBeside(labels.map(printed), max, matcher) : null);
  return {
    index: code ?? (index === title ? '' : printed(index)),
    title: named?.rest ?? printed(title),
    max: holdsPoints(max) ? max : (maximumOf(text, title, pipeline.vocabulary.scores) ?? max),
    claim,
    row,
  };
}

const isWords = ({ folded }: TableCell) => /[a-z]{2}/.test(folded) && !/^[ivxl]+$/.test(folded);

const holdsPoints = (cell: TableCell | null | undefined): cell is TableCell =>
  cell != null && parsePoints(cell.folded) !== null;

/**
 * The cells of maximum and claim. In a row that sums up, joined cells may have moved them: as many numbers as the header has
 * columns of points stand in the header's order, where only so the rubric's total is the maximum.
 */
function pointsOf(
  cells: Cells,
  title: TableCell | undefined,
  { max, claim, points }: ScoreColumns,
  merged: number,
  { rubric, vocabulary }: Pipeline,
): Pick<ScoreRow, 'max' | 'claim'> {
  const cellAt = (column: number | null) => (column === null ? null : (cells[column - merged] ?? null));
  const placed = { max: cellAt(max), claim: cellAt(claim) };
  if (title === undefined || !totalWordsOf(vocabulary.scores).test(title.folded)) return placed;
  const numbers = cells.slice(cells.indexOf(title) + 1).filter(holdsPoints);
  const inOrder = (column: number | null) => (column === null ? null : (numbers[points.indexOf(column)] ?? null));
  const moved = { max: inOrder(max), claim: inOrder(claim) };
  const isWhole = (cell: TableCell | null) => parsePoints(cell?.folded ?? '') === rubric.total;
  const tells = max === null ? !holdsPoints(placed.claim) : isWhole(moved.max) && !isWhole(placed.max);
  return tells && numbers.length === points.length ? moved : placed;
}

/** `A.1. Lãnh đạo, chỉ đạo`: a rubric id before the name. Ids are never folded: D is not Đ. */
function codeIn(title: string, { criteria }: CriterionMatcher): { readonly id: string; readonly rest: string } | null {
  const { id = '', rest = '' } =
    /^(?<id>\p{Lu}(?:\.\d+)+|\p{Lu}(?=[.):]))[.):]?\s+(?<rest>.+)$/su.exec(title)?.groups ?? {};
  return criteria.has(id) ? { id, rest } : null;
}

/** An id alone in a column whose heading says nothing of it; certain where the row prints the rubric's maximum. */
function codeBeside(labels: readonly string[], max: TableCell | null, { criteria }: CriterionMatcher): string | null {
  const printed = parsePoints(max?.folded ?? '');
  const ids = labels.map((label) => label.replace(/[.):\s]+$/, ''));
  return ids.find((id) => printed !== null && criteria.get(id)?.max === printed) ?? null;
}

function maximumOf(text: string, title: TableCell | undefined, vocabulary: ScoresVocabulary): TableCell | null {
  if (title === undefined) return null;
  const place = maximumInName(text.slice(title.start, title.end), vocabulary);
  if (place === null) return null;
  const span = { start: title.start + place.from, end: title.start + place.to };
  return { ...span, folded: fold(text.slice(span.start, span.end)) };
}
