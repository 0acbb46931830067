import { isCapitals } from '../paperMarks.js';
import { tokensOf } from '../resembles.js';
import type { LevelWord } from './LevelPage.js';
import { middleOf, type Row } from './Row.js';
import { cellsOf, type LineCells, splitEntries } from './splitEntries.js';
import type { TableRow } from './tableRows.js';

type Strip = readonly [from: number, to: number];

/** A table without rulings: which of a page's rows it takes, and its rows. */
export interface AlignedTable {
  readonly first: number;
  /** Index after its last row. */
  readonly end: number;
  readonly rows: readonly TableRow[];
  readonly gutters: readonly Strip[];
  /** Upright strokes between columns that the reader took for letters. */
  readonly strokes: readonly LevelWord[];
}

/**
 * Tables known by a heading row that starts with the column of running numbers (`STT`, `TT`) and by white strips that
 * go through all their rows. Three columns and three rows at least; anything less is left as lines.
 */
export function findAlignedTables(
  rows: readonly Row[],
  lineHeight: number,
  ordinalHeads: readonly string[],
): readonly AlignedTable[] {
  const heads = ordinalHeads.map((head) => tokensOf(head).join(' '));
  const found: AlignedTable[] = [];
  for (let index = 0; index < rows.length; index++) {
    const words = withoutStrokes(rows[index]?.words ?? []);
    const length = headLength(words, heads, lineHeight);
    if (length === 0) continue;
    const [first, end] = headBand(rows, index, lineHeight);
    const beside = rows.slice(first, end).flatMap((row) => (row === rows[index] ? [] : withoutStrokes(row.words)));
    const table = tableFrom(rows, first, headGutters(words, length, beside, lineHeight), lineHeight);
    if (table === undefined) continue;
    found.push(table);
    index = table.end - 1;
  }
  return found;
}

/** White between two heads of one line, in line heights. */
const headGap = 0.7;

/** How many words the heading of the first column has; 0 where the line heads no table. */
function headLength(words: readonly LevelWord[], heads: readonly string[], lineHeight: number): number {
  const edge = words.findIndex((word, at) => (words[at + 1]?.left ?? word.right) - word.right >= headGap * lineHeight);
  const first = tokensOf(textOf(words.slice(0, edge + 1), ' ')).join(' ');
  // `Mã tiêu` over `chí`: the first line of a heading that goes on below.
  if (first !== '' && heads.some((head) => head === first || head.startsWith(`${first} `))) return edge + 1;
  for (const length of [1, 2, 3, 4]) {
    const text = tokensOf(
      words
        .slice(0, length)
        .map(({ word }) => word.text)
        .join(' '),
    ).join(' ');
    if (heads.includes(text) && words.length > length) return length;
  }
  return 0;
}

/** Heads of one and of two lines that are centred on each other stand half a line apart: the rows that are one heading. */
function headBand(rows: readonly Row[], index: number, lineHeight: number): readonly [first: number, end: number] {
  const head = rows[index];
  const near = (row: Row | undefined) =>
    head !== undefined && row !== undefined && Math.abs(middleOf(row) - middleOf(head)) < 0.8 * lineHeight;
  return [near(rows[index - 1]) ? index - 1 : index, near(rows[index + 1]) ? index + 2 : index + 1];
}

function headGutters(
  words: readonly LevelWord[],
  length: number,
  beside: readonly LevelWord[],
  lineHeight: number,
): readonly Strip[] {
  const edge = words[length - 1]?.right ?? 0;
  const heads = [...words.slice(length), ...beside].filter(({ left }) => left >= edge).sort((a, b) => a.left - b.left);
  const [next] = heads;
  return next === undefined ? [] : [[edge, next.left], ...gapsOf(heads, headGap * lineHeight)];
}

function tableFrom(
  rows: readonly Row[],
  first: number,
  head: readonly Strip[],
  lineHeight: number,
): AlignedTable | undefined {
  if (head.length < 2) return undefined;
  let gutters = head;
  let end = first + 1;
  for (; end < rows.length; end++) {
    const narrowed = narrow(gutters, withoutStrokes(rows[end]?.words ?? []), 0.2 * lineHeight);
    const lost = gutters.length - narrowed.length;
    // A line that closes strips is text below the table; a heading's second line may close one of many.
    if (narrowed.length < 2 || lost > (end < first + 4 ? 1 : 0)) break;
    gutters = narrowed;
  }
  const fitting = rows.slice(first, end).map((row) => byColumn(withoutStrokes(row.words), gutters));
  // A heading below the table keeps to its strips by chance; the next line closes them.
  while (headsText(fitting[end - 1 - first] ?? [])) end--;
  if (end - first < 3) return undefined;
  const taken = rows.slice(first, end);
  gutters = betweenFigures(taken, gutters, lineHeight);
  const lines = taken.map((row) => byColumn(withoutStrokes(row.words), gutters));
  const marked = lines.map((cells) => looksNumbered(textOf(cells[0] ?? [], '')));
  const body = bodyStart(taken, marked);
  if (marked.filter(Boolean).length < (gutters.length >= 3 ? 1 : 2) || body <= 0) return undefined;
  const page = taken[0]?.page ?? 0;
  return {
    first,
    end,
    gutters,
    // Heads of several lines, one above the other, are one row.
    rows: [cellsOf(lines.slice(0, body)), ...splitEntries(lines.slice(body))].map((cells) => ({ page, cells })),
    strokes: taken.flatMap((row) => row.words.filter(isStroke)),
  };
}

/** A mark and a title in capitals or bold behind it, nothing beyond the first columns: no entry ends a table so. */
function headsText([mark = [], title = [], ...others]: LineCells): boolean {
  const [first, ...rest] = [...mark, ...title];
  if (first === undefined || rest.length === 0 || others.some((cell) => cell.length > 0)) return false;
  return (
    looksNumbered(first.word.text) && (isCapitals(textOf(rest, ' ')) || rest.every(({ word }) => word.bold === true))
  );
}

const textOf = (words: readonly LevelWord[], gap: string) => words.map(({ word }) => word.text).join(gap);

/**
 * The first line below the heading: the first marked one, or the text above it that stands nearer to it than to the
 * heading, since numbers stand in the middle of their entries.
 */
function bodyStart(rows: readonly Row[], marked: readonly boolean[]): number {
  const first = marked.indexOf(true);
  const gaps = rows.slice(1, first + 1).map((row, index) => middleOf(row) - middleOf(rows[index] ?? row));
  const widest = Math.max(...gaps);
  return widest > wider * Math.min(...gaps) ? gaps.lastIndexOf(widest) + 1 : first;
}

/** Against the narrowest of a heading's line gaps: half a line stands between heads of one and of two lines. */
const wider = 1.1;

/** Columns of figures stand nearer to each other than their heads let see: two figures beside each other in two lines part them. */
function betweenFigures(rows: readonly Row[], gutters: readonly Strip[], lineHeight: number): readonly Strip[] {
  const lines = rows.map((row) => byColumn(withoutStrokes(row.words), gutters));
  const strips = Array.from({ length: gutters.length + 1 }, (_, column) => column).flatMap(
    (column): readonly Strip[] => {
      const cells = lines.map((line) => line[column] ?? []);
      const pairs = cells.filter((cell) => cell.length === 2 && cell.every(({ word }) => isFigure(word.text)));
      const from = Math.max(...pairs.map((cell) => cell[0]?.right ?? 0));
      const to = Math.min(...pairs.map((cell) => cell[1]?.left ?? 0));
      return pairs.length < 2 || from >= to ? [] : narrow([[from, to]], cells.flat(), leastStrip * lineHeight);
    },
  );
  return [...gutters, ...strips].sort(([one], [other]) => one - other);
}

/** White that stays between columns of figures below all their heads, in line heights. */
const leastStrip = 0.2;

const isFigure = (text: string): boolean => /^\d{1,3}(?:[.,]\d{1,2})?$/u.test(text);

/** A running number or rubric id, also where a digit was taken for a letter alike (`I1`, `3-3`, `l`). */
const looksNumbered = (text: string): boolean =>
  /^\(?(?:[\dIVXLlO|]{1,5}|[A-ZĐ])(?:[.,:;-][\dlIO]{0,2}){0,4}[.)]?$/u.test(text);

const isStroke = ({ word }: LevelWord): boolean => /^[|¦│┃]+$/u.test(word.text);

const withoutStrokes = (words: readonly LevelWord[]) => words.filter((word) => !isStroke(word));

function byColumn(words: readonly LevelWord[], gutters: readonly Strip[]): LineCells {
  const cells: LevelWord[][] = Array.from({ length: gutters.length + 1 }, () => []);
  for (const word of words) {
    const column = gutters.filter(([from, to]) => (word.left + word.right) / 2 > (from + to) / 2).length;
    cells[column]?.push(word);
  }
  return cells;
}

function gapsOf(words: readonly LevelWord[], least: number): readonly Strip[] {
  const gaps: Strip[] = [];
  let edge: number | undefined;
  for (const word of words) {
    if (edge !== undefined && word.left - edge >= least) gaps.push([edge, word.left]);
    edge = Math.max(edge ?? word.right, word.right);
  }
  return gaps;
}

/** What a line's words leave of the strips; a strip stays while it is `least` wide. */
function narrow(gutters: readonly Strip[], words: readonly LevelWord[], least: number): readonly Strip[] {
  return gutters.flatMap((gutter): Strip[] => {
    let pieces: Strip[] = [gutter];
    for (const word of words) {
      pieces = pieces.flatMap(([from, to]): Strip[] =>
        word.right <= from || word.left >= to
          ? [[from, to]]
          : [
              [from, Math.max(from, word.left)],
              [Math.min(to, word.right), to],
            ],
      );
    }
    const widest = pieces.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0];
    return widest !== undefined && widest[1] - widest[0] >= least ? [widest] : [];
  });
}
