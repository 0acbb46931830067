import type { OcrLine } from '../engine/OcrEngine.js';
import type { Component } from '../image/findComponents.js';
import type { GreyImage } from '../image/GreyImage.js';
import { inkThreshold } from '../image/inkThreshold.js';
import { findMarks } from './findMarks.js';

/** One step after another asks for them, and most leave the lines as they are. */
const known = new WeakMap<readonly OcrLine[], { readonly image: GreyImage; readonly marks: readonly Component[] }>();

/** Letter-sized marks of a page that no word of these lines covers. */
export function marksBeside(image: GreyImage, lines: readonly OcrLine[]): readonly Component[] {
  const found = known.get(lines);
  if (found?.image === image) return found.marks;
  const boxes = lines.flatMap(({ words }) => words.map(({ box }) => box));
  const marks = findMarks(image, boxes, inkThreshold(image));
  known.set(lines, { image, marks });
  return marks;
}
