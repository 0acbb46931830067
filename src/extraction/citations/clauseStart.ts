import type { Source } from './source.js';

const farthest = 400;

/** Where the clause starts that holds `at`: behind the last full stop, semicolon, colon, line of a bullet or blank line. */
export function clauseStart({ text }: Source, at: number): number {
  const floor = Math.max(0, at - farthest);
  for (let index = at - 1; index >= floor; index--) {
    const unit = text[index];
    if (unit === ';' || unit === ':' || unit === '\t') return index + 1;
    if (unit === '.' && /\s/.test(text.charAt(index + 1)) && !/^\.\s{1,2}\p{Ll}/u.test(text.slice(index, index + 3)))
      return index + 1;
    if (
      unit === '\n' &&
      /^\n\s{0,4}(?:[-+*•–]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\p{L}\)\s|\n)/u.test(text.slice(index, index + 12))
    )
      return index + 1;
  }
  return floor;
}
