import type { CountedResult } from '../../model/facts.js';
import { fold } from '../../text/fold.js';
import { type Stretch, spanIn } from '../figures/Stretch.js';
import type { CountedAmount } from './amountsIn.js';
import { isToldAsDone } from './isToldAsDone.js';
import type { EvidenceLexicon } from './lexicon.js';

/** Numbers of people, work or money that the clause tells as done: no schedules, no intentions, no denials, no zero. */
export function findCounts(
  clause: Stretch,
  amounts: readonly CountedAmount[],
  lexicon: EvidenceLexicon,
): readonly CountedResult[] {
  return amounts.flatMap((amount): CountedResult[] => {
    if (amount.value <= 0 || !amount.unit.counted) return [];
    if (amount.inWords && amount.value === 1 && !lexicon.caseByItself.has(fold(amount.unit.form))) return [];
    if (!isToldAsDone(clause, amount, lexicon)) return [];
    return [{ span: spanIn(clause, amount), value: amount.value, unit: amount.unit.form }];
  });
}
