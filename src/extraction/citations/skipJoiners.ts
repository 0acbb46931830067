import type { Lexicon } from './lexicon.js';
import { type Source, skipSpace } from './source.js';

/** The offset behind the list marks and joining words (`,` `;` `và`) at `from`; null where none stands there. */
export function skipJoiners(source: Source, from: number, lexicon: Lexicon): number | null {
  let at = skipSpace(source, from);
  let joined = false;
  for (;;) {
    const word = lexicon.joinerWords.startingAt(source, at);
    if (word !== null && word.start === at) at = word.end;
    else if (lexicon.joiners.has(source.text.charAt(at))) at++;
    else return joined ? at : null;
    joined = true;
    at = skipSpace(source, at);
  }
}
