import type { OcrLine } from '../engine/OcrEngine.js';
import type { GreyImage } from '../image/GreyImage.js';
import { inkThreshold } from '../image/inkThreshold.js';
import { findMarks } from './findMarks.js';

/** The share, 0 to 1, of the ink of letter-sized marks that stands inside the boxes of words; 1 where there is none. */
export function measureCoverage(image: GreyImage, lines: readonly OcrLine[]): number {
  const threshold = inkThreshold(image);
  const inkOutside = (boxes: Parameters<typeof findMarks>[1]): number =>
    findMarks(image, boxes, threshold).reduce((sum, { pixels }) => sum + pixels, 0);
  const all = inkOutside([]);
  return all === 0 ? 1 : 1 - Math.min(1, inkOutside(lines.flatMap(({ words }) => words.map(({ box }) => box))) / all);
}
