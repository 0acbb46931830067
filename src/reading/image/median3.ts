import type { GreyImage } from './GreyImage.js';

/**
 * The median of each pixel's 3 × 3 neighbourhood; the outermost pixels stay as they are.
 * Every column of three is sorted once and used by three pixels: the median of nine is the median of the highest low,
 * the middle middle and the lowest high of the three columns.
 */
export function median3({ width, height, data }: GreyImage): GreyImage {
  const result = Uint8Array.from(data);
  const low = new Uint8Array(width);
  const middle = new Uint8Array(width);
  const high = new Uint8Array(width);
  for (let y = 1; y < height - 1; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      let a = data[row - width + x] ?? 0;
      let b = data[row + x] ?? 0;
      const c = data[row + width + x] ?? 0;
      if (a > b) {
        const swap = a;
        a = b;
        b = swap;
      }
      low[x] = Math.min(c, a);
      middle[x] = c < a ? a : Math.min(c, b);
      high[x] = Math.max(c, b);
    }
    for (let x = 1; x < width - 1; x++) {
      const lows = Math.max(low[x - 1] ?? 0, low[x] ?? 0, low[x + 1] ?? 0);
      const highs = Math.min(high[x - 1] ?? 0, high[x] ?? 0, high[x + 1] ?? 0);
      result[row + x] = medianOf(lows, medianOf(middle[x - 1] ?? 0, middle[x] ?? 0, middle[x + 1] ?? 0), highs);
    }
  }
  return { width, height, data: result };
}

function medianOf(a: number, b: number, c: number): number {
  return a < b ? (c < a ? a : Math.min(c, b)) : c < b ? b : Math.min(c, a);
}
