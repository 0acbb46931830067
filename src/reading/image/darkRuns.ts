import type { PixelArea } from './cutOut.js';
import type { GreyImage } from './GreyImage.js';
import { fourWhite, inFours } from './inFours.js';

/** The dark pixels of an image as runs: run `i` fills `lefts[i]` to before `rights[i]` of its row. */
export interface DarkRuns {
  readonly height: number;
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
  /** Where a row's runs begin; one more than rows, so that those of row `y` end before `starts[y + 1]`. */
  readonly starts: readonly number[];
}

/** @param darkest pixels below this grey are dark */
export function darkRuns({ width, height, data }: GreyImage, darkest: number): DarkRuns {
  const fours = inFours(data);
  const lefts: number[] = [];
  const rights: number[] = [];
  const starts: number[] = [0];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const end = row + width;
    for (let at = row; at < end; ) {
      if ((at & 3) === 0 && fours[at >> 2] === fourWhite) {
        at += 4;
      } else if ((data[at] ?? 255) >= darkest) {
        at++;
      } else {
        lefts.push(at - row);
        while (at < end && (data[at] ?? 255) < darkest) at++;
        rights.push(at - row);
      }
    }
    starts.push(lefts.length);
  }
  return { height, lefts, rights, starts };
}

/** The runs outside some areas, in pixels. */
export function runsOutside(runs: DarkRuns, areas: readonly PixelArea[]): DarkRuns {
  const areasOf = byRow(runs.height, areas);
  const lefts: number[] = [];
  const rights: number[] = [];
  const starts: number[] = [0];
  for (let y = 0; y < runs.height; y++) {
    for (let run = runs.starts[y] ?? 0; run < (runs.starts[y + 1] ?? 0); run++) {
      let left = runs.lefts[run] ?? 0;
      const right = runs.rights[run] ?? 0;
      for (const area of areasOf[y] ?? []) {
        if (area.right <= left || area.left >= right) continue;
        if (area.left > left) {
          lefts.push(left);
          rights.push(area.left);
        }
        left = Math.max(left, area.right);
      }
      if (left < right) {
        lefts.push(left);
        rights.push(right);
      }
    }
    starts.push(lefts.length);
  }
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
