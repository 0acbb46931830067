import type { GreyImage } from './GreyImage.js';

/** Pixels a tile: several letters wide, so that some paper shows in every tile of text. */
const tile = 32;
/** The share of a tile's pixels that may be darker than its paper. */
const paperQuantile = 0.8;
/** A tile darker than this share of the page's paper is a picture or a dark table cell and keeps its own look. */
const darkestPaper = 0.6;

/** Divides by the brightness of the paper around each pixel: shading and grey paper become white. */
export function divideBackground({ width, height, data }: GreyImage): GreyImage {
  const paper = paperMap({ width, height, data });
  const result = new Uint8Array(data.length);
  const columns = new Float32Array(paper.width);
  for (let y = 0; y < height; y++) {
    const [above, below, share] = between(y, paper.height);
    for (let column = 0; column < paper.width; column++) {
      const upper = paper.levels[above * paper.width + column] ?? 0;
      const lower = paper.levels[below * paper.width + column] ?? 0;
      columns[column] = 255 / (upper + (lower - upper) * share);
    }
    for (let x = 0; x < width; x++) {
      const [left, right, part] = between(x, paper.width);
      const from = columns[left] ?? 1;
      const gain = from + ((columns[right] ?? 1) - from) * part;
      const value = (data[y * width + x] ?? 0) * gain;
      result[y * width + x] = Math.min(value, 255);
    }
  }
  return { width, height, data: result };
}

interface PaperMap {
  readonly width: number;
  readonly height: number;
  readonly levels: Float32Array;
}

function paperMap(image: GreyImage): PaperMap {
  const width = Math.ceil(image.width / tile);
  const height = Math.ceil(image.height / tile);
  const levels = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) levels[row * width + column] = paperOf(image, column, row);
  }
  const sorted = Float32Array.from(levels).sort();
  const page = Math.max(1, sorted[sorted.length >> 1] ?? 255);
  const floor = page * darkestPaper;
  for (let at = 0; at < levels.length; at++) if ((levels[at] ?? 0) < floor) levels[at] = page;
  return { width, height, levels };
}

function paperOf({ width, height, data }: GreyImage, column: number, row: number): number {
  const histogram = new Uint16Array(256);
  let count = 0;
  for (let y = row * tile; y < Math.min(height, (row + 1) * tile); y += 2) {
    for (let x = column * tile; x < Math.min(width, (column + 1) * tile); x += 2) {
      const value = data[y * width + x] ?? 0;
      histogram[value] = (histogram[value] ?? 0) + 1;
      count++;
    }
  }
  let left = count * paperQuantile;
  for (let level = 0; level < 256; level++) {
    left -= histogram[level] ?? 0;
    if (left <= 0) return Math.max(1, level);
  }
  return 255;
}

/** The two tiles between whose centres a pixel stands, and how far it is from the first to the second. */
function between(pixel: number, tiles: number): readonly [number, number, number] {
  const place = Math.min(Math.max((pixel + 0.5) / tile - 0.5, 0), tiles - 1);
  const first = Math.floor(place);
  return [first, Math.min(first + 1, tiles - 1), place - first];
}
