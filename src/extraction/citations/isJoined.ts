import type { Lexicon } from './lexicon.js';
import { skipJoiners } from './skipJoiners.js';
import type { Source } from './source.js';

/** Nothing but list marks and joining words stands between two offsets, and at least one of them. */
export function isJoined(source: Source, from: number, to: number, lexicon: Lexicon): boolean {
  return skipJoiners(source, from, lexicon) === to;
}
