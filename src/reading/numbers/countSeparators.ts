import { cutOut, type PixelArea } from '../image/cutOut.js';
import { findComponents } from '../image/findComponents.js';
import type { GreyImage } from '../image/GreyImage.js';

/** In shares of the height of the digits around. */
const smallest = 0.12;
const highest = 0.55;
const widest = 0.4;
/** How far below the top of the digits a comma or dot starts. */
const lowest = 0.6;

/**
 * How many commas and dots stand between the digits of a word, counted on the picture: low small marks with a higher one on
 * either side. The engine drops them without a sign of doubt.
 * @param threshold the grey below which a pixel is ink
 */
export function countSeparators(image: GreyImage, { left, top, right, bottom }: PixelArea, threshold: number): number {
  const area = { left: left - 1, top: top - 2, right: right + 1, bottom: bottom + 6 };
  const marks = findComponents(cutOut(image, area), threshold);
  const digits = marks.filter((mark) => mark.bottom - mark.top > 0.6 * (bottom - top));
  if (digits.length < 2) return 0;
  const height = Math.max(...digits.map((mark) => mark.bottom - mark.top));
  const head = Math.min(...digits.map((mark) => mark.top));
  const first = Math.min(...digits.map((mark) => mark.right));
  const last = Math.max(...digits.map((mark) => mark.left));
  return marks.filter((mark) => {
    const tall = mark.bottom - mark.top;
    const wide = mark.right - mark.left;
    const isSmall = tall >= smallest * height && tall <= highest * height && wide <= widest * height && wide > 1;
    return isSmall && mark.top > head + lowest * height && mark.left >= first - 2 && mark.right <= last + 2;
  }).length;
}
