import type { Bilingual } from '../../../model/bilingual.js';
import type { Score } from '../../../model/facts.js';
import { criteriaOf } from '../../../model/pipeline.js';
import type { CannotJudgeReason, Finding, Rule, RuleContext } from '../../../model/rule.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { type Claims, claimsOf, confidenceAmong, rubricMaximum, statedBy, sumOf } from '../../shared/claims.js';
import { isClaimedElsewhere } from '../../shared/isClaimedElsewhere.js';
import { printNumber } from '../../shared/printNumber.js';
import { printSum } from '../../shared/printScore.js';
import { unclaimedNodes } from '../../shared/unclaimedNodes.js';

const subject = 'document';

/** The stated total is not the sum of the claims of the leaves. */
export const rule: Rule = {
  id: 'score/total-mismatch',
  severity: 'error',
  title: { vi: 'Tổng điểm không khớp tổng các điểm thành phần', en: 'The total is not the sum of its points' },
  // The sum needs no points of the rubric; claims that it does not know are unplaced, and then nothing is judged.
  needsRubric: false,
  evaluate(context) {
    const claims = claimsOf(context);
    const { totals, leaves } = claims;
    if (totals.length === 0 || leaves.length === 0) return [{ outcome: 'not-applicable', subject }];
    const sums = sumsOf(claims);
    const off = deductionsOf(context);
    const wrong = totals.filter(({ claimed }) =>
      sums.every(({ sum }) => sum !== claimed && off.every((points) => sumOf([sum, points]) !== claimed)),
    );
    const [first] = wrong.filter(({ doubtful }) => !doubtful).concat(wrong);
    if (first === undefined) return [{ outcome: 'pass', subject }];
    return [mismatch(first, sums, claims, context)];
  },
};

/** Points below 0 that the report takes off its total: each that it names, and all of them. */
function deductionsOf({ facts }: RuleContext): readonly number[] {
  const named = [
    ...new Set(facts.unplacedScores.flatMap(({ claimed }) => (claimed !== null && claimed < 0 ? claimed : []))),
  ];
  return [...named, sumOf(named)];
}

interface Sum {
  readonly scores: readonly Score[];
  readonly sum: number;
}

/** The sum of the leaves; two where text and table give different points: the total may follow either. */
function sumsOf({ leaves, byCriterion }: Claims): readonly Sum[] {
  const sums = (['sentence', 'table'] as const).map((source) => {
    const scores = leaves.flatMap((id) => {
      const mentions = byCriterion.get(id) ?? [];
      const own = mentions.filter((score) => score.source === source);
      return statedBy(own.length > 0 ? own : mentions) ?? [];
    });
    return { scores, sum: sumOf(scores.map(({ claimed }) => claimed)) };
  });
  const [first, second] = sums;
  return first !== undefined && second !== undefined && first.sum === second.sum ? [first] : sums;
}

function mismatch(total: Score, sums: readonly Sum[], claims: Claims, context: RuleContext): Finding {
  const scores = sums.flatMap((one) => one.scores);
  const out = new Set(context.facts.notAssessed.map(({ criterion }) => criterion));
  const missing = unclaimedNodes(context, claims).filter((id) => !out.has(id));
  const message = messageOf(total, sums, missing);
  const evidence = [total, ...new Set(scores)].map(({ span }) => span);
  const confidence = confidenceAmong([total, ...scores]);
  const doubt = doubtOf(total, sums, missing, context);
  if (doubt !== null) return cannotJudge(subject, doubt, message, evidence, confidence);
  return { outcome: 'fail', subject, message, evidence, confidence };
}

function messageOf(total: Score, sums: readonly Sum[], missing: readonly string[]): Bilingual {
  const stated = printNumber(total.claimed);
  const told = sums.map(({ scores, sum }) => {
    const printed = printSum(
      scores.map(({ claimed }) => claimed),
      sum,
    );
    const ids = scores.map(({ criterion }) => criterion).join(', ');
    const difference = printNumber(Math.abs(sumOf([total.claimed, -sum])));
    return {
      vi: `cộng điểm ${ids}: ${printed.vi}, chênh ${difference.vi} điểm`,
      en: `${ids} add up to ${printed.en}, ${difference.en} apart`,
    };
  });
  const zero =
    missing.length === 0
      ? { vi: '', en: '' }
      : {
          vi: ` Chưa thấy điểm của ${missing.join(', ')} (tính là 0).`,
          en: ` No points were seen for ${missing.join(', ')} (counted as 0).`,
        };
  return {
    vi: `Tổng điểm ghi ${stated.vi}; ${told.map(({ vi }) => vi).join('; theo bảng, ')}.${zero.vi} Đề nghị kiểm tra lại tổng điểm.`,
    en: `The stated total is ${stated.en}; ${told.map(({ en }) => en).join('; by the table, ')}.${zero.en} Please check the total.`,
  };
}

/** True where a part is claimed, some of its criteria are too, and others with points are not. */
function partsWithGaps(facts: RuleContext['facts'], pipeline: RuleContext['pipeline']): boolean {
  const claimed = new Set(facts.scores.map(({ criterion }) => criterion));
  const out = new Set(facts.notAssessed.map(({ criterion }) => criterion));
  return criteriaOf(pipeline).some(
    ({ id, children }) =>
      claimed.has(id) &&
      children.some((child) => claimed.has(child.id)) &&
      children.some((child) => (child.max ?? 0) > 0 && !claimed.has(child.id) && !out.has(child.id)),
  );
}

function doubtOf(
  total: Score,
  sums: readonly Sum[],
  missing: readonly string[],
  context: RuleContext,
): CannotJudgeReason | null {
  const { facts, pipeline } = context;
  const scores = sums.flatMap((one) => one.scores);
  if (total.doubtful || scores.some(({ doubtful }) => doubtful)) return 'doubtful-reading';
  if (
    facts.unplacedScores.some(
      ({ criterion, claimed }) =>
        (criterion === null && (claimed ?? 0) >= 0) || (criterion !== null && missing.includes(criterion)),
    )
  )
    return 'ambiguous';
  if (missing.some((id) => isClaimedElsewhere(id, context))) return 'ambiguous';
  // Points that would fill the difference, or that a part holds and its criteria do not: on a picture they are likelier lost
  // than left out.
  const fromPicture = facts.text.words.some(({ confidence }) => confidence < 1);
  const lost = sumOf(missing.map((id) => rubricMaximum(id, context) ?? 0));
  const fillsGap = sums.some(({ sum }) => total.claimed > sum && total.claimed - sum <= lost);
  if (fromPicture && (fillsGap || partsWithGaps(facts, pipeline))) return 'ambiguous';
  // A part that stands on an unread page would be missing from the sum.
  if (missing.length > 0 && facts.pages.some(({ readable }) => !readable)) return 'page-unread';
  const known = new Set(criteriaOf(pipeline).map(({ id }) => id));
  return scores.some(({ criterion }) => !known.has(criterion)) ? 'ambiguous' : null;
}
