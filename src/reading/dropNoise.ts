import type { OcrLine, OcrWord } from './engine/OcrEngine.js';

/** Marks that stand alone in print: bullets, dashes, signs between numbers. */
const loneMarks = /^[-–—+*•=:/&%]+$/u;
const sureEnoughMark = 0.5;
const sureEnoughScrap = 0.1;
const scrapLength = 2;

/**
 * Recognised lines without what the engine makes of specks and pen strokes: punctuation by itself and scraps of one or two
 * letters that it does not believe in. Their ink then counts as unread, so that print among it is still looked for.
 */
export function dropNoise(lines: readonly OcrLine[]): readonly OcrLine[] {
  return lines
    .map(({ words }) => ({ words: words.filter((word) => !isNoise(word)) }))
    .filter(({ words }) => words.length > 0);
}

function isNoise({ text, confidence }: OcrWord): boolean {
  if (/\p{N}/u.test(text)) return false;
  if (!/\p{L}/u.test(text)) return confidence < (loneMarks.test(text) ? sureEnoughScrap : sureEnoughMark);
  return text.length <= scrapLength && confidence < sureEnoughScrap;
}
