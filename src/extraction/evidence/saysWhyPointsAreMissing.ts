import type { Stretch } from '../figures/Stretch.js';
import type { EvidenceLexicon } from './lexicon.js';

/** True where a sentence says why points are missing: `trừ 1,5 điểm do …`, `chưa hoàn thành`, `còn hạn chế`. */
export function saysWhyPointsAreMissing({ document, start, folded }: Stretch, lexicon: EvidenceLexicon): boolean {
  if (!lexicon.mayBeReasons.test(folded)) return false;
  let [printed, plain] = [document.text.slice(start, start + folded.length), folded];
  const setAside = [...folded.matchAll(lexicon.notReasons), ...folded.matchAll(lexicon.deniedReasons)];
  for (const { index, 0: phrase } of setAside) {
    const blank = ' '.repeat(phrase.length);
    printed = printed.slice(0, index) + blank + printed.slice(index + phrase.length);
    plain = plain.slice(0, index) + blank + plain.slice(index + phrase.length);
  }
  return lexicon.shortReasons.test(printed) || lexicon.reasons.test(plain);
}
