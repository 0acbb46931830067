import type { OcrEngine, OcrLine, OcrWord } from '../engine/OcrEngine.js';
import { cutOut, type PixelArea } from '../image/cutOut.js';
import type { Component } from '../image/findComponents.js';
import type { GreyImage } from '../image/GreyImage.js';
import { inkThreshold } from '../image/inkThreshold.js';
import { scaleImage } from '../image/scaleImage.js';
import { keepOldNumbers } from '../numbers/keepOldNumbers.js';
import { hasDigit, isWellFormedNumber } from '../numbers/numberToken.js';
import { findMarks } from '../unread/findMarks.js';
import { marksBeside } from '../unread/marksBeside.js';
import { centreIn, movedLine, unionOfAreas } from '../unread/placing.js';

/** Pixels between a cell's edge and its crop: the rest of its ruled line. */
const inset = 3;
const margin = 14;
/** Pixels from the letters of a cell to its accents and commas. */
const accentReach = 10;
/** Pixels; a crop that is no higher holds one line. */
const tallestLine = 64;
const credible = 0.6;
/** A word that reaches further over a cell's edge was read across it, line and all. */
const mostOver = 8;
const sureEnough = 0.8;
/** Digits decide scores, so more is asked of them. */
const sureDigits = 0.9;

/**
 * Reads cells of ruled tables by themselves where the page's reading went across their lines, left marks unread (a lone digit
 * is often passed over) or is doubtful. A cell keeps its first reading where the second is no surer and misses nothing less.
 */
export async function rereadCells(
  image: GreyImage,
  lines: readonly OcrLine[],
  cells: readonly PixelArea[],
  engine: () => Promise<OcrEngine>,
  timeLeft: () => number,
): Promise<readonly OcrLine[]> {
  if (cells.length === 0) return lines;
  const words = lines.flatMap((line) => line.words);
  const threshold = inkThreshold(image);
  const unread = marksBeside(image, lines);
  const gone = new Set<OcrWord>();
  const added: OcrLine[] = [];
  for (const cell of cells) {
    const inside = words.filter((word) => touches(word, cell));
    const missed = unread.filter((mark) => isInside(mark, cell));
    if (!needsReading(inside, missed, cell)) continue;
    const area = inkOf(image, cell, threshold);
    if (area === null) continue;
    const found = await readArea(image, area, await engine(), timeLeft);
    if (!isBetter(found, inside, missed, cell)) continue;
    for (const word of inside) gone.add(word);
    added.push(...keepOldNumbers(inside, found));
  }
  const kept = lines.map((line) => ({ words: line.words.filter((word) => !gone.has(word)) }));
  return [...kept.filter((line) => line.words.length > 0), ...added];
}

function needsReading(words: readonly OcrWord[], missed: readonly Component[], cell: PixelArea): boolean {
  return (
    missed.length > 0 ||
    words.some((word) => isAcross(word, cell) || word.confidence < (hasDigit(word.text) ? sureDigits : sureEnough))
  );
}

function isBetter(
  found: readonly OcrLine[],
  before: readonly OcrWord[],
  missed: readonly Component[],
  cell: PixelArea,
): boolean {
  const after = found.flatMap(({ words }) => words);
  if (after.length === 0) return false;
  const sure = meanConfidence(after);
  // A number that is written as one goes only for another number, or for something sure.
  if (
    before.some(({ text }) => hasDigit(text) && isWellFormedNumber(text)) &&
    !after.some(({ text }) => hasDigit(text)) &&
    sure < sureEnough
  ) {
    return false;
  }
  if (before.length === 0 || before.some((word) => isAcross(word, cell))) return sure >= 0.5;
  if (missed.length > 0 && lettersOf(after) > lettersOf(before)) return sure >= credible;
  return lettersOf(after) >= 0.8 * lettersOf(before) && sure > meanConfidence(before);
}

function touches(word: OcrWord, cell: PixelArea): boolean {
  const { left, top, right, bottom } = word.box;
  const across = Math.min(right, cell.right) - Math.max(left, cell.left);
  const middle = (top + bottom) / 2;
  return middle > cell.top && middle < cell.bottom && (centreIn(word.box, cell) || across > mostOver);
}

function isAcross({ box }: OcrWord, cell: PixelArea): boolean {
  return box.left < cell.left - mostOver || box.right > cell.right + mostOver;
}

function isInside(mark: PixelArea, cell: PixelArea): boolean {
  return (
    mark.left >= cell.left + inset &&
    mark.right <= cell.right - inset &&
    mark.top >= cell.top + inset &&
    mark.bottom <= cell.bottom - inset
  );
}

/** The print of a cell without the specks around it; null for an empty cell. */
function inkOf(image: GreyImage, { left, top, right, bottom }: PixelArea, threshold: number): PixelArea | null {
  const inner = { left: left + inset, top: top + inset, right: right - inset, bottom: bottom - inset };
  const marks = findMarks(cutOut(image, inner), [], threshold);
  if (marks.length === 0) return null;
  const ink = marks.reduce(unionOfAreas, marks[0] ?? inner);
  return {
    left: Math.max(inner.left, inner.left + ink.left - accentReach),
    top: Math.max(inner.top, inner.top + ink.top - accentReach),
    right: Math.min(inner.right, inner.left + ink.right + accentReach),
    bottom: Math.min(inner.bottom, inner.top + ink.bottom + accentReach),
  };
}

/** As a block at its own size; a lone digit that this garbles is read again as a line, enlarged. */
async function readArea(
  image: GreyImage,
  area: PixelArea,
  engine: OcrEngine,
  timeLeft: () => number,
): Promise<readonly OcrLine[]> {
  const crop = cutOut(image, area, margin);
  const asBlock = await engine.recognise(crop, { layout: 'block', timeout: timeLeft() });
  const found = asBlock
    .map((line) => movedLine(line, area.left - margin, area.top - margin))
    .map(withoutBars)
    .filter(saysSomething);
  const words = found.flatMap((line) => line.words);
  if (meanConfidence(words) >= credible || area.bottom - area.top > tallestLine) return found;
  const enlarged = await engine.recognise(scaleImage(crop, 2), { layout: 'line', timeout: timeLeft() });
  const again = enlarged
    .map((line) => withoutBars(movedLine(shrunk(line, 2), area.left - margin, area.top - margin)))
    .filter(saysSomething);
  return meanConfidence(again.flatMap((line) => line.words)) > meanConfidence(words) ? again : found;
}

function shrunk({ words }: OcrLine, by: number): OcrLine {
  return {
    words: words.map((word) => ({
      ...word,
      box: {
        left: word.box.left / by,
        top: word.box.top / by,
        right: word.box.right / by,
        bottom: word.box.bottom / by,
      },
    })),
  };
}

/** What is left of a ruled line at the edge of a cell's crop. */
function withoutBars({ words }: OcrLine): OcrLine {
  return {
    words: words
      .map((word) => ({ ...word, text: word.text.replace(/^[|¦]+|[|¦]+$/gu, '') }))
      .filter(({ text }) => text !== ''),
  };
}

function saysSomething({ words }: OcrLine): boolean {
  return (
    words.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) || (words.length === 1 && /^[-–]$/u.test(words[0]?.text ?? ''))
  );
}

function lettersOf(words: readonly OcrWord[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0);
}

function meanConfidence(words: readonly OcrWord[]): number {
  const letters = lettersOf(words);
  return letters === 0 ? 0 : words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}
