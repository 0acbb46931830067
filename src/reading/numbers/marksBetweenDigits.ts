import { cutOut, type PixelArea } from '../image/cutOut.js';
import { type Component, findComponents } from '../image/findComponents.js';
import type { GreyImage } from '../image/GreyImage.js';

/** A comma (or dot) or slash seen between the digits of a word. */
export interface SeenMark {
  readonly sign: ',' | '/';
  /** Digits left of it. */
  readonly after: number;
}

export interface SeenNumber {
  readonly digits: number;
  readonly marks: readonly SeenMark[];
}

/** In shares of the height of the digits around. */
const comma = { smallest: 0.12, highest: 0.55, widest: 0.4, startsBelow: 0.6, overlaps: 0.25 };
const slash = { narrowest: 0.25, widest: 0.7, reach: 0.12, along: 0.85 };
/** What is lower than this share of the word is no digit. */
const tallest = 0.6;

/**
 * The digits of a word and the marks between them as the picture shows them: the engine drops a comma without a sign of doubt
 * (`25` for `2,5`) and reads `5/5` as `55`.
 * @param threshold the grey below which a pixel is ink
 */
export function marksBetweenDigits(image: GreyImage, area: PixelArea, threshold: number): SeenNumber {
  const { left, top, right, bottom } = area;
  const crop = cutOut(image, { left: left - 1, top: top - 2, right: right + 1, bottom: bottom + 6 });
  const parts = findComponents(crop, threshold);
  const tall = parts.filter((part) => heightOf(part) > tallest * (bottom - top));
  const height = Math.max(0, ...tall.map(heightOf));
  const slashes = tall.filter((part) => isSlash(part, crop, threshold, height));
  const digits = tall
    .filter((part) => !slashes.includes(part))
    .toSorted((one, other) => middleOf(one) - middleOf(other));
  const head = Math.min(...digits.map((part) => part.top));
  const commas = parts.filter((part) => !tall.includes(part) && isComma(part, height, head));
  const marks = [
    ...slashes.map((part) => ({ sign: '/' as const, after: digitsBefore(part, digits) })),
    ...commas
      .filter((part) => isClear(part, digits, height))
      .map((part) => ({ sign: ',' as const, after: digitsBefore(part, digits) })),
  ];
  return { digits: digits.length, marks: marks.filter(({ after }) => after > 0 && after < digits.length) };
}

function digitsBefore(part: Component, digits: readonly Component[]): number {
  return digits.filter((digit) => middleOf(digit) < middleOf(part)).length;
}

/** A comma stands between two digits, not under one. */
function isClear(part: Component, digits: readonly Component[], height: number): boolean {
  const slack = comma.overlaps * height;
  const after = digitsBefore(part, digits);
  const [before, behind] = [digits[after - 1], digits[after]];
  return (
    before !== undefined &&
    behind !== undefined &&
    part.left >= before.right - slack &&
    part.left <= behind.left + slack
  );
}

function isComma(part: Component, height: number, head: number): boolean {
  const tall = heightOf(part);
  const wide = part.right - part.left;
  const isSmall = tall >= comma.smallest * height && tall <= comma.highest * height;
  return isSmall && wide > 1 && wide <= comma.widest * height && part.top > head + comma.startsBelow * height;
}
/**
 * All its ink lies along the line from its foot on the left to its head on the right: over nine tenths of a slash's, under
 * seven tenths of a 1's or 7's, upright or italic. Digits that lean into its box do not count against it.
 */
function isSlash(part: Component, { width, data }: GreyImage, threshold: number, height: number): boolean {
  const across = part.right - part.left;
  if (across > slash.widest * height || across < slash.narrowest * height) return false;
  let along = 0;
  for (let y = part.top; y < part.bottom; y++) {
    const middle = part.right - (across * (y + 0.5 - part.top)) / heightOf(part);
    const from = Math.max(part.left, Math.round(middle - slash.reach * height));
    const to = Math.min(part.right, Math.round(middle + slash.reach * height));
    for (let x = from; x < to; x++) if ((data[y * width + x] ?? 255) < threshold) along++;
  }
  return along >= slash.along * part.pixels;
}

function heightOf(part: Component): number {
  return part.bottom - part.top;
}

function middleOf(part: Component): number {
  return (part.left + part.right) / 2;
}
