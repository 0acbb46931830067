import type { OcrLine } from './engine/OcrEngine.js';
import type { PixelArea } from './image/cutOut.js';
import type { GreyImage } from './image/GreyImage.js';
import type { SeparatedInk } from './image/separateInk.js';

/** Lighter pixels are paper. */
const palestInk = 215;
/** Beyond this share the fault lies with the drawing, not with the words. */
const mostUnprinted = 0.3;

/** A text layer's lines without the words that the page does not show: white on white, or behind a picture's edge. */
export function dropUnprinted(lines: readonly OcrLine[], { print, colour }: SeparatedInk): readonly OcrLine[] {
  const isPrinted = (area: PixelArea): boolean => hasInk(print, area) || (colour !== null && hasInk(colour, area));
  const shown = lines
    .map(({ words }) => ({ words: words.filter(({ box }) => isPrinted(box)) }))
    .filter(({ words }) => words.length > 0);
  const before = lines.reduce((sum, { words }) => sum + words.length, 0);
  const after = shown.reduce((sum, { words }) => sum + words.length, 0);
  return after === before || before - after > mostUnprinted * before ? lines : shown;
}

function hasInk({ width, height, data }: GreyImage, { left, top, right, bottom }: PixelArea): boolean {
  const from = Math.max(0, Math.floor(left));
  const to = Math.min(width, Math.ceil(right));
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y++) {
    for (let x = from; x < to; x++) if ((data[y * width + x] ?? 255) < palestInk) return true;
  }
  return false;
}
