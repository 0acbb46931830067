import type { Paragraph, Span } from '../../model/document-text.js';
import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';
import type { ExtractionInput } from '../input.js';
import { type CriterionMatcher, criterionMatcherOf } from './criterionMatcher.js';
import { isDeduction } from './findDeductions.js';
import { inOrderOfMaxima } from './inOrderOfMaxima.js';
import { parsePoints, pointsPattern } from './parsePoints.js';
import type { ScoreRow } from './readScoreRow.js';
import { scoreRowsOf } from './tableRows.js';
import { totalWordsOf } from './totalWords.js';

/** What a row of a table of points says of a criterion, of the total, or (`criterion: null`) of something unknown. */
export interface TableScore {
  readonly criterion: string | null;
  readonly cell: 'points' | 'not-assessed' | 'empty' | 'unreadable';
  readonly claimed: number | null;
  readonly max: number | null;
  /** The row up to its last points. */
  readonly span: Span;
  /** Cells of the points, to judge how surely they were read. */
  readonly points: readonly Span[];
}

interface Patterns {
  readonly total: RegExp;
  /** A word of sums, whatever follows. */
  readonly sum: RegExp;
  readonly subtotalId: RegExp;
  readonly notAssessed: RegExp;
}

const memo = new WeakMap<ScoresVocabulary, Patterns>();

function patternsOf(vocabulary: ScoresVocabulary): Patterns {
  let patterns = memo.get(vocabulary);
  if (patterns === undefined) {
    const { table } = vocabulary;
    const blanks = table.blanks.map((mark) => fold(mark).replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
    patterns = {
      total: totalWordsOf(vocabulary),
      sum: new RegExp(alternatives(table.total)),
      subtotalId: /(?:^|[\s(])([A-ZĐ](?:\.\d+)*)\s*[):.]*\s*$/u,
      notAssessed: new RegExp(`^(?:${blanks.join('|')}|${alternatives(vocabulary.notAssessed)}.*)$`),
    };
    memo.set(vocabulary, patterns);
  }
  return patterns;
}

/** The points of all tables of points, and the table rows that belong to such tables. */
export function readTableScores(
  { text, parts, pipeline }: ExtractionInput,
  reportedYear: number | null,
): {
  readonly scores: readonly TableScore[];
  readonly taken: ReadonlySet<Paragraph>;
} {
  const vocabulary = pipeline.vocabulary.scores;
  const matcher = criterionMatcherOf(pipeline);
  const spans = [parts.report, ...parts.appendices];
  const printed = text.paragraphs.filter(
    ({ kind, start }) => kind === 'table-row' && spans.some((span) => span.start <= start && start < span.end),
  );
  const { rows, taken } = scoreRowsOf(text.text, printed, pipeline, reportedYear);
  let part: string | null = null;
  const read = rows.map((row): { readonly score: TableScore; readonly part: string | null } => {
    const criterion = criterionOf(row, part, matcher, pipeline.rubric.total, patternsOf(vocabulary));
    if (criterion !== null && criterion !== 'total') part = criterion.split('.')[0] ?? null;
    const score = scoreOf(row, criterion, patternsOf(vocabulary));
    if (criterion !== null || !isDeduction(fold(row.title === '' ? row.index : row.title), vocabulary))
      return { score, part };
    const points = pointsIn((row.claim?.folded ?? '').replace(/^-\s*/, '')).claimed;
    return { score: { ...score, claimed: points === null || points === 0 ? null : -points }, part: null };
  });
  return { scores: withPartsLeftOver(read, matcher), taken };
}

/** A row under a title of the agency's own is the criterion of its part that no other row is, told by its maximum. */
function withPartsLeftOver(
  read: readonly { readonly score: TableScore; readonly part: string | null }[],
  { criteria }: CriterionMatcher,
): readonly TableScore[] {
  const claimed = new Set(read.map(({ score }) => score.criterion));
  const parts = [...new Set(read.map(({ part }) => part))];
  const placed = parts.flatMap((part) => {
    const unknown = read.filter(
      ({ score, part: own }) => own === part && score.criterion === null && score.max !== null,
    );
    const open = criteria.get(part ?? '')?.children.filter(({ id }) => !claimed.has(id)) ?? [];
    return [
      ...inOrderOfMaxima(
        unknown.map(({ score }) => score),
        open,
      ),
    ];
  });
  const found = new Map(placed);
  return read.map(({ score }) => ({ ...score, criterion: score.criterion ?? found.get(score) ?? null }));
}

function criterionOf(
  row: ScoreRow,
  part: string | null,
  matcher: CriterionMatcher,
  rubricTotal: number,
  patterns: Patterns,
): string | null {
  const label = row.title === '' ? row.index : row.title;
  const max = pointsIn(row.max?.folded ?? '').claimed;
  if (!patterns.total.test(fold(label))) {
    const id = matcher.byRow(row.index, row.title);
    return id === null && isWhole(row, max, matcher, rubricTotal, patterns) ? 'total' : id;
  }
  const id = patterns.subtotalId.exec(label)?.[1];
  if (id !== undefined && matcher.criteria.has(id)) return id;
  // `Cộng` below the rows of a part, with the part's maximum.
  const ofPart = part !== null && max !== null && max !== rubricTotal && matcher.criteria.get(part)?.max === max;
  return ofPart ? part : 'total';
}

/** `Tổng điểm bằng số`, or no label at all, with the rubric's total as its maximum or more points than any criterion has. */
function isWhole(
  row: ScoreRow,
  max: number | null,
  { criteria }: CriterionMatcher,
  rubricTotal: number,
  patterns: Patterns,
): boolean {
  const label = fold(row.title === '' ? row.index : row.title);
  if (label !== '' && label.search(patterns.sum) !== 0) return false;
  if (max !== null) return max === rubricTotal;
  const largest = Math.max(...[...criteria.values()].map((one) => one.max ?? 0));
  return label !== '' && (pointsIn(row.claim?.folded ?? '').claimed ?? 0) > largest;
}

function scoreOf(row: ScoreRow, criterion: string | null, patterns: Patterns): TableScore {
  const claim = row.claim?.folded ?? '';
  const read = pointsIn(claim);
  const max = read.max ?? pointsIn(row.max?.folded ?? '').claimed;
  const ends = [row.claim, row.max].flatMap((cell) => (cell === null ? [] : [cell.end]));
  const points = [row.claim, row.max].flatMap((cell) =>
    cell === null || pointsIn(cell.folded).claimed === null ? [] : [{ start: cell.start, end: cell.end }],
  );
  const span = { start: row.row.start, end: Math.max(row.row.start, ...ends) };
  const cell =
    read.claimed !== null
      ? 'points'
      : claim === ''
        ? 'empty'
        : patterns.notAssessed.test(claim)
          ? 'not-assessed'
          : 'unreadable';
  return { criterion, cell, claimed: read.claimed, max, span, points };
}

const inCell = new RegExp(`^(?<n>${pointsPattern})(?:\\s*diem)?(?:\\s*/\\s*(?<m>${pointsPattern})(?:\\s*diem)?)?$`);

function pointsIn(folded: string): { readonly claimed: number | null; readonly max: number | null } {
  const groups = inCell.exec(folded)?.groups;
  return { claimed: parsePoints(groups?.n ?? ''), max: parsePoints(groups?.m ?? '') };
}
