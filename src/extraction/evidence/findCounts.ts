import type { CountedResult } from '../../model/facts.js';
import { fold } from '../../text/fold.js';
import { type Stretch, spanIn } from '../figures/Stretch.js';
import type { CountedAmount } from './amountsIn.js';
import { bodies } from './findUnlistedCounts.js';
import { isToldAsDone } from './isToldAsDone.js';
import type { EvidenceLexicon } from './lexicon.js';

/** Numbers of people, work or money that the clause tells as done: no schedules, no intentions, no denials, no zero. */
export function findCounts(
  clause: Stretch,
  amounts: readonly CountedAmount[],
  lexicon: EvidenceLexicon,
): readonly CountedResult[] {
  const listed = amounts.flatMap((amount): CountedResult[] => {
    if (amount.value <= 0 || !amount.unit.counted) return [];
    if (amount.inWords && amount.value === 1 && !lexicon.caseByItself.has(fold(amount.unit.form))) return [];
    if (!isToldAsDone(clause, amount, lexicon)) return [];
    return [{ span: spanIn(clause, amount), value: amount.value, unit: amount.unit.form }];
  });
  return [...listed, ...peopleHandled(clause, lexicon)];
}

/** `khiển trách 01 thủ kho`, `phê bình 01 phòng`: what was done tells that people or bodies were handled, whatever they are called. */
function peopleHandled(clause: Stretch, lexicon: EvidenceLexicon): readonly CountedResult[] {
  return clause.tokens.flatMap((token): CountedResult[] => {
    // `phê bình 01 phòng`: bodies are no result by themselves, but what was done to them is.
    const isListed = token.kind === 'number' && token.unit !== undefined && token.unit.group !== bodies;
    if (token.kind !== 'number' || isListed || token.value <= 0) return [];
    const before = clause.folded.slice(Math.max(0, token.start - 40), token.start);
    const counts = lexicon.handlingBefore.test(before) && /^\s+[a-z]/.test(clause.folded.slice(token.end));
    if (!counts || !isToldAsDone(clause, token, lexicon)) return [];
    return [{ span: spanIn(clause, token), value: token.value, unit: token.unit?.form ?? 'người' }];
  });
}
