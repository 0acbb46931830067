import type { OcrEngine, OcrLine } from '../engine/OcrEngine.js';
import { cutOut, type PixelArea } from '../image/cutOut.js';
import type { GreyImage } from '../image/GreyImage.js';
import { isVietnameseSyllable } from '../layer/vietnameseSyllable.js';
import { bandsOf } from './bands.js';
import { findMarks } from './findMarks.js';
import { findUnreadRows } from './findUnreadRows.js';
import { centreIn, movedLine } from './placing.js';

/** Rows of fewer marks are pieces of a seal or a signature. */
const leastMarks = 8;
const margin = 16;
/** All that is left in the picture of coloured ink is ink. */
const palest = 195;
/** Letters round a seal's rim and strokes of a pen read far below it. */
const leastConfidence = 0.7;
const leastSyllables = 2;

/**
 * Reads print in coloured ink, which the page's grey has faded together with seals and signatures. A line counts only where
 * it reads well; what does not is a seal and is no loss.
 */
export async function rescueColouredPrint(
  colour: GreyImage,
  lines: readonly OcrLine[],
  engine: () => Promise<OcrEngine>,
  timeLeft: () => number,
): Promise<readonly OcrLine[]> {
  const words: readonly PixelArea[] = lines.flatMap((line) => line.words.map(({ box }) => box));
  const rows = findUnreadRows(findMarks(colour, words, palest)).filter(({ marks }) => marks >= leastMarks);
  const rescued: OcrLine[] = [];
  for (const band of bandsOf(rows, [])) {
    const read = await (await engine()).recognise(cutOut(colour, band, margin), {
      layout: 'block',
      timeout: timeLeft(),
    });
    const placed = read.map((line) => movedLine(line, band.left - margin, band.top - margin));
    rescued.push(...placed.filter((line) => isWellRead(line) && !line.words.some(({ box }) => covered(box, words))));
  }
  return [...lines, ...rescued];
}

function isWellRead({ words }: OcrLine): boolean {
  const syllables = words.filter(({ text }) => isVietnameseSyllable(text.replace(/[^\p{L}]/gu, '')));
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length);
  return syllables.length >= leastSyllables && mean >= leastConfidence;
}

function covered(box: PixelArea, words: readonly PixelArea[]): boolean {
  return words.some((word) => centreIn(box, word));
}
