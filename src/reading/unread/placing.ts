import type { OcrLine } from '../engine/OcrEngine.js';
import type { PixelArea } from '../image/cutOut.js';

export function unionOfAreas(one: PixelArea, other: PixelArea): PixelArea {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** Whether the middle of `box` lies in `area`. */
export function centreIn({ left, top, right, bottom }: PixelArea, area: PixelArea): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x >= area.left && x < area.right && y >= area.top && y < area.bottom;
}

/** A line read on a crop, in pixels of the page. */
export function movedLine({ words }: OcrLine, right: number, down: number): OcrLine {
  return {
    words: words.map((word) => ({
      ...word,
      box: {
        left: word.box.left + right,
        top: word.box.top + down,
        right: word.box.right + right,
        bottom: word.box.bottom + down,
      },
    })),
  };
}
