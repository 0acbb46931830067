import type { GreyImage } from './GreyImage.js';
import { inkThreshold } from './inkThreshold.js';

/**
 * Whether the lines of print run down the picture: ink and gaps then alternate from column to column, else from row to row.
 * On pages of text the one alternation is at least twice the other.
 */
export function linesRunDown(image: GreyImage): boolean {
  const { width, height, data } = image;
  const threshold = inkThreshold(image);
  const rows = new Uint32Array(height);
  const columns = new Uint32Array(width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] ?? 255) >= threshold) continue;
      rows[y] = (rows[y] ?? 0) + 1;
      columns[x] = (columns[x] ?? 0) + 1;
    }
  }
  return alternation(columns) > alternation(rows);
}

/** Of sums a line's height apart: neighbours differ by noise alone. */
const step = 8;

function alternation(sums: Uint32Array): number {
  let total = 0;
  for (let at = step; at < sums.length; at++) total += ((sums[at] ?? 0) - (sums[at - step] ?? 0)) ** 2;
  return total / sums.length;
}
