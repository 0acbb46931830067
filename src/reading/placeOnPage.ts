import type { Box } from '../model/geometry.js';
import type { PixelArea } from './image/cutOut.js';
import type { GreyImage } from './image/GreyImage.js';
import type { PointMap } from './image/turnImage.js';

/** Turns a box on a prepared image into fractions of the page as displayed; `page` is the page as rendered. */
export type PlaceOnPage = (area: PixelArea) => Box;

/**
 * The middle of a box moves with the turn that removed the skew; its width and height stay, for words and lines are as
 * long and as high on the page as on the straight image.
 */
export function placeOnPage(page: Pick<GreyImage, 'width' | 'height'>, toPage: PointMap): PlaceOnPage {
  return ({ left, top, right, bottom }) => {
    const [x, y] = toPage((left + right) / 2, (top + bottom) / 2);
    const halfWidth = (right - left) / 2;
    const halfHeight = (bottom - top) / 2;
    return [
      share(x - halfWidth, page.width),
      share(y - halfHeight, page.height),
      share(x + halfWidth, page.width),
      share(y + halfHeight, page.height),
    ];
  };
}

function share(pixels: number, whole: number): number {
  return Math.min(1, Math.max(0, Math.round((pixels / whole) * 1e5) / 1e5));
}
