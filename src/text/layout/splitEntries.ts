import type { LevelWord } from './LevelPage.js';
import { middleOf, type Row, rowOf } from './Row.js';

/** The words of one printed line of a table, column by column. */
export type LineCells = readonly (readonly LevelWord[])[];

type Entry = LineCells[];

/**
 * Printed lines of a table without rulings between its entries, as rows of cells. A number in the first column or a
 * figure in a column of figures opens an entry; other lines belong to the entry above, or, where numbers stand in the
 * middle of their entries, to the nearest.
 */
export function splitEntries(lines: readonly LineCells[]): readonly (readonly (readonly Row[])[])[] {
  const figures = figureColumns(lines);
  const filled = (line: LineCells, columns: readonly number[]) =>
    columns.some((column) => (line[column]?.length ?? 0) > 0);
  const anchors: Entry[] = [];
  const anchorOf = new Map<LineCells, Entry>();
  for (const line of lines) {
    if (!filled(line, [0]) && !filled(line, figures)) continue;
    const last = anchors.at(-1);
    // The number at the top of an entry and its figures in the middle are one anchor.
    const completes = last !== undefined && !filled(line, [0]) && !last.some((other) => filled(other, figures));
    if (completes) last.push(line);
    else anchors.push([line]);
    const entry = anchors.at(-1);
    if (entry !== undefined) anchorOf.set(line, entry);
  }
  if (anchors.length === 0) return lines.length === 0 ? [] : [cellsOf(lines)];
  const centred = lines[0] !== undefined && !anchorOf.has(lines[0]);
  const entries = new Map(anchors.map((anchor) => [anchor, [] as Entry]));
  let current = anchors[0];
  for (const line of lines) {
    const own = anchorOf.get(line);
    current = own ?? (centred ? nearest(anchors, line) : current);
    if (current !== undefined) entries.get(current)?.push(line);
  }
  return [...entries.values()].map(cellsOf);
}

/** Columns after the first whose content is mostly figures. */
function figureColumns(lines: readonly LineCells[]): readonly number[] {
  const width = lines[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const texts = lines.map((line) => textOf(line[column] ?? [])).filter((text) => text !== '');
    return column > 0 && texts.length > 0 && texts.filter(isFigure).length >= 0.6 * texts.length;
  });
}

const textOf = (words: readonly LevelWord[]) => words.map(({ word }) => word.text).join(' ');

/** A number, perhaps with a letter that the reader took for a digit. */
const isFigure = (text: string) => /^[|(]?[\d.,/%\s-]*\p{L}?\s?[)|:]?$/u.test(text) && text.length < 12;

function nearest(anchors: readonly Entry[], line: LineCells): Entry | undefined {
  const place = placeOf(line);
  const distance = (anchor: Entry) => Math.min(...anchor.map((other) => Math.abs(placeOf(other) - place)));
  return [...anchors].sort((a, b) => distance(a) - distance(b))[0];
}

function placeOf(line: LineCells): number {
  const words = line.flat();
  return words.reduce((sum, word) => sum + middleOf(word), 0) / Math.max(1, words.length);
}

/** The printed lines of one row, cell by cell. */
export function cellsOf(entry: readonly LineCells[]): readonly (readonly Row[])[] {
  return (entry[0] ?? []).map((_, column) =>
    entry.flatMap((line) => {
      const words = line[column] ?? [];
      return words.length === 0 ? [] : [rowOf(words)];
    }),
  );
}
