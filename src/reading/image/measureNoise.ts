import type { GreyImage } from './GreyImage.js';

/** Paper, not print: what is darker says nothing of the scanner's noise. */
const lightest = 180;

/**
 * Grain of the paper: how far light pixels differ from the mean of their four neighbours, in grey levels.
 * Clean scans measure under 1.5, noisy ones over 2.3 (at 200 dpi). 0 for a page without light pixels.
 */
export function measureNoise({ width, height, data }: GreyImage): number {
  let sum = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y += 3) {
    for (let x = 1; x < width - 1; x += 3) {
      const at = y * width + x;
      const value = data[at] ?? 0;
      if (value < lightest) continue;
      const left = data[at - 1] ?? 0;
      const right = data[at + 1] ?? 0;
      const above = data[at - width] ?? 0;
      const below = data[at + width] ?? 0;
      if (Math.min(left, right, above, below) < lightest) continue;
      sum += Math.abs(value - (left + right + above + below) / 4);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
