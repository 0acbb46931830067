import { unionOfAreas } from '../unread/placing.js';
import type { PixelArea } from './cutOut.js';
import { type Component, findComponents } from './findComponents.js';
import type { GreyImage } from './GreyImage.js';

/** Darker pixels are ink of some kind. */
const palestInk = 140;
/** The share of a page's ink that is print at its darkest. */
const printQuantile = 0.2;
/** By how many grey levels a seal must be paler than the print over which it stands; with less nobody can part them. */
const leastContrast = 30;
/** Paler grey is shading, which print is read on as it is. */
const palestSeal = 190;
/** Grey levels by which a stamp's ink differs from its own mean. */
const spread = 25;
/** Pixels: a seal's ring is 6 to 12 wide at 200 dpi; the soft edges of letters and ruled lines are narrower. */
const leastWidth = 4;
const centre = leastWidth >> 1;
/** Pixels of grey: the thinnest ring has more. */
const leastInk = 800;
/** Pixels along the ring from one letter over it to the next; shorter pieces are of letters. */
const leastArc = 20;
/** Pixels of the longest piece of a seal; letters of a coloured heading are shorter. */
const longestLetter = 60;
/** Two seals under text are some forty pieces; a photograph is thousands, and is no seal. */
const mostPieces = 500;
/** Pixels between pieces of one seal. */
const widestGap = 40;
/** Pixels: seals are one to six centimetres across. */
const side = { least: 80, most: 500 };
/** A region that fills more of its box is a shaded cell or a picture, with print in it that may be white. */
const fullest = 0.6;
/** Pixels from what was found of a seal to pieces that the text over it has cut off. */
const around = 100;
/** Pixels from the grey of a seal to the end of its edge. */
const edge = 3;

/**
 * Takes seals out that a grey scan shows as broad strokes of middle grey: the engine takes the text under them for a picture. The print
 * is darker and stays. The same image where there is no such seal.
 */
export function eraseSeals(image: GreyImage): GreyImage {
  const print = printLevel(image);
  if (sampledGrey(image, print + leastContrast) < leastInk / 2) return image;
  const level = commonLevel(image, broadGrey(image, print + leastContrast, palestSeal));
  if (level === null) return image;
  const core = broadGrey(image, Math.max(level - spread, print + leastContrast), level + spread);
  const seals = sealsIn(core);
  if (seals.length === 0) return image;
  const data = Uint8Array.from(image.data);
  for (const seal of seals) erase({ ...image, data }, core, seal, (print + level) / 2);
  return { ...image, data };
}

interface Region extends Component {
  /** The longer side of its longest piece. */
  readonly longest: number;
}

/** Pieces of rings and stars that lie close to one another and are together as large as a seal. */
function sealsIn(core: GreyImage): readonly PixelArea[] {
  const seals: Region[] = [];
  const pieces = findComponents(core, palestInk)
    .map((piece): Region => ({ ...piece, longest: Math.max(piece.right - piece.left, piece.bottom - piece.top) }))
    .filter(({ longest }) => longest >= leastArc);
  if (pieces.length > mostPieces) return [];
  for (const piece of pieces) {
    let seal = piece;
    const next = () => seals.findIndex((other) => gapBetween(other, seal) <= widestGap);
    for (let at = next(); at >= 0; at = next()) {
      for (const other of seals.splice(at, 1)) {
        seal = {
          ...unionOfAreas(other, seal),
          pixels: other.pixels + seal.pixels,
          longest: Math.max(other.longest, seal.longest),
        };
      }
    }
    seals.push(seal);
  }
  return seals.filter(({ left, top, right, bottom, pixels, longest }) => {
    const [across, down] = [right - left, bottom - top];
    const fits = Math.min(across, down) >= side.least && Math.max(across, down) <= side.most;
    return fits && longest > longestLetter && pixels < fullest * across * down;
  });
}

function gapBetween(one: PixelArea, other: PixelArea): number {
  const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
  const down = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
  return Math.max(across, down);
}

/** The grey of the page's dark print. */
function printLevel({ data }: GreyImage): number {
  const histogram = new Uint32Array(palestInk);
  let ink = 0;
  for (let at = 0; at < data.length; at += 3) {
    const level = data[at] ?? 255;
    if (level >= palestInk) continue;
    histogram[level] = (histogram[level] ?? 0) + 1;
    ink++;
  }
  let below = 0;
  for (const [level, count] of histogram.entries()) {
    below += count;
    if (below > ink * printQuantile) return level;
  }
  return 0;
}

/** About how many pixels stand amid grey: from every fourth row, since most pages have none and are to be told quickly. */
function sampledGrey({ width, height, data }: GreyImage, darkest: number): number {
  const isGrey = (at: number): boolean => (data[at] ?? 255) >= darkest && (data[at] ?? 255) < palestSeal;
  let count = 0;
  for (let y = centre; y < height - centre; y += 4) {
    let run = 0;
    for (let at = y * width; at < (y + 1) * width; at++) {
      run = isGrey(at) ? run + 1 : 0;
      if (run >= leastWidth && isGrey(at - centre - width) && isGrey(at - centre + width)) count++;
    }
  }
  return 4 * count;
}

/** Black where a pixel stands amid grey of these levels on all sides. */
function broadGrey({ width, height, data }: GreyImage, darkest: number, palest: number): GreyImage {
  const across = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    let run = 0;
    for (let at = y * width; at < (y + 1) * width; at++) {
      const level = data[at] ?? 255;
      run = level >= darkest && level < palest ? run + 1 : 0;
      if (run >= leastWidth) across[at - centre] = 1;
    }
  }
  const core = new Uint8Array(data.length).fill(255);
  const runs = new Uint16Array(width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const run = across[y * width + x] === 1 ? (runs[x] ?? 0) + 1 : 0;
      runs[x] = run;
      if (run >= leastWidth) core[(y - centre) * width + x] = 0;
    }
  }
  return { width, height, data: core };
}

/** The level that most of the broad grey has; null where there is too little for a seal. */
function commonLevel({ data }: GreyImage, core: GreyImage): number | null {
  const histogram = new Uint32Array(256 + spread);
  for (let at = 0; at < data.length; at++) {
    if (core.data[at] !== 0) continue;
    const level = data[at] ?? 255;
    histogram[level] = (histogram[level] ?? 0) + 1;
  }
  let best = 0;
  let most = 0;
  for (let level = 0; level < palestSeal; level++) {
    let near = 0;
    for (let other = Math.max(0, level - spread); other < level + spread; other++) near += histogram[other] ?? 0;
    if (near > most) [best, most] = [level, near];
  }
  return most < leastInk ? null : best;
}

/** Whitens what lies within reach of a seal's grey and is no darker than it. */
function erase({ width, height, data }: GreyImage, core: GreyImage, seal: PixelArea, darkest: number): void {
  const reach = centre + edge;
  for (let y = Math.max(0, seal.top - around); y < Math.min(height, seal.bottom + around); y++) {
    for (let x = Math.max(0, seal.left - around); x < Math.min(width, seal.right + around); x++) {
      if (core.data[y * width + x] !== 0) continue;
      for (let down = Math.max(0, y - reach); down <= Math.min(height - 1, y + reach); down++) {
        for (
          let at = down * width + Math.max(0, x - reach);
          at <= down * width + Math.min(width - 1, x + reach);
          at++
        ) {
          if ((data[at] ?? 255) >= darkest) data[at] = 255;
        }
      }
    }
  }
}
