import type { Paragraph } from '../../model/document-text.js';
import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';

/** Where a table of points has what; columns count from 0. */
export interface ScoreColumns {
  readonly index: number | null;
  readonly title: number;
  readonly max: number | null;
  readonly claim: number;
  /** How many columns the header's rows have: a table that goes on over a page has as many. */
  readonly count: number;
}

type Role = 'index' | 'title' | 'max' | 'claim' | 'review' | 'evidence';

interface RolePatterns {
  readonly index: RegExp;
  readonly title: RegExp;
  readonly max: RegExp;
  readonly claim: RegExp;
  readonly review: RegExp;
  readonly evidence: RegExp;
}

const memo = new WeakMap<ScoresVocabulary, RolePatterns>();

function patternsOf(vocabulary: ScoresVocabulary): RolePatterns {
  let patterns = memo.get(vocabulary);
  if (patterns === undefined) {
    const { table } = vocabulary;
    patterns = {
      index: new RegExp(`^${alternatives(table.index)}$`),
      title: new RegExp(`^${alternatives(table.title)}`),
      max: new RegExp(alternatives(table.max)),
      claim: new RegExp(alternatives(table.claim)),
      review: new RegExp(alternatives(table.review)),
      evidence: new RegExp(alternatives(table.evidence)),
    };
    memo.set(vocabulary, patterns);
  }
  return patterns;
}

/** A header may stand on several rows: `Điểm` over `Tối đa`, `Tự chấm`. */
const longestHeader = 3;
/** Words of a header's cell; a longer cell is content. */
const longestHeading = 90;

/** The columns that the rows from `at` on head, and how many rows they take; null where they head no table of points. */
export function headerAt(
  text: string,
  rows: readonly Paragraph[],
  at: number,
  vocabulary: ScoresVocabulary,
): { readonly columns: ScoreColumns; readonly rows: number } | null {
  const patterns = patternsOf(vocabulary);
  let roles = new Map<number, Role>();
  let count = 0;
  let taken = 0;
  for (let offset = 0; offset < longestHeader; offset++) {
    const row = rows[at + offset];
    if (row === undefined || row.cells === undefined) break;
    const found = rolesOf(text, row, patterns);
    if (found === null || (offset > 0 && found.size === 0)) break;
    roles = new Map([...roles, ...found]);
    count = Math.max(count, row.cells.length);
    taken = offset + 1;
  }
  const columns = columnsOf(roles, count);
  return columns === null ? null : { columns, rows: taken };
}

/** Null where a cell is content: it holds points, or is too long for a heading. */
function rolesOf(text: string, row: Paragraph, patterns: RolePatterns): Map<number, Role> | null {
  const roles = new Map<number, Role>();
  for (const cell of row.cells ?? []) {
    const folded = fold(text.slice(cell.start, cell.end)).replace(/\s+/g, ' ').trim();
    if (folded.length > longestHeading || /^[\d.,/]+$/.test(folded)) return null;
    const role = roleOf(folded, patterns);
    if (role !== null) roles.set(cell.column, role);
  }
  return roles;
}

function roleOf(folded: string, patterns: RolePatterns): Role | null {
  if (folded === '') return null;
  if (patterns.index.test(folded)) return 'index';
  // `Nội dung tự đánh giá` and `Tiêu chí (điểm tối đa)` head the titles.
  if (patterns.title.test(folded) && !/\bdiem\b/.test(folded.replace(/\([^()]*\)/g, ''))) return 'title';
  if (patterns.review.test(folded)) return 'review';
  // `Điểm tự chấm/Điểm tối đa`: one column for both.
  if (patterns.claim.test(folded)) return 'claim';
  if (patterns.max.test(folded)) return 'max';
  if (patterns.title.test(folded)) return 'title';
  if (patterns.evidence.test(folded)) return 'evidence';
  return null;
}

function columnsOf(roles: ReadonlyMap<number, Role>, count: number): ScoreColumns | null {
  const first = (role: Role) => [...roles].find(([, one]) => one === role)?.[0] ?? null;
  const claim = first('claim');
  const title = first('title');
  if (claim === null || title === null) return null;
  return { index: first('index'), title, max: first('max'), claim, count };
}

/** A row that numbers the columns: `(1) (2) (3) (4)`. */
export function numbersColumns(text: string, row: Paragraph): boolean {
  const cells = (row.cells ?? []).map((cell) => text.slice(cell.start, cell.end).replace(/[()\s]/g, ''));
  return cells.length > 1 && cells.every((cell, index) => cell === String(index + 1));
}
