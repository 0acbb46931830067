import type { CountedResult } from '../../model/facts.js';
import { fold } from '../../text/fold.js';
import { type Stretch, spanIn } from '../figures/Stretch.js';
import { amountsIn } from './amountsIn.js';
import type { EvidenceLexicon } from './lexicon.js';

/** How far before a number, in characters, words of its clause are looked for. */
const reach = 200;

/** Numbers of people, work or money that the clause tells as done: no schedules, no intentions, no denials, no zero. */
export function findCounts(clause: Stretch, lexicon: EvidenceLexicon): readonly CountedResult[] {
  return amountsIn(clause, lexicon).flatMap((amount): CountedResult[] => {
    if (amount.value <= 0 || !amount.unit.counted) return [];
    if (amount.inWords && amount.value === 1 && !lexicon.caseByItself.has(fold(amount.unit.form))) return [];
    const before = clause.folded.slice(Math.max(0, amount.start - reach), amount.start);
    const near = before.slice(before.lastIndexOf(',') + 1);
    if (lexicon.intention.test(near) || lexicon.scheduleBefore.test(near)) return [];
    if (near.search(lexicon.denials) !== -1 || near.search(lexicon.lacks) !== -1) return [];
    return [{ span: spanIn(clause, amount), value: amount.value, unit: amount.unit.form }];
  });
}
