import type { Bilingual } from '../../model/bilingual.js';
import type { Score } from '../../model/facts.js';
import { criteriaOf } from '../../model/pipeline.js';
import type { RuleContext } from '../../model/rule.js';
import { printNumber } from './printNumber.js';

const longestName = 90;

/** `tiêu chí B.2 (Công tác phòng ngừa …)` as messages name a criterion; `tổng điểm` for the total. */
export function printCriterion(id: string, { pipeline }: Pick<RuleContext, 'pipeline'>): Bilingual {
  if (id === 'total') return { vi: 'tổng điểm', en: 'the total' };
  const name = criteriaOf(pipeline).find((node) => node.id === id)?.name;
  if (name === undefined) return { vi: `tiêu chí ${id}`, en: `criterion ${id}` };
  const short = name.length <= longestName ? name : `${name.slice(0, name.lastIndexOf(' ', longestName))} …`;
  return { vi: `tiêu chí ${id} (${short})`, en: `criterion ${id} (${short})` };
}

/** `19,5/20` with a decimal comma, `19.5/20` in English; points alone where no maximum is known. */
export function printClaim({ claimed, max }: Pick<Score, 'claimed' | 'max'>): Bilingual {
  const points = printNumber(claimed);
  if (max === null) return points;
  const maximum = printNumber(max);
  return { vi: `${points.vi}/${maximum.vi}`, en: `${points.en}/${maximum.en}` };
}

/** `20 + 27 + 2,5 = 49,5`; the sum alone where there is nothing to add. */
export function printSum(points: readonly number[], sum: number): Bilingual {
  const total = printNumber(sum);
  if (points.length < 2) return total;
  const terms = points.map((one) => printNumber(one));
  return {
    vi: `${terms.map(({ vi }) => vi).join(' + ')} = ${total.vi}`,
    en: `${terms.map(({ en }) => en).join(' + ')} = ${total.en}`,
  };
}

/** `Tiêu chí …` at the start of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
