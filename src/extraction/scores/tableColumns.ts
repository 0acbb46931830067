import type { Paragraph } from '../../model/document-text.js';
import type { ScoresVocabulary } from '../../model/vocabulary/scores.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';
import { isDeduction } from './findDeductions.js';

/** Where a table of points has what; columns count from 0. */
export interface ScoreColumns {
  readonly index: number | null;
  readonly title: number;
  readonly max: number | null;
  readonly claim: number;
  /** The columns of points, left to right: the two above and the reviewers'. */
  readonly points: readonly number[];
  /** The columns that name a row, left to right: index, title, groups of criteria. */
  readonly labels: readonly number[];
  /** How many columns the header's rows have: a table that goes on over a page has as many. */
  readonly count: number;
}

/** `points`: the heading does not say whose. `other`: points that are neither claimed nor to be had, but taken off. */
type Role = 'index' | 'title' | 'max' | 'claim' | 'points' | 'other' | 'review' | 'evidence';

interface RolePatterns {
  readonly index: RegExp;
  readonly points: RegExp;
  readonly vocabulary: ScoresVocabulary;
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
    const words = alternatives([...vocabulary.weakLeads, ...vocabulary.fillers]);
    patterns = {
      vocabulary,
      index: new RegExp(`^${alternatives(table.index)}(?:\\s+${alternatives(table.title)})?$`),
      points: new RegExp(`^(?=.*${alternatives(vocabulary.units)})(?:\\s*${words})+$`),
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
  reportedYear: number | null,
): { readonly columns: ScoreColumns; readonly rows: number } | null {
  const patterns = patternsOf(vocabulary);
  let roles = new Map<number, Role>();
  let years = new Map<number, number>();
  let count = 0;
  let taken = 0;
  for (let offset = 0; offset < longestHeader; offset++) {
    const row = rows[at + offset];
    if (row === undefined || row.cells === undefined) break;
    const found = rolesOf(text, row, patterns);
    if (found === null || (offset > 0 && found.size === 0 && !holdsYearsAlone(text, row))) break;
    roles = new Map([...roles, ...found]);
    years = new Map([...years, ...yearsOf(text, row)]);
    count = Math.max(count, row.cells.length);
    taken = offset + 1;
  }
  const columns = columnsOf(withoutOtherYears(roles, years, reportedYear), count);
  return columns === null ? null : { columns, rows: taken };
}

/** What the cells of a row head, by column; null where the row heads nothing. */
export function headingRoles(
  text: string,
  row: Paragraph,
  vocabulary: ScoresVocabulary,
): ReadonlyMap<number, Role> | null {
  return rolesOf(text, row, patternsOf(vocabulary));
}

const aYear = /^(?:nam )?(?:19|20)\d\d$/;

/** By column, the one year that its heading names: `Năm 2023`, `Điểm tự chấm (năm 2023)`. */
function yearsOf(text: string, row: Paragraph): Map<number, number> {
  const years = new Map<number, number>();
  for (const cell of row.cells ?? []) {
    const named = [...text.slice(cell.start, cell.end).matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(Number);
    if (named[0] !== undefined && new Set(named).size === 1) years.set(cell.column, named[0]);
  }
  return years;
}

function holdsYearsAlone(text: string, row: Paragraph): boolean {
  const cells = (row.cells ?? []).map(({ start, end }) => fold(text.slice(start, end)).trim());
  return cells.some((cell) => aYear.test(cell)) && cells.every((cell) => cell === '' || aYear.test(cell));
}

/**
 * `Điểm tự chấm` over `Năm 2022`, `Năm 2023`: of columns that are the same but for their years the reported year's counts,
 * and one that names none, else the latest; the others' points are not this report's.
 */
function withoutOtherYears(
  roles: ReadonlyMap<number, Role>,
  years: ReadonlyMap<number, number>,
  reportedYear: number | null,
): ReadonlyMap<number, Role> {
  const all = new Map(roles);
  for (const column of [...years.keys()].sort((a, b) => a - b)) {
    const above = all.get(column) ?? (years.has(column - 1) ? all.get(column - 1) : undefined);
    if (above !== undefined) all.set(column, above);
  }
  const alike = (role: Role) => [...all].flatMap(([column, one]) => (one === role ? [years.get(column)] : []));
  return new Map(
    [...all].map(([column, role]) => {
      const year = years.get(column);
      const others = alike(role);
      const isThere = others.includes(undefined) || others.includes(reportedYear ?? undefined);
      const wanted = isThere ? reportedYear : Math.max(...others.map((one) => one ?? 0));
      const isOther = year !== undefined && others.length > 1 && year !== wanted;
      return [column, isOther ? 'other' : role];
    }),
  );
}

/** Null where a cell is content: it holds points, or is too long for a heading. */
function rolesOf(text: string, row: Paragraph, patterns: RolePatterns): Map<number, Role> | null {
  const roles = new Map<number, Role>();
  for (const cell of row.cells ?? []) {
    const folded = fold(text.slice(cell.start, cell.end)).replace(/\s+/g, ' ').trim();
    if (folded.length > longestHeading || (/^[\d.,/]+$/.test(folded) && !aYear.test(folded))) return null;
    const role = roleOf(folded, patterns);
    if (role !== null) roles.set(cell.column, role);
  }
  return roles;
}

/** What stands in brackets tells more of a column, `Tiêu chí (điểm tối đa)`, unless nothing else does: `Điểm (tự chấm)`. */
function roleOf(folded: string, patterns: RolePatterns): Role | null {
  const role = roleOfWords(folded.replace(/\([^()]*\)?/g, ' ').trim(), patterns);
  return role === null || role === 'points' ? roleOfWords(folded, patterns) : role;
}

function roleOfWords(folded: string, patterns: RolePatterns): Role | null {
  if (folded === '') return null;
  if (patterns.index.test(folded)) return 'index';
  // `Nội dung tự đánh giá` heads the titles.
  if (patterns.title.test(folded) && !/\bdiem\b/.test(folded)) return 'title';
  // `Giải trình điểm tự chấm`
  if (folded.search(patterns.evidence) === 0) return 'evidence';
  if (patterns.review.test(folded)) return 'review';
  // `Điểm tự chấm/Điểm tối đa`: one column for both.
  if (patterns.claim.test(folded)) return 'claim';
  if (patterns.max.test(folded)) return 'max';
  if (patterns.title.test(folded)) return 'title';
  if (patterns.evidence.test(folded)) return 'evidence';
  if (isDeduction(folded, patterns.vocabulary)) return 'other';
  return patterns.points.test(folded) ? 'points' : null;
}

/** Beside a maximum the one column of points that nobody is named for is the agency's, and the first of no role the titles. */
function columnsOf(roles: ReadonlyMap<number, Role>, count: number): ScoreColumns | null {
  const of = (...wanted: readonly Role[]) =>
    [...roles].flatMap(([column, role]) => (wanted.includes(role) ? [column] : [])).sort((a, b) => a - b);
  const [max = null] = of('max');
  const nobodys = of('points');
  const claim = of('claim')[0] ?? (max !== null && nobodys.length === 1 ? nobodys[0] : undefined);
  if (claim === undefined) return null;
  const columns = Array.from({ length: count }, (_, column) => column);
  const labels = columns.filter((column) => [undefined, 'index', 'title'].includes(roles.get(column)));
  const unnamed = labels.find((column) => !roles.has(column) && max !== null && column < Math.min(max, claim));
  const title = of('title')[0] ?? unnamed;
  if (title === undefined) return null;
  return {
    index: of('index')[0] ?? null,
    title,
    max,
    claim,
    points: of('max', 'claim', 'points', 'review'),
    labels,
    count,
  };
}

/** A row that numbers the columns: `(1) (2) (3) (4)`. */
export function numbersColumns(text: string, row: Paragraph): boolean {
  const cells = (row.cells ?? []).map((cell) => text.slice(cell.start, cell.end).replace(/[()\s]/g, ''));
  return cells.length > 1 && cells.every((cell, index) => cell === String(index + 1));
}
