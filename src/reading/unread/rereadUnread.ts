import type { OcrEngine, OcrLine, OcrWord } from '../engine/OcrEngine.js';
import { cutOut, type PixelArea } from '../image/cutOut.js';
import type { GreyImage } from '../image/GreyImage.js';
import { keepOldNumbers } from '../numbers/keepOldNumbers.js';
import { bandsOf } from './bands.js';
import { findUnreadRows, type UnreadRow } from './findUnreadRows.js';
import { marksBeside } from './marksBeside.js';
import { centreIn, movedLine, unionOfAreas } from './placing.js';

export interface Completed {
  readonly lines: readonly OcrLine[];
  /** Rows of marks that stayed unread. */
  readonly unread: readonly UnreadRow[];
}

/** With fewer marks in rows a page is taken as read: single rows of five or six are hand-writing and specks. */
const leastMarksOfPage = 8;
/** White space around a crop; the engine misses letters that touch the edge. */
const margin = 16;
/** Below it a crop's reading is noise taken for letters. */
const leastConfidence = 0.5;

/**
 * Looks for print that no word covers, reads those bands again as blocks of lines, and puts what they say in place of the
 * words that stood there. A seal or a stamp over the text can make the engine take a paragraph for a picture.
 */
export async function rereadUnread(
  image: GreyImage,
  lines: readonly OcrLine[],
  engine: () => Promise<OcrEngine>,
  timeLeft: () => number,
): Promise<Completed> {
  const rows = unreadRows(image, lines);
  if (rows.length === 0) return { lines, unread: [] };
  let completed = lines;
  for (const band of bandsOf(rows, boxesOf(lines))) {
    const crop = cutOut(image, band, margin);
    const read = await (await engine()).recognise(crop, { layout: 'block', timeout: timeLeft() });
    const found = read.map((line) => movedLine(line, band.left - margin, band.top - margin)).filter(isCredible);
    completed = replaced(completed, found, band);
  }
  return { lines: completed, unread: unreadRows(image, completed) };
}

function unreadRows(image: GreyImage, lines: readonly OcrLine[]): readonly UnreadRow[] {
  const rows = findUnreadRows(marksBeside(image, lines));
  return rows.reduce((sum, { marks }) => sum + marks, 0) < leastMarksOfPage ? [] : rows;
}

function boxesOf(lines: readonly OcrLine[]): readonly PixelArea[] {
  return lines.flatMap(({ words }) => words.map(({ box }) => box));
}

/**
 * The new words and the old ones that none of them stands for; a new line beside the rest of an old one joins it. Where less was
 * found than stood there, nothing changes.
 */
function replaced(lines: readonly OcrLine[], found: readonly OcrLine[], band: PixelArea): readonly OcrLine[] {
  const inside = lines.flatMap(({ words }) => words.filter(({ box }) => centreIn(box, band)));
  const boxes = boxesOf(found);
  if (boxes.length < inside.length) return lines;
  const isReplaced = (word: OcrWord): boolean =>
    inside.includes(word) && boxes.some((box) => centreIn(word.box, box) || centreIn(box, word.box));
  const kept = lines
    .map(({ words }) => ({ words: words.filter((word) => !isReplaced(word)) }))
    .filter(({ words }) => words.length > 0);
  const result: OcrLine[] = [...kept];
  for (const line of keepOldNumbers(inside, found)) {
    const at = result.findIndex((other) => goesOn(other, line));
    const other = result[at];
    if (other === undefined) result.push(line);
    else result[at] = { words: [...other.words, ...line.words].toSorted((one, two) => one.box.left - two.box.left) };
  }
  return result;
}

/** Whether two pieces are of one printed line: level with each other and no column apart. */
function goesOn(one: OcrLine, other: OcrLine): boolean {
  const first = one.words.map(({ box }) => box).reduce(unionOfAreas);
  const second = other.words.map(({ box }) => box).reduce(unionOfAreas);
  const height = Math.min(first.bottom - first.top, second.bottom - second.top);
  const level = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top) > 0.6 * height;
  const gap = Math.max(first.left, second.left) - Math.min(first.right, second.right);
  return level && gap < 1.5 * height;
}

function isCredible({ words }: OcrLine): boolean {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0);
  return letters > 0 && sure / letters >= leastConfidence;
}
