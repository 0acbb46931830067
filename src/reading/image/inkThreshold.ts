import type { GreyImage } from './GreyImage.js';

/** Limits of what can part ink from paper: darker misses pale print, lighter takes grain for print. */
const darkest = 140;
const lightest = 195;
/** Paper is this much lighter than the palest ink that counts. */
const shareOfPaper = 0.8;

/** Each step of reading asks for that of its page, whose image does not change. */
const known = new WeakMap<GreyImage, number>();

/** The grey below which a pixel of this page is ink: Otsu's threshold, which follows how pale the print is, within limits. */
export function inkThreshold(image: GreyImage): number {
  const threshold = known.get(image) ?? measureThreshold(image);
  known.set(image, threshold);
  return threshold;
}

function measureThreshold({ data }: GreyImage): number {
  const histogram = new Float64Array(256);
  let sampled = 0;
  for (let at = 0; at < data.length; at += 3) {
    const level = data[at] ?? 0;
    histogram[level] = (histogram[level] ?? 0) + 1;
    sampled++;
  }
  const paper = histogram.indexOf(Math.max(...histogram));
  return Math.min(Math.max(otsu(histogram, sampled), darkest), lightest, Math.round(paper * shareOfPaper));
}

/** The level that parts a histogram so that the two sides differ most. */
function otsu(histogram: Float64Array, total: number): number {
  let whole = 0;
  for (let level = 0; level < 256; level++) whole += level * (histogram[level] ?? 0);
  let below = 0;
  let sumBelow = 0;
  let best = 0;
  let widest = -1;
  for (let level = 0; level < 256; level++) {
    below += histogram[level] ?? 0;
    sumBelow += level * (histogram[level] ?? 0);
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const gap = sumBelow / below - (whole - sumBelow) / above;
    const between = below * above * gap * gap;
    if (between > widest) {
      widest = between;
      best = level + 1;
    }
  }
  return best;
}
