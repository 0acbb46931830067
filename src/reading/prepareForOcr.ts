import { detectSkew } from './image/detectSkew.js';
import { divideBackground } from './image/divideBackground.js';
import { eraseSeals } from './image/eraseSeals.js';
import type { GreyImage } from './image/GreyImage.js';
import { measureNoise } from './image/measureNoise.js';
import { median3 } from './image/median3.js';
import { type PointMap, turnImage } from './image/turnImage.js';

export interface PreparedImage {
  readonly image: GreyImage;
  /** Degrees removed, positive clockwise. */
  readonly skew: number;
  /** From a point of the image to the point of the page as rendered. */
  readonly toPage: PointMap;
}

/** The median harms small clean print and decides on grainy paper; scans measure either under 1.5 or over 2.3. */
const grainy = 2;

/**
 * Below it the engine reads turned lines as well as straight ones, and turning blurs; at 0.7° it loses accents,
 * at 1.5° whole lines.
 */
const leastSkew = 0.6;

/** Cleans the paper only where it is grainy, takes grey seals out of it, and turns the page only where it is skewed. */
export function prepareForOcr(page: GreyImage): PreparedImage {
  const smooth = measureNoise(page) < grainy ? page : divideBackground(median3(page));
  const clean = eraseSeals(smooth);
  const skew = detectSkew(clean);
  if (Math.abs(skew) < leastSkew) return { image: clean, skew: 0, toPage: (x, y) => [x, y] };
  const { image, toOriginal } = turnImage(clean, -skew);
  return { image, skew, toPage: toOriginal };
}
