import type { PixelArea } from '../image/cutOut.js';
import { type DarkRuns, darkRuns, runsOutside } from '../image/darkRuns.js';
import { type Component, joinRuns } from '../image/findComponents.js';
import type { GreyImage } from '../image/GreyImage.js';

/** A word's box may cut its accents and the tails of its letters. */
const wordMargin = 4;

/** Components of the size of letters, at 200 dpi; filled ones are bullets, boxes and the marks of a punch. */
const letter = { least: 9, highest: 48, narrowest: 3, widest: 160, fullest: 0.85 };

/**
 * Letter-sized marks that stand outside the boxes of words.
 * @param threshold the grey below which a pixel is ink, of the whole page also for a part of it
 */
export function findMarks(image: GreyImage, words: readonly PixelArea[], threshold: number): readonly Component[] {
  const page = pageOf(image, threshold);
  if (words.length > 0) return marksAmong(runsOutside(page.runs, words.map(withMargin)));
  page.marks ??= marksAmong(page.runs);
  return page.marks;
}

function marksAmong(runs: DarkRuns): readonly Component[] {
  return joinRuns(runs).filter((component) => {
    const width = component.right - component.left;
    const height = component.bottom - component.top;
    return (
      height >= letter.least &&
      height <= letter.highest &&
      width >= letter.narrowest &&
      width <= letter.widest &&
      component.pixels < letter.fullest * width * height
    );
  });
}

interface Page {
  readonly threshold: number;
  readonly runs: DarkRuns;
  /** All of them, once somebody asked. */
  marks?: readonly Component[];
}

/** A page's marks are asked for again after each reading; its image does not change. */
const known = new WeakMap<GreyImage, Page>();

function pageOf(image: GreyImage, threshold: number): Page {
  let page = known.get(image);
  if (page?.threshold !== threshold) {
    page = { threshold, runs: darkRuns(image, threshold) };
    known.set(image, page);
  }
  return page;
}

function withMargin({ left, top, right, bottom }: PixelArea): PixelArea {
  return {
    left: Math.floor(left) - wordMargin,
    top: Math.floor(top) - wordMargin,
    right: Math.ceil(right) + wordMargin,
    bottom: Math.ceil(bottom) + wordMargin,
  };
}
