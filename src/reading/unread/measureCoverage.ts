import type { OcrLine } from '../engine/OcrEngine.js';
import type { Component } from '../image/findComponents.js';
import type { GreyImage } from '../image/GreyImage.js';
import { inkThreshold } from '../image/inkThreshold.js';
import { findMarks } from './findMarks.js';
import { marksBeside } from './marksBeside.js';

/** The share, 0 to 1, of the ink of letter-sized marks that stands inside the boxes of words; 1 where there is none. */
export function measureCoverage(image: GreyImage, lines: readonly OcrLine[]): number {
  const inkOf = (marks: readonly Component[]): number => marks.reduce((sum, { pixels }) => sum + pixels, 0);
  const all = inkOf(findMarks(image, [], inkThreshold(image)));
  return all === 0 ? 1 : 1 - Math.min(1, inkOf(marksBeside(image, lines)) / all);
}
