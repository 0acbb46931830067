import type { PixelArea } from '../image/cutOut.js';
import { type Component, findComponents } from '../image/findComponents.js';
import type { GreyImage } from '../image/GreyImage.js';

/** A word's box may cut its accents and the tails of its letters. */
const wordMargin = 4;

/** Components of the size of letters, at 200 dpi; filled ones are bullets, boxes and the marks of a punch. */
const letter = { least: 9, highest: 48, narrowest: 3, widest: 160, fullest: 0.85 };

/**
 * Letter-sized marks that stand outside the boxes of words.
 * @param threshold the grey below which a pixel is ink, of the whole page also for a part of it
 */
export function findMarks(image: GreyImage, words: readonly PixelArea[], threshold: number): readonly Component[] {
  return findComponents(blank(image, words), threshold).filter((component) => {
    const width = component.right - component.left;
    const height = component.bottom - component.top;
    return (
      height >= letter.least &&
      height <= letter.highest &&
      width >= letter.narrowest &&
      width <= letter.widest &&
      component.pixels < letter.fullest * width * height
    );
  });
}

function blank({ width, height, data }: GreyImage, areas: readonly PixelArea[]): GreyImage {
  const result = Uint8Array.from(data);
  for (const { left, top, right, bottom } of areas) {
    const from = Math.max(0, Math.floor(left) - wordMargin);
    const to = Math.min(width, Math.ceil(right) + wordMargin);
    const last = Math.min(height, Math.ceil(bottom) + wordMargin);
    for (let y = Math.max(0, Math.floor(top) - wordMargin); y < last; y++)
      result.fill(255, y * width + from, y * width + to);
  }
  return { width, height, data: result };
}
