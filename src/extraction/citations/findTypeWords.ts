import { unitTest } from '../../text/unitTest.js';
import type { Lexicon, TypeEntry } from './lexicon.js';
import type { Found } from './phrases.js';
import { isCapital, type Source } from './source.js';

const isLetter = unitTest(/\p{L}/u);
const isDigit = unitTest(/\d/);

/** Every type word that begins with a capital, in order: where a document may be named without a number. */
export function findTypeWords(source: Source, { types }: Lexicon): Found<TypeEntry>[] {
  const { text } = source;
  const found: Found<TypeEntry>[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isCapital(text, at)) continue;
    const start = at;
    while (isLetter(text.charCodeAt(at + 1))) at++;
    if (at === start || isCapital(text, start - 1) || isDigit(text.charCodeAt(start - 1))) continue;
    const type = types.startingAt(source, start);
    if (type !== null && !type.value.onlyWithSymbol) found.push(type);
  }
  return found;
}
