import type { Score } from '../../../model/facts.js';
import { ancestorsOf, criteriaOf } from '../../../model/pipeline.js';
import type { Finding, Rule, RuleContext, Subject } from '../../../model/rule.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { certainAmong, claimedSubjects, claimsOf, confidenceAmong, rubricMaximum, sumOf } from '../../shared/claims.js';
import { mayBePointsOf } from '../../shared/mayBePointsOf.js';
import { printNumber } from '../../shared/printNumber.js';
import { capitalised, printCriterion } from '../../shared/printScore.js';
import { unclaimedNodes } from '../../shared/unclaimedNodes.js';

/** The maximum that a report prints for a criterion is not the rubric's. */
export const rule: Rule = {
  id: 'score/maximum-differs-from-rubric',
  severity: 'error',
  title: { vi: 'Điểm tối đa ghi trong báo cáo khác Bộ chỉ số', en: 'A printed maximum is not the rubric’s' },
  needsRubric: true,
  evaluate(context) {
    const claims = claimsOf(context);
    const unclaimed = unclaimedNodes(context, claims);
    return claimedSubjects(claims).map(([id, mentions]) => {
      const above = ancestorsOf(id).filter((ancestor) => !claims.byCriterion.has(ancestor));
      return judge(id, mentions, [...unclaimed, ...above], context);
    });
  },
};

/** `unclaimed`: criteria without points, whose row may have been taken for this one's. */
function judge(id: string, mentions: readonly Score[], unclaimed: readonly string[], context: RuleContext): Finding {
  const subject: Subject = `criterion:${id}`;
  const rubric = rubricMaximum(id, context);
  const printed = mentions.filter(({ max }) => max !== null);
  if (rubric === null || printed.length === 0) return { outcome: 'not-applicable', subject };
  const differing = printed.filter(
    ({ max }) => max !== rubric && !(id === 'total' && max === withoutNotAssessed(context)),
  );
  const { told, doubtful } = certainAmong(differing, context);
  const [first] = told;
  if (first === undefined) return { outcome: 'pass', subject };
  const name = printCriterion(id, context);
  const [seen, expected] = [printNumber(first.max ?? 0), printNumber(rubric)];
  const { decision } = context.pipeline.rubric;
  const by = decision === null ? { vi: '', en: '' } : { vi: ` (${decision})`, en: ` (${decision})` };
  const message = {
    vi: `${capitalised(name.vi)}: báo cáo ghi điểm tối đa ${seen.vi}, Bộ chỉ số${by.vi} quy định ${expected.vi}. Đề nghị đối chiếu lại thang điểm.`,
    en: `${capitalised(name.en)}: the report prints a maximum of ${seen.en}, the rubric${by.en} gives ${expected.en}. Please compare.`,
  };
  const evidence = told.map(({ span }) => span);
  if (doubtful) return cannotJudge(subject, 'doubtful-reading', message, evidence, confidenceAmong(told));
  if (told.every((score) => unclaimed.some((other) => mayBePointsOf(other, score, context))))
    return cannotJudge(subject, 'ambiguous', message, evidence, confidenceAmong(told));
  return { outcome: 'fail', subject, message, evidence, confidence: confidenceAmong(told) };
}

/** What is left of the whole where criteria that the report says are not assessed are taken out of it. */
function withoutNotAssessed({ facts, pipeline }: RuleContext): number {
  const out = new Set(facts.notAssessed.map(({ criterion }) => criterion));
  const taken = criteriaOf(pipeline)
    .filter(({ id }) => out.has(id) && !ancestorsOf(id).some((ancestor) => out.has(ancestor)))
    .map(({ max }) => -(max ?? 0));
  return sumOf([pipeline.rubric.total, ...taken]);
}
