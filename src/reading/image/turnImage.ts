import type { GreyImage } from './GreyImage.js';

/** Where a point of the turned image stood in the image before. */
export type PointMap = (x: number, y: number) => readonly [x: number, y: number];

export interface TurnedImage {
  readonly image: GreyImage;
  readonly toOriginal: PointMap;
}

/**
 * Turns an image by some degrees, positive clockwise, about its centre; the result grows so that no corner is lost,
 * and what was outside becomes white. To remove a skew, turn by its negative.
 */
export function turnImage({ width, height, data }: GreyImage, degrees: number): TurnedImage {
  const radians = (degrees * Math.PI) / 180;
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  const turnedWidth = Math.ceil(width * Math.abs(cosine) + height * Math.abs(sine));
  const turnedHeight = Math.ceil(width * Math.abs(sine) + height * Math.abs(cosine));
  const toOriginal: PointMap = (x, y) => {
    const right = x - turnedWidth / 2;
    const down = y - turnedHeight / 2;
    return [right * cosine + down * sine + width / 2, down * cosine - right * sine + height / 2];
  };
  const result = new Uint8Array(turnedWidth * turnedHeight).fill(255);
  for (let row = 0; row < turnedHeight; row++) {
    let [x, y] = toOriginal(0.5, row + 0.5);
    x -= 0.5;
    y -= 0.5;
    for (let column = 0; column < turnedWidth; column++, x += cosine, y -= sine) {
      const left = Math.floor(x);
      const top = Math.floor(y);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      const part = x - left;
      const above = (data[at] ?? 0) * (1 - part) + (data[at + 1] ?? 0) * part;
      const below = (data[at + width] ?? 0) * (1 - part) + (data[at + width + 1] ?? 0) * part;
      result[row * turnedWidth + column] = above + (below - above) * (y - top) + 0.5;
    }
  }
  return { image: { width: turnedWidth, height: turnedHeight, data: result }, toOriginal };
}
