import type { OcrLine, OcrWord } from '../engine/OcrEngine.js';
import { unionOfAreas } from '../unread/placing.js';
import { hasDigit, isWellFormedNumber, plainNumber } from './numberToken.js';

/** Shares of the height of the words beside the cut. A printed space is wider than the first; between two 1s a whole date gapes. */
const widestCut = 0.12;
const widestCutInDate = 0.45;
const wholeDate = /^\d{1,2}\/\d{1,2}\/\d{4}$/;

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
  // Where the cut went through a hyphen both pieces show it.
  const text = one.text.replace(/[-–]$/u, /^[-–]/u.test(other.text) ? '' : '$&') + other.text;
  const widest = wholeDate.test(plainNumber(text)) ? widestCutInDate : widestCut;
  if (!hasDigit(one.text) || other.box.left - one.box.right > widest * height) return null;
  if (/[;,.:]$/u.test(one.text) || /^[-–]$/u.test(other.text) || !isWellFormedNumber(text)) return null;
  return { text, box: unionOfAreas(one.box, other.box), confidence: Math.min(one.confidence, other.confidence) };
}
