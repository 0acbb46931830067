import type { SeenNumber } from './marksBetweenDigits.js';
import { canHideSeparator } from './numberToken.js';

/**
 * A number of digits alone with the one mark that the picture shows between them put in its place: the engine reads `2,5` as `25`
 * and `5/5` as `55`, all its readings alike. Null where no single mark is seen, or where the digits on the picture are not as
 * many as those read.
 */
export function restoreMark(text: string, { digits, marks }: SeenNumber): string | null {
  if (!/^\d{2,4}$/.test(text) || !canHideSeparator(text) || digits !== text.length) return null;
  const [mark, ...others] = marks;
  if (mark === undefined || others.length > 0) return null;
  return `${text.slice(0, mark.after)}${mark.sign}${text.slice(mark.after)}`;
}
