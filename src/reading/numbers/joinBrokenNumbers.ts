import type { OcrLine, OcrWord } from '../OcrEngine.js';
import { unionOfAreas } from '../unread/placing.js';
import { hasDigit, isWellFormedNumber } from './numberToken.js';

/** A printed space is wider, in shares of the height of the words beside it. */
const widestCut = 0.2;

/** Joins what the engine has cut inside a number (`08/6/201 0`, `79/QĐ- -UBND`), where the pieces touch and make one token. */
export function joinBrokenNumbers({ words }: OcrLine): OcrLine {
  const joined: OcrWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const whole = last === undefined ? null : join(last, word);
    if (whole === null) joined.push(word);
    else joined.splice(-1, 1, whole);
  }
  return { words: joined };
}

function join(one: OcrWord, other: OcrWord): OcrWord | null {
  const height = Math.max(one.box.bottom - one.box.top, other.box.bottom - other.box.top);
  const text = one.text + other.text;
  if (!hasDigit(one.text) || other.box.left - one.box.right > widestCut * height) return null;
  if (/[;,.:]$/u.test(one.text) || !isWellFormedNumber(text)) return null;
  return { text, box: unionOfAreas(one.box, other.box), confidence: Math.min(one.confidence, other.confidence) };
}
