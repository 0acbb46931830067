import type { PixelArea } from '../image/cutOut.js';
import type { PixelRuling } from '../image/findRulings.js';

/** Pixels by which lines that belong together may miss each other: what is left of the skew, and broken corners. */
const slack = 12;
/** Pixels by which a line may end short of the one that it meets; with more, the lines above and below a merged row would part it. */
const brokenEnd = 4;
/** The share of a cell's side along which a line must run to part it from its neighbour. */
const leastSide = 0.5;
/** Pixels; smaller holes in a grid are double lines. */
const leastCell = 16;

/** The cells of all ruled tables of a page, the inside of each between its lines; merged cells are one. */
export function findCells(rulings: readonly PixelRuling[]): readonly PixelArea[] {
  return tablesIn(rulings).flatMap(cellsOfTable);
}

/** Rulings that touch, directly or by others. */
function tablesIn(rulings: readonly PixelRuling[]): readonly (readonly PixelRuling[])[] {
  const tables: PixelRuling[][] = [];
  for (const ruling of rulings) {
    const touched = tables.filter((table) => table.some((other) => touch(ruling, other)));
    const table = [ruling, ...touched.flat()];
    for (const joined of touched) tables.splice(tables.indexOf(joined), 1);
    tables.push(table);
  }
  return tables;
}

function touch(one: PixelRuling, other: PixelRuling): boolean {
  return (
    one.left - slack < other.right &&
    other.left - slack < one.right &&
    one.top - slack < other.bottom &&
    other.top - slack < one.bottom
  );
}

/** A line of the grid, across its direction from `from` to `to`. */
interface GridLine {
  readonly from: number;
  readonly to: number;
  /** The pieces that are drawn, along its direction. */
  readonly pieces: readonly (readonly [number, number])[];
}

function cellsOfTable(table: readonly PixelRuling[]): readonly PixelArea[] {
  const columns = gridLines(
    table.filter(({ direction }) => direction === 'vertical'),
    ({ left, right }) => [left, right],
    ({ top, bottom }) => [top, bottom],
  );
  const rows = gridLines(
    table.filter(({ direction }) => direction === 'horizontal'),
    ({ top, bottom }) => [top, bottom],
    ({ left, right }) => [left, right],
  );
  const across = columns.length - 1;
  const down = rows.length - 1;
  if (across < 1 || down < 1) return [];
  const owner = Array.from({ length: across * down }, (_, slot) => slot);
  const ownerOf = (slot: number): number => {
    const parent = owner[slot] ?? slot;
    return parent === slot ? slot : ownerOf(parent);
  };
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const slot = row * across + column;
      const top = rows[row]?.to ?? 0;
      const bottom = rows[row + 1]?.from ?? 0;
      const left = columns[column]?.to ?? 0;
      const right = columns[column + 1]?.from ?? 0;
      if (column + 1 < across && !isDrawn(columns[column + 1], top, bottom)) owner[ownerOf(slot + 1)] = ownerOf(slot);
      if (row + 1 < down && !isDrawn(rows[row + 1], left, right)) owner[ownerOf(slot + across)] = ownerOf(slot);
    }
  }
  const cells = new Map<number, PixelArea>();
  owner.forEach((_, slot) => {
    const column = slot % across;
    const row = Math.floor(slot / across);
    const area = {
      left: columns[column]?.to ?? 0,
      top: rows[row]?.to ?? 0,
      right: columns[column + 1]?.from ?? 0,
      bottom: rows[row + 1]?.from ?? 0,
    };
    const known = cells.get(ownerOf(slot)) ?? area;
    cells.set(ownerOf(slot), {
      left: Math.min(known.left, area.left),
      top: Math.min(known.top, area.top),
      right: Math.max(known.right, area.right),
      bottom: Math.max(known.bottom, area.bottom),
    });
  });
  return [...cells.values()].filter(
    ({ left, top, right, bottom }) => right - left >= leastCell && bottom - top >= leastCell,
  );
}

/** Lines that lie on one another's extension, joined. */
function gridLines(
  rulings: readonly PixelRuling[],
  acrossOf: (ruling: PixelRuling) => readonly [number, number],
  alongOf: (ruling: PixelRuling) => readonly [number, number],
): readonly GridLine[] {
  const lines: { from: number; to: number; pieces: (readonly [number, number])[] }[] = [];
  const sorted = rulings.toSorted((one, other) => middle(acrossOf(one)) - middle(acrossOf(other)));
  for (const ruling of sorted) {
    const [from, to] = acrossOf(ruling);
    const last = lines.at(-1);
    if (last !== undefined && from - last.to < slack) {
      last.from = Math.min(last.from, from);
      last.to = Math.max(last.to, to);
      last.pieces.push(alongOf(ruling));
    } else lines.push({ from, to, pieces: [alongOf(ruling)] });
  }
  return lines;
}

function isDrawn(line: GridLine | undefined, from: number, to: number): boolean {
  if (line === undefined) return false;
  const covered = line.pieces.reduce(
    (sum, [start, end]) => sum + Math.max(0, Math.min(end + brokenEnd, to) - Math.max(start - brokenEnd, from)),
    0,
  );
  return covered >= leastSide * (to - from);
}

function middle([from, to]: readonly [number, number]): number {
  return (from + to) / 2;
}
