import { cutOut, type PixelArea } from '../image/cutOut.js';
import { type Component, findComponents } from '../image/findComponents.js';
import type { GreyImage } from '../image/GreyImage.js';
import { canHideSeparator } from './numberToken.js';

/** In shares of the height of the digits around. */
const comma = { smallest: 0.12, highest: 0.55, widest: 0.4, startsBelow: 0.6 };
const slash = { widest: 0.65, leans: 0.18, thickest: 0.3 };

/**
 * A number of digits alone whose picture shows one comma or slash between them, with the mark put where it stands: the
 * engine reads `2,5` as `25` and `5/5` as `55`, all its readings alike. Null where no such mark is seen, or where the digits
 * on the picture are not as many as those read.
 * @param threshold the grey below which a pixel is ink
 */
export function restoreMark(text: string, image: GreyImage, area: PixelArea, threshold: number): string | null {
  if (!/^\d{2,4}$/.test(text) || !canHideSeparator(text)) return null;
  const { left, top, right, bottom } = area;
  const crop = cutOut(image, { left: left - 1, top: top - 2, right: right + 1, bottom: bottom + 6 });
  const parts = findComponents(crop, threshold);
  const tall = parts.filter((part) => heightOf(part) > 0.6 * (bottom - top));
  const height = Math.max(0, ...tall.map(heightOf));
  const slashes = tall.filter((part) => isSlash(part, crop, threshold, height));
  const digits = tall.filter((part) => !slashes.includes(part));
  if (digits.length !== text.length) return null;
  const head = Math.min(...digits.map((part) => part.top));
  const commas = parts.filter((part) => !tall.includes(part) && isComma(part, height, head));
  const marks = [...slashes.map((part) => ({ part, sign: '/' })), ...commas.map((part) => ({ part, sign: ',' }))];
  const [mark] = marks;
  if (mark === undefined || marks.length > 1) return null;
  const before = digits.filter((digit) => middleOf(digit) < middleOf(mark.part)).length;
  return before === 0 || before === text.length ? null : `${text.slice(0, before)}${mark.sign}${text.slice(before)}`;
}

function isComma(part: Component, height: number, head: number): boolean {
  const tall = heightOf(part);
  const wide = part.right - part.left;
  const isSmall = tall >= comma.smallest * height && tall <= comma.highest * height;
  return isSmall && wide > 1 && wide <= comma.widest * height && part.top > head + comma.startsBelow * height;
}

/** A thin stroke that leans to the right; a 7 leans too, but is wide at its head. */
function isSlash(part: Component, image: GreyImage, threshold: number, height: number): boolean {
  if (part.right - part.left > slash.widest * height) return false;
  const third = Math.floor(heightOf(part) / 3);
  const upper = strokeIn(image, { ...part, bottom: part.top + third }, threshold);
  const lower = strokeIn(image, { ...part, top: part.bottom - third }, threshold);
  if (upper === null || lower === null) return false;
  const isThin = Math.max(upper.widest, lower.widest) <= slash.thickest * height;
  return isThin && upper.middle - lower.middle >= slash.leans * height;
}

/** Mean place and greatest width, from row to row, of the ink in an area. */
function strokeIn(
  image: GreyImage,
  area: PixelArea,
  threshold: number,
): { readonly middle: number; readonly widest: number } | null {
  let sum = 0;
  let count = 0;
  let widest = 0;
  for (let y = area.top; y < area.bottom; y++) {
    let first = -1;
    let last = -1;
    for (let x = area.left; x < area.right; x++) {
      if ((image.data[y * image.width + x] ?? 255) >= threshold) continue;
      if (first < 0) first = x;
      last = x;
      sum += x;
      count++;
    }
    if (first >= 0) widest = Math.max(widest, last - first + 1);
  }
  return count === 0 ? null : { middle: sum / count, widest };
}

function heightOf(part: Component): number {
  return part.bottom - part.top;
}

function middleOf(part: Component): number {
  return (part.left + part.right) / 2;
}
