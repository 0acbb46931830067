import type { GreyImage } from './GreyImage.js';

/** Pixels joined to one before measuring: letters melt along the line, the edges of lines stay sharp. */
const reductionX = 4;
const reductionY = 2;
const widest = 10;
const coarseStep = 0.5;
const fineStep = 0.05;
/** Fewer dark points than this are no lines of text. */
const leastInk = 300;
/** The sharpest profile must stand out this far over the middle one: grain reaches 1.1, a single line of text 30. */
const leastContrast = 2;

/**
 * By how many degrees the lines of a page are turned; positive is clockwise, 0 where no lines can be told.
 * The angle is the one at which the rows of dark points are sharpest: full and empty rows differ most.
 */
export function detectSkew(image: GreyImage): number {
  const ink = darkPoints(image);
  if (ink.xs.length < leastInk) return 0;
  const coarse: { angle: number; sharpness: number }[] = [];
  for (let angle = -widest; angle <= widest; angle += coarseStep)
    coarse.push({ angle, sharpness: sharpnessAt(ink, angle) });
  const best = coarse.reduce((left, right) => (right.sharpness > left.sharpness ? right : left));
  const middle = coarse.map(({ sharpness }) => sharpness).sort((left, right) => left - right)[coarse.length >> 1] ?? 0;
  if (best.sharpness < middle * leastContrast) return 0;
  let fine = best;
  for (let angle = best.angle - coarseStep; angle <= best.angle + coarseStep; angle += fineStep) {
    const sharpness = sharpnessAt(ink, angle);
    if (sharpness > fine.sharpness) fine = { angle, sharpness };
  }
  return Math.round(fine.angle / fineStep) * fineStep;
}

interface Points {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  /** Pixels that the furthest point moves up or down at the widest angle. */
  readonly reach: number;
  readonly rows: number;
}

/** The reduced pixels that are clearly darker than the page, in pixels of the image. */
function darkPoints({ width, height, data }: GreyImage): Points {
  const columns = Math.floor(width / reductionX);
  const rows = Math.floor(height / reductionY);
  const reduced = new Uint8Array(columns * rows);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let total = 0;
      for (let y = 0; y < reductionY; y++) {
        const at = (row * reductionY + y) * width + column * reductionX;
        for (let x = 0; x < reductionX; x++) total += data[at + x] ?? 0;
      }
      const mean = total / (reductionX * reductionY);
      reduced[row * columns + column] = mean;
      sum += mean;
    }
  }
  const limit = (sum / Math.max(1, reduced.length)) * 0.85;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if ((reduced[row * columns + column] ?? 255) >= limit) continue;
      xs.push((column - columns / 2) * reductionX);
      ys.push(row * reductionY);
    }
  }
  const reach = Math.ceil((width / 2) * Math.tan((widest * Math.PI) / 180)) + reductionY;
  return { xs: Float32Array.from(xs), ys: Float32Array.from(ys), reach, rows: height + 2 * reach };
}

function sharpnessAt({ xs, ys, reach, rows }: Points, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const profile = new Float32Array(Math.ceil(rows / reductionY) + 2);
  for (let point = 0; point < xs.length; point++) {
    const bin = Math.round(((ys[point] ?? 0) - slope * (xs[point] ?? 0) + reach) / reductionY);
    profile[bin] = (profile[bin] ?? 0) + 1;
  }
  let sharpness = 0;
  for (let bin = 1; bin < profile.length; bin++) {
    const step = (profile[bin] ?? 0) - (profile[bin - 1] ?? 0);
    sharpness += step * step;
  }
  return sharpness;
}
