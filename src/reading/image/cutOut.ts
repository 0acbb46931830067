import type { GreyImage } from './GreyImage.js';

export interface PixelArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The part of an image inside `area`, with `margin` pixels of white around it; what lies outside the image is white too. */
export function cutOut(image: GreyImage, area: PixelArea, margin = 0): GreyImage {
  const left = Math.floor(area.left) - margin;
  const top = Math.floor(area.top) - margin;
  const width = Math.max(1, Math.ceil(area.right) + margin - left);
  const height = Math.max(1, Math.ceil(area.bottom) + margin - top);
  const data = new Uint8Array(width * height).fill(255);
  const from = Math.max(0, Math.floor(area.left));
  const to = Math.min(image.width, Math.ceil(area.right));
  for (let y = Math.max(0, Math.floor(area.top)); y < Math.min(image.height, Math.ceil(area.bottom)); y++) {
    data.set(image.data.subarray(y * image.width + from, y * image.width + to), (y - top) * width + from - left);
  }
  return { width, height, data };
}
