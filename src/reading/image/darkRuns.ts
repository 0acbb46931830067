import type { PixelArea } from './cutOut.js';
import type { GreyImage } from './GreyImage.js';
import { fourWhite, inFours } from './inFours.js';

/** The dark pixels of an image as runs: run `i` fills `lefts[i]` to before `rights[i]` of its row. */
export interface DarkRuns {
  readonly height: number;
  readonly lefts: ArrayLike<number>;
  readonly rights: ArrayLike<number>;
  /** Where a row's runs begin; one more than rows, so that those of row `y` end before `starts[y + 1]`. */
  readonly starts: ArrayLike<number>;
}

/** Grows by assignment: the `push` that pdf.js gives to arrays on older machines takes most of the time. */
class Runs {
  readonly lefts: number[] = [];
  readonly rights: number[] = [];
  readonly starts: number[] = [0];
  private count = 0;
  private rows = 0;

  add(left: number, right: number): void {
    this.lefts[this.count] = left;
    this.rights[this.count] = right;
    this.count++;
  }

  endRow(): void {
    this.rows++;
    this.starts[this.rows] = this.count;
  }
}

/** @param darkest pixels below this grey are dark */
export function darkRuns({ width, height, data }: GreyImage, darkest: number): DarkRuns {
  const fours = inFours(data);
  const runs = new Runs();
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const end = row + width;
    for (let at = row; at < end; ) {
      if ((at & 3) === 0 && fours[at >> 2] === fourWhite) {
        at += 4;
      } else if ((data[at] ?? 255) >= darkest) {
        at++;
      } else {
        const left = at - row;
        while (at < end && (data[at] ?? 255) < darkest) at++;
        runs.add(left, at - row);
      }
    }
    runs.endRow();
  }
  const { lefts, rights, starts } = runs;
  return { height, lefts, rights, starts };
}

/** The runs of the same pixels along the columns of an image so wide: its columns are the rows of what is returned. */
export function runsDown({ height, lefts, rights, starts }: DarkRuns, width: number): DarkRuns {
  /** Calls `visit` for every dark pixel, from the top; `begins` where the one above it is none. */
  const walk = (visit: (x: number, y: number, begins: boolean) => void): void => {
    const below = new Int32Array(width).fill(-1);
    for (let y = 0; y < height; y++) {
      for (let run = starts[y] ?? 0; run < (starts[y + 1] ?? 0); run++) {
        for (let x = lefts[run] ?? 0; x < (rights[run] ?? 0); x++) {
          visit(x, y, below[x] !== y);
          below[x] = y + 1;
        }
      }
    }
  };
  const ends = new Int32Array(width + 1);
  walk((x, _y, begins) => {
    if (begins) ends[x + 1] = (ends[x + 1] ?? 0) + 1;
  });
  for (let x = 0; x < width; x++) ends[x + 1] = (ends[x + 1] ?? 0) + (ends[x] ?? 0);
  const columns = { height: width, lefts: new Int32Array(ends[width] ?? 0), rights: new Int32Array(ends[width] ?? 0) };
  const next = ends.slice();
  walk((x, y, begins) => {
    const run = (next[x] ?? 0) - (begins ? 0 : 1);
    if (begins) {
      columns.lefts[run] = y;
      next[x] = run + 1;
    }
    columns.rights[run] = y + 1;
  });
  return { ...columns, starts: ends };
}

/** The runs outside some areas, in pixels. */
export function runsOutside(runs: DarkRuns, areas: readonly PixelArea[]): DarkRuns {
  if (areas.length === 0) return runs;
  const areasOf = byRow(runs.height, areas);
  const outside = new Runs();
  for (let y = 0; y < runs.height; y++) {
    for (let run = runs.starts[y] ?? 0; run < (runs.starts[y + 1] ?? 0); run++) {
      let left = runs.lefts[run] ?? 0;
      const right = runs.rights[run] ?? 0;
      for (const area of areasOf[y] ?? []) {
        if (area.right <= left || area.left >= right) continue;
        if (area.left > left) {
          outside.add(left, area.left);
        }
        left = Math.max(left, area.right);
      }
      if (left < right) outside.add(left, right);
    }
    outside.endRow();
  }
  const { lefts, rights, starts } = outside;
  return { height: runs.height, lefts, rights, starts };
}

/** The areas that a row crosses, from left to right. */
function byRow(height: number, areas: readonly PixelArea[]): readonly (readonly PixelArea[])[] {
  const rows = Array.from({ length: height }, (): PixelArea[] => []);
  for (const area of areas.toSorted((one, other) => one.left - other.left)) {
    for (let y = Math.max(0, area.top); y < Math.min(height, area.bottom); y++) rows[y]?.push(area);
  }
  return rows;
}
