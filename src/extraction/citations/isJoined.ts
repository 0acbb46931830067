import type { Lexicon } from './lexicon.js';
import { type Source, skipSpace } from './source.js';

/** Nothing but list marks and joining words (`,` `;` `và`) stands between two offsets, and at least one of them. */
export function isJoined(source: Source, from: number, to: number, lexicon: Lexicon): boolean {
  let at = skipSpace(source, from);
  let joined = false;
  while (at < to) {
    const word = lexicon.joinerWords.startingAt(source, at);
    if (word !== null && word.start === at) at = word.end;
    else if (lexicon.joiners.has(source.text.charAt(at))) at++;
    else return false;
    joined = true;
    at = skipSpace(source, at);
  }
  return joined && at === to;
}
