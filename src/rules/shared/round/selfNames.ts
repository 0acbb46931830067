import { alternatives } from '../../../extraction/alternatives.js';
import type { Identity } from '../../../model/facts.js';
import type { RoundVocabulary } from '../../../model/vocabulary/round.js';
import { fold } from '../../../text/fold.js';

/**
 * Folded words by which an agency speaks of itself: its name, the name without its kind (`Y tế`), abbreviation, place,
 * and the words that any agency has for itself. Who copies a text changes these.
 */
export function selfNames(
  { agency, abbreviation, place }: Pick<Identity, 'agency' | 'abbreviation' | 'place'>,
  { selfWords }: Pick<RoundVocabulary, 'selfWords'>,
): RegExp {
  const kinds = new RegExp(`^(?:${alternatives(selfWords)}\\s*)+`);
  const name = fold(agency ?? '');
  const bare = name.replace(kinds, '').trim();
  const names = [name, bare, fold(abbreviation ?? ''), fold(place ?? '')].filter((one) => one.length > 1);
  return new RegExp(alternatives([...names, ...selfWords]), 'g');
}
