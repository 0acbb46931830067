import type { PixelArea } from '../image/cutOut.js';
import { unionOfAreas } from './placing.js';

/** Rows nearer than this, in pixels, are read together. */
const nearRows = 40;

/** Whole pixels around rows that lie close, grown until none of the words that they touch is cut. */
export function bandsOf(rows: readonly PixelArea[], words: readonly PixelArea[]): readonly PixelArea[] {
  const bands: PixelArea[] = [];
  for (const row of rows.toSorted((one, other) => one.top - other.top)) {
    let band: PixelArea = row;
    for (let at = bands.length - 1; at >= 0; at--) {
      const other = bands[at];
      if (other === undefined || !areNear(other, band)) continue;
      band = unionOfAreas(other, band);
      bands.splice(at, 1);
    }
    bands.push(band);
  }
  return bands.map((band) => {
    const grown = words.filter((word) => intersect(word, band)).reduce(unionOfAreas, band);
    return {
      left: Math.floor(grown.left),
      top: Math.floor(grown.top),
      right: Math.ceil(grown.right),
      bottom: Math.ceil(grown.bottom),
    };
  });
}

function intersect(one: PixelArea, other: PixelArea): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function areNear(one: PixelArea, other: PixelArea): boolean {
  const down = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
  const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
  return down < nearRows && across < nearRows;
}
