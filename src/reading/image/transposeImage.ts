import type { GreyImage } from './GreyImage.js';

/** Pixels of a tile's side: the rows that one tile reads and writes stay in a processor's nearest cache. */
const tile = 32;

/** Rows become columns. */
export function transposeImage({ width, height, data }: GreyImage): GreyImage {
  const result = new Uint8Array(data.length);
  for (let top = 0; top < height; top += tile) {
    for (let left = 0; left < width; left += tile) {
      const bottom = Math.min(height, top + tile);
      const right = Math.min(width, left + tile);
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) result[x * height + y] = data[y * width + x] ?? 0;
      }
    }
  }
  return { width: height, height: width, data: result };
}
