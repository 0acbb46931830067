import type { Extent, LevelPage, LevelRuling } from './LevelPage.js';
import { centreOf, middleOf } from './Row.js';

/** A ruled table on one page. */
export interface Grid extends Extent {
  /** Edges of columns and rows in pixels, one more than there are columns and rows. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** The first (top left) slot of the printed cell that holds the slot: merged cells share one. */
  readonly ownerOf: (row: number, column: number) => { readonly row: number; readonly column: number };
}

/** Share of a slot's side that a ruling must cover to part two slots; less is a broken or missing line. */
const coverage = 0.3;

/** The tables of at least two columns that a page's rulings make. Frames and underlines are none. */
export function findGrids(page: LevelPage): readonly Grid[] {
  const reach = 0.35 * page.lineHeight;
  const long = page.rulings.filter(({ direction, left, right, top, bottom }) =>
    direction === 'horizontal' ? right - left >= page.lineHeight : bottom - top >= 0.5 * page.lineHeight,
  );
  const grids = connected(long, reach).flatMap((rulings) => gridOf(rulings, reach, page.lineHeight) ?? []);
  // A table within a cell of another is read as part of the outer one.
  return grids.filter((grid) => !grids.some((other) => other !== grid && holds(other, grid)));
}

function holds(outer: Extent, inner: Extent): boolean {
  return (
    outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom
  );
}

/** Groups of rulings that cross or touch. */
function connected(rulings: readonly LevelRuling[], reach: number): readonly (readonly LevelRuling[])[] {
  const group = rulings.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (group[root] !== root) root = group[root] ?? root;
    group[index] = root;
    return root;
  };
  rulings.forEach((across, i) => {
    if (across.direction !== 'horizontal') return;
    rulings.forEach((down, j) => {
      if (down.direction === 'vertical' && cross(across, down, reach)) group[rootOf(i)] = rootOf(j);
    });
  });
  const groups = new Map<number, LevelRuling[]>();
  rulings.forEach((ruling, index) => {
    const root = rootOf(index);
    const members = groups.get(root);
    if (members === undefined) groups.set(root, [ruling]);
    else members.push(ruling);
  });
  return [...groups.values()];
}

function cross(across: Extent, down: Extent, reach: number): boolean {
  const x = centreOf(down);
  const y = middleOf(across);
  return x >= across.left - reach && x <= across.right + reach && y >= down.top - reach && y <= down.bottom + reach;
}

function gridOf(rulings: readonly LevelRuling[], reach: number, lineHeight: number): Grid | undefined {
  const across = rulings.filter(({ direction }) => direction === 'horizontal');
  const down = rulings.filter(({ direction }) => direction === 'vertical');
  if (across.length === 0 || down.length === 0) return undefined;
  const [left, right] = [minimum(across, 'left'), maximum(across, 'right')];
  const [top, bottom] = [minimum(down, 'top'), maximum(down, 'bottom')];
  // A missing outer line is made up where the crossing lines run on past the last one.
  const columns = withEnds(clusters(down.map(centreOf), reach), left, right, 1.5 * lineHeight);
  const rows = withEnds(clusters(across.map(middleOf), reach), top, bottom, 0.8 * lineHeight);
  if (columns.length < 3 || rows.length < 2) return undefined;
  return {
    left: columns[0] ?? left,
    right: columns.at(-1) ?? right,
    top: rows[0] ?? top,
    bottom: rows.at(-1) ?? bottom,
    columns,
    rows,
    ownerOf: owners(columns, rows, across, down, reach),
  };
}

function owners(
  columns: readonly number[],
  rows: readonly number[],
  across: readonly LevelRuling[],
  down: readonly LevelRuling[],
  reach: number,
): Grid['ownerOf'] {
  const [width, height] = [columns.length - 1, rows.length - 1];
  const owner = Array.from({ length: width * height }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (owner[root] !== root) root = owner[root] ?? root;
    return root;
  };
  const join = (a: number, b: number) => {
    const [first, second] = [rootOf(a), rootOf(b)].sort((x, y) => x - y);
    if (first !== undefined && second !== undefined) owner[second] = first;
  };
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x0 = 0, x1 = 0] = columns.slice(column, column + 2);
      const [y0 = 0, y1 = 0] = rows.slice(row, row + 2);
      const slot = row * width + column;
      if (column + 1 < width && !parted(down, x1, y0, y1, reach, 'vertical')) join(slot, slot + 1);
      if (row + 1 < height && !parted(across, y1, x0, x1, reach, 'horizontal')) join(slot, slot + width);
    }
  }
  return (row, column) => {
    const root = rootOf(row * width + column);
    return { row: Math.floor(root / width), column: root % width };
  };
}

/** Whether rulings at `place` cover enough of the side from `from` to `to`. */
function parted(
  rulings: readonly LevelRuling[],
  place: number,
  from: number,
  to: number,
  reach: number,
  direction: LevelRuling['direction'],
): boolean {
  let covered = 0;
  for (const ruling of rulings) {
    const at = direction === 'vertical' ? centreOf(ruling) : middleOf(ruling);
    if (Math.abs(at - place) > reach) continue;
    const [start, end] = direction === 'vertical' ? [ruling.top, ruling.bottom] : [ruling.left, ruling.right];
    covered += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return covered >= coverage * (to - from);
}

/** Middles of values that lie within `reach` of their neighbour, rising. */
function clusters(values: readonly number[], reach: number): readonly number[] {
  const groups: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last !== undefined && value - (last[0] ?? value) <= reach) last.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

function withEnds(edges: readonly number[], from: number, to: number, least: number): readonly number[] {
  const [first, last] = [edges[0], edges.at(-1)];
  return [
    ...(first === undefined || first - from > least ? [from] : []),
    ...edges,
    ...(last === undefined || to - last > least ? [to] : []),
  ];
}

function minimum(items: readonly Extent[], side: keyof Extent): number {
  return items.reduce((least, item) => Math.min(least, item[side]), Number.POSITIVE_INFINITY);
}

function maximum(items: readonly Extent[], side: keyof Extent): number {
  return items.reduce((most, item) => Math.max(most, item[side]), Number.NEGATIVE_INFINITY);
}
