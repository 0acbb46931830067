import { isCapitals } from '../paperMarks.js';
import { tokensOf } from '../resembles.js';
import type { LevelWord } from './LevelPage.js';
import { middleOf, type Row } from './Row.js';
import { type LineCells, splitEntries } from './splitEntries.js';
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
    const length = headLength(words, heads);
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

/** How many words the heading of the first column has; 0 where the line heads no table. */
function headLength(words: readonly LevelWord[], heads: readonly string[]): number {
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
  const [last, next] = [words[length - 1], words[length]];
  if (last === undefined || next === undefined) return [];
  const heads = [...words.slice(length), ...beside].sort((a, b) => a.left - b.left);
  return [[last.right, next.left], ...gapsOf(heads, 0.7 * lineHeight)];
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
  const lines = fitting.slice(0, end - first);
  const marked = lines.map((cells) => looksNumbered(textOf(cells[0] ?? [], '')));
  const body = bodyStart(lines, marked);
  if (marked.filter(Boolean).length < 2 || body <= 0) return undefined;
  const page = taken[0]?.page ?? 0;
  return {
    first,
    end,
    gutters,
    rows: [...splitEntries(lines.slice(0, body)), ...splitEntries(lines.slice(body))].map((cells) => ({ page, cells })),
    strokes: taken.flatMap((row) => row.words.filter(isStroke)),
  };
}

/** A mark and capitals behind it, nothing in any other column: no entry ends a table so. */
function headsText([mark = [], title = [], ...others]: LineCells): boolean {
  return looksNumbered(textOf(mark, '')) && isCapitals(textOf(title, ' ')) && others.every((cell) => cell.length === 0);
}

const textOf = (words: readonly LevelWord[], gap: string) => words.map(({ word }) => word.text).join(gap);

/** The first line below the heading: the first marked one, or the text above it that reaches no other column. */
function bodyStart(lines: readonly LineCells[], marked: readonly boolean[]): number {
  let start = marked.indexOf(true);
  // A heading of one or two lines is usual; text lines between it and the first number belong to that entry.
  while (start > 2 && lines[start - 1]?.filter((cell) => cell.length > 0).length === 1) start--;
  return start;
}

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
