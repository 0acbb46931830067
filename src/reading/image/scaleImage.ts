import type { GreyImage } from './GreyImage.js';

/** The image enlarged or reduced by `factor`; each pixel is the mean of the area that it covers, or lies between its neighbours. */
export function scaleImage({ width, height, data }: GreyImage, factor: number): GreyImage {
  const scaledWidth = Math.max(1, Math.round(width * factor));
  const scaledHeight = Math.max(1, Math.round(height * factor));
  const across = weights(width, scaledWidth);
  const down = weights(height, scaledHeight);
  const squeezed = new Float32Array(scaledWidth * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < scaledWidth; x++) {
      let sum = 0;
      for (const [from, share] of across[x] ?? []) sum += (data[y * width + from] ?? 0) * share;
      squeezed[y * scaledWidth + x] = sum;
    }
  }
  const result = new Uint8Array(scaledWidth * scaledHeight);
  for (let y = 0; y < scaledHeight; y++) {
    for (let x = 0; x < scaledWidth; x++) {
      let sum = 0;
      for (const [from, share] of down[y] ?? []) sum += (squeezed[from * scaledWidth + x] ?? 0) * share;
      result[y * scaledWidth + x] = sum + 0.5;
    }
  }
  return { width: scaledWidth, height: scaledHeight, data: result };
}

type Weights = readonly (readonly (readonly [from: number, share: number])[])[];

/** For every target pixel the source pixels under a triangle as wide as the coarser of the two. */
function weights(source: number, target: number): Weights {
  const ratio = source / target;
  const reach = Math.max(1, ratio);
  return Array.from({ length: target }, (_, at) => {
    const centre = (at + 0.5) * ratio - 0.5;
    const parts: [number, number][] = [];
    for (let from = Math.ceil(centre - reach); from <= Math.floor(centre + reach); from++) {
      const share = 1 - Math.abs(from - centre) / reach;
      if (share > 0) parts.push([Math.min(source - 1, Math.max(0, from)), share]);
    }
    const total = parts.reduce((sum, [, share]) => sum + share, 0);
    return parts.map(([from, share]): [number, number] => [from, share / total]);
  });
}
