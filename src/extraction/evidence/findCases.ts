import type { ReportedCase } from '../../model/facts.js';
import { fold } from '../../text/fold.js';
import { type Stretch, spanIn } from '../figures/Stretch.js';
import type { CountedAmount } from './amountsIn.js';
import type { EvidenceLexicon } from './lexicon.js';
import { matterOf, withoutWork } from './matterOf.js';

/** How far a verb may stand before the number it rules, in characters: `xử lý vi phạm quy định công khai đối với 09 cá nhân`. */
const reach = 90;

/** Cases said to be found or handled: `phát hiện 01 vụ việc có dấu hiệu tham nhũng`. Petitions answered are none. */
export function findCases(
  clause: Stretch,
  amounts: readonly CountedAmount[],
  lexicon: EvidenceLexicon,
): readonly ReportedCase[] {
  return amounts.flatMap((amount): ReportedCase[] => {
    if (amount.value <= 0 || !lexicon.caseUnits.has(fold(amount.unit.form))) return [];
    const verb = verbBefore(clause, amount, lexicon);
    const behind = clause.folded.slice(amount.end, amount.end + 2 * reach);
    if (verb === undefined && !lexicon.passiveCase.test(behind)) return [];
    if (lexicon.petitionNext.test(withoutWork(behind, lexicon))) return [];
    const before = verb === undefined ? '' : clause.folded.slice(verb.start, amount.start);
    const matter = matterOf(behind, lexicon) ?? matterOf(before, lexicon);
    if (matter === 'petition') return [];
    const isCase =
      verb !== undefined && !lexicon.weakCaseVerb.test(verb.word) && lexicon.caseByItself.has(fold(amount.unit.form));
    if (matter === null && !isCase) return [];
    return [{ span: spanIn(clause, { start: 0, end: clause.folded.length }), count: amount.value, matter }];
  });
}

/** The nearest verb that rules the number, unless it is denied, wished or taught. */
function verbBefore(
  clause: Stretch,
  amount: CountedAmount,
  lexicon: EvidenceLexicon,
): { readonly start: number; readonly word: string } | undefined {
  const from = Math.max(0, amount.start - 2 * reach);
  const before = clause.folded.slice(from, amount.start);
  if (lexicon.recipientBefore.test(before)) return undefined;
  const verb = [...before.matchAll(lexicon.caseVerbs)].find((match) => before.length - match.index <= reach);
  if (verb === undefined) return undefined;
  const start = from + verb.index;
  // Another number in between is what the verb rules: `xử lý 05 đơn của 03 cá nhân`.
  if (clause.tokens.some((token) => token.kind === 'number' && token.start > start && token.end <= amount.start))
    return undefined;
  const clauseStart = clause.start + from + before.lastIndexOf(',', verb.index) + 1;
  const near = clause.document.text.slice(clauseStart, clause.start + amount.start);
  return lexicon.caseSetAside.test(near) ? undefined : { start, word: verb[0] };
}
