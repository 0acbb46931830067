import type { OcrLine, OcrWord } from '../engine/OcrEngine.js';
import { centreIn } from '../unread/placing.js';
import { hasDigit, isWellFormedNumber, plainNumber } from './numberToken.js';

/**
 * Lines that take the place of words: a number that reads otherwise than before keeps its first reading as an alternative,
 * so that both take part when the numbers of the page are voted on.
 */
export function keepOldNumbers(before: readonly OcrWord[], found: readonly OcrLine[]): readonly OcrLine[] {
  const numbers = before.filter(({ text }) => hasDigit(text) && isWellFormedNumber(text));
  return found.map(({ words }) => ({ words: words.map((word) => withOldReading(word, numbers)) }));
}

function withOldReading(word: OcrWord, numbers: readonly OcrWord[]): OcrWord {
  const old = numbers.find(({ box }) => centreIn(word.box, box) || centreIn(box, word.box));
  if (old === undefined || !hasDigit(word.text) || plainNumber(old.text) === plainNumber(word.text)) return word;
  const { text, confidence } = old;
  return { ...word, alternatives: [...(word.alternatives ?? []), { text, confidence }] };
}
