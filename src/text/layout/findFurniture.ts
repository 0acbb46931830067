import { fold } from '../fold.js';
import type { LevelPage } from './LevelPage.js';
import { centreOf, middleOf, type Row } from './Row.js';

export interface PageRows {
  readonly page: LevelPage;
  /** The lines outside ruled tables, top to bottom. */
  readonly rows: readonly Row[];
}

interface Candidate {
  readonly row: Row;
  readonly page: LevelPage;
  /** The next line towards the middle of the page. */
  readonly inner: Row | undefined;
  /** Whether more white space stands between the two than between lines of text. */
  readonly apart: boolean;
  /** The number that the line holds and nothing else; null where it holds other marks. */
  readonly number: number | null;
  readonly x: number;
  readonly y: number;
  /** Its text without its own page's number, that text's digits, and its pairs of letters. */
  readonly masked: string;
  readonly digits: string;
  readonly pairs: ReadonlySet<string>;
}

/** Share of a page's height at its top and its foot where page numbers and running heads stand. */
const margin = 0.12;
/** Running heads are known from being there again: on fewer pages a line is text. */
const leastRepeats = 3;

/**
 * Page numbers and running heads. A number counts by its sequence with other pages' or by being its page's own, so
 * that a stray digit inside the text stays; a running head by standing apart, in one place, on three pages or more.
 */
export function findFurniture(pages: readonly PageRows[], pageWords: readonly string[]): ReadonlySet<Row> {
  const candidates = pages.flatMap(({ page, rows }) => edgeRows(page, rows, pageWords));
  const found = new Set<Row>();
  const numbered = candidates.filter((candidate) => candidate.number !== null && isPageNumber(candidate, candidates));
  for (const { row } of numbered) found.add(row);
  // A page number that was misread (`ó`, `S`) stands alone where the other pages have theirs.
  for (const candidate of candidates) {
    const garbled = candidate.row.words.length === 1 && candidate.row.text.length <= 2 && candidate.number === null;
    if (garbled && numbered.some((other) => other.page !== candidate.page && samePlace(other, candidate))) {
      found.add(candidate.row);
    }
  }
  for (const candidate of candidates) if (isRunningHead(candidate, candidates)) found.add(candidate.row);
  return found;
}

/** The first two and last two lines of a page that stand in its margins. */
function edgeRows(page: LevelPage, rows: readonly Row[], pageWords: readonly string[]): readonly Candidate[] {
  const words = pageWords.map(fold).join('|');
  const pattern = new RegExp(
    `^[-~.,:;'"_|\\s]*(?:(?:${words})\\s*)?(\\d{1,3})(?:\\s*[/|]\\s*\\d{1,3})?[-~.,:;'"_|\\s]*$`,
    'u',
  );
  const usual = usualGap(rows);
  return rows.flatMap((row, index): Candidate[] => {
    const y = middleOf(row) / page.height;
    const atTop = index < 2 && y < margin;
    const atFoot = index >= rows.length - 2 && y > 1 - margin;
    if (!atTop && !atFoot) return [];
    const digits = pattern.exec(fold(row.text))?.[1];
    const masked = withoutOwnNumber(row.text, page);
    const inner = rows[atTop ? index + 1 : index - 1];
    const gap =
      inner === undefined ? Number.POSITIVE_INFINITY : atTop ? inner.top - row.bottom : row.top - inner.bottom;
    return [
      {
        row,
        page,
        inner,
        apart: gap > Math.max(1.6 * usual, 0.4 * page.lineHeight),
        number: digits === undefined ? null : Number(digits),
        x: centreOf(row) / page.width,
        y,
        masked,
        digits: masked.replace(/[^\d#]/gu, ''),
        pairs: pairsOf(masked),
      },
    ];
  });
}

function usualGap(rows: readonly Row[]): number {
  const gaps = rows.slice(1).map((row, index) => row.top - (rows[index]?.bottom ?? row.top));
  return Math.max(0, gaps.sort((a, b) => a - b)[gaps.length >> 2] ?? 0);
}

function isPageNumber(candidate: Candidate, candidates: readonly Candidate[]): boolean {
  const { number, page } = candidate;
  if (number === null) return false;
  if (number === page.number) return true;
  return candidates.some(
    (other) =>
      other.number !== null &&
      other.page !== page &&
      samePlace(other, candidate) &&
      other.number - number === other.page.number - page.number,
  );
}

function samePlace(a: Candidate, b: Candidate): boolean {
  // Numbers on outer edges change sides from page to page.
  const mirrored = Math.abs(a.x - (1 - b.x)) < 0.04;
  return Math.abs(a.y - b.y) < 0.025 && (Math.abs(a.x - b.x) < 0.04 || mirrored);
}

function isRunningHead(candidate: Candidate, candidates: readonly Candidate[]): boolean {
  if (!isRepeated(candidate, candidates)) return false;
  if (candidate.apart) return true;
  const inner = candidates.find(({ row }) => row === candidate.inner);
  return inner?.apart === true && isRepeated(inner, candidates);
}

function isRepeated(candidate: Candidate, candidates: readonly Candidate[]): boolean {
  if (candidate.row.text.length < 3) return false;
  const pages = new Set<number>();
  for (const other of candidates) {
    if (pages.has(other.page.number)) continue;
    if (Math.abs(other.y - candidate.y) < 0.02 && alike(candidate, other)) pages.add(other.page.number);
    if (pages.size >= leastRepeats) return true;
  }
  return false;
}

/** Running heads differ only by the number of their page. */
function withoutOwnNumber(text: string, page: LevelPage): string {
  return fold(text).replace(new RegExp(`(?<!\\d)0?${page.number}(?!\\d)`, 'u'), '#');
}

/** Equal but for what the reader may have misread: most of the pairs of letters are shared. */
function alike(a: Candidate, b: Candidate): boolean {
  if (a.masked === b.masked) return true;
  // Other digits are other text: `5/5 điểm` at the top of three pages is no running head.
  if (a.digits !== b.digits || Math.abs(a.pairs.size - b.pairs.size) > 0.3 * a.pairs.size) return false;
  const shared = [...a.pairs].filter((pair) => b.pairs.has(pair)).length;
  return (2 * shared) / (a.pairs.size + b.pairs.size) >= 0.85;
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));
}
