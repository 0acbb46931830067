import type { Score } from '../../../model/facts.js';
import type { Finding, Rule, RuleContext, Subject } from '../../../model/rule.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import {
  certainAmong,
  claimedSubjects,
  claimsOf,
  confidenceAmong,
  maximumOf,
  rubricMaximum,
} from '../../shared/claims.js';
import { capitalised, printClaim, printCriterion } from '../../shared/printScore.js';

/** More points are claimed than the maximum printed beside them, or than the rubric's where none is printed. */
export const rule: Rule = {
  id: 'score/exceeds-maximum',
  severity: 'error',
  title: { vi: 'Điểm tự chấm vượt điểm tối đa', en: 'More points are claimed than the maximum' },
  // A printed maximum can be exceeded in any year; the rubric's is only asked where it fits.
  needsRubric: false,
  evaluate(context) {
    return claimedSubjects(claimsOf(context)).map(([id, mentions]) => judge(id, mentions, context));
  },
};

function judge(id: string, mentions: readonly Score[], context: RuleContext): Finding {
  const subject: Subject = `criterion:${id}`;
  const limitOf = (score: Score) => score.max ?? maximumOf(id, mentions, context);
  const exceeding = mentions.filter((score) => {
    const limit = limitOf(score);
    return limit !== null && score.claimed > limit;
  });
  const { told, doubtful } = certainAmong(exceeding, context);
  const [first] = told;
  if (first === undefined) {
    const known = mentions.some((score) => limitOf(score) !== null);
    return { outcome: known ? 'pass' : 'not-applicable', subject };
  }
  const claim = printClaim({ ...first, max: limitOf(first) });
  const name = printCriterion(id, context);
  const source =
    first.max === null && rubricMaximum(id, context) === limitOf(first)
      ? { vi: ' (điểm tối đa theo Bộ chỉ số)', en: ' (the rubric’s maximum)' }
      : { vi: '', en: '' };
  const message = {
    vi: `${capitalised(name.vi)}: điểm tự chấm ${claim.vi}${source.vi}, cao hơn điểm tối đa. Đề nghị kiểm tra lại số điểm.`,
    en: `${capitalised(name.en)}: ${claim.en} is claimed${source.en}, more than the maximum. Please check the points.`,
  };
  const evidence = told.map(({ span }) => span);
  if (doubtful) return cannotJudge(subject, 'doubtful-reading', message, evidence, confidenceAmong(told));
  return { outcome: 'fail', subject, message, evidence, confidence: confidenceAmong(told) };
}
