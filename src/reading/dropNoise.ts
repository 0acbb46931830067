import type { OcrLine, OcrWord } from './engine/OcrEngine.js';

/** Marks that stand alone in print: bullets, dashes, signs between numbers. */
const loneMarks = /^[-–—+*•=:/&%]+$/u;
const sureEnoughMark = 0.5;
const sureEnoughScrap = 0.1;
const scrapLength = 2;
/** Quotation marks that are printed read at 0.88 and more, tails of the line above that are taken for one under 0.66. */
const sureEnoughQuote = 0.75;

/**
 * Recognised lines without what the engine makes of specks and pen strokes: punctuation by itself and scraps of one or two
 * letters that it does not believe in. Their ink then counts as unread, so that print among it is still looked for. An opening
 * quotation mark that nothing closes goes too: it is the tail of a letter in the line above.
 */
export function dropNoise(lines: readonly OcrLine[]): readonly OcrLine[] {
  return lines
    .map(({ words }) => ({ words: withoutStrayQuotes(words.filter((word) => !isNoise(word))) }))
    .filter(({ words }) => words.length > 0);
}

function withoutStrayQuotes(words: readonly OcrWord[]): readonly OcrWord[] {
  return words.map((word, at) => {
    const isClosed = words.slice(at).some(({ text }, behind) => /["”]/u.test(behind === 0 ? text.slice(1) : text));
    const isStray = /^"\p{L}/u.test(word.text) && word.confidence < sureEnoughQuote && !isClosed;
    return isStray ? { ...word, text: word.text.slice(1) } : word;
  });
}

function isNoise({ text, confidence }: OcrWord): boolean {
  if (/\p{N}/u.test(text)) return false;
  if (!/\p{L}/u.test(text)) return confidence < (loneMarks.test(text) ? sureEnoughScrap : sureEnoughMark);
  return text.length <= scrapLength && confidence < sureEnoughScrap;
}
