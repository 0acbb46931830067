import type { Score } from '../../../model/facts.js';
import { type Criterion, criteriaOf } from '../../../model/pipeline.js';
import type { Finding, Rule, RuleContext, Subject } from '../../../model/rule.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import {
  type Claims,
  claimedBelow,
  claimsOf,
  confidenceAmong,
  maximumMayBeMisread,
  statedBy,
  sumOf,
} from '../../shared/claims.js';
import { printNumber } from '../../shared/printNumber.js';
import { capitalised, printCriterion, printSum } from '../../shared/printScore.js';

/** A part's points are not the sum of its criteria's, or two places give one criterion different points. */
export const rule: Rule = {
  id: 'score/subtotal-mismatch',
  severity: 'error',
  title: {
    vi: 'Điểm của phần không khớp điểm thành phần, hoặc lời văn và bảng khác nhau',
    en: 'A part is not the sum of its points, or text and table disagree',
  },
  // Only what the report itself prints is compared.
  needsRubric: false,
  evaluate(context) {
    const claims = claimsOf(context);
    const parts = [...claims.byCriterion].map(([id, mentions]) => judge(id, mentions, claims, context));
    return claims.totals.length === 0 ? parts : [...parts, disagreement('total', claims.totals, context)];
  },
};

function judge(id: string, mentions: readonly Score[], claims: Claims, context: RuleContext): Finding {
  const told = disagreement(id, mentions, context);
  return told.outcome === 'fail' || told.outcome === 'cannot-judge'
    ? told
    : (sumOfParts(id, mentions, claims, context) ?? told);
}

function disagreement(id: string, mentions: readonly Score[], context: RuleContext): Finding {
  const subject: Subject = `criterion:${id}`;
  const [first] = mentions;
  const other = mentions.find(({ claimed }) => claimed !== first?.claimed);
  if (first === undefined || mentions.length < 2) return { outcome: 'not-applicable', subject };
  if (other === undefined) return { outcome: 'pass', subject };
  const name = printCriterion(id, context);
  const places = { sentence: { vi: 'lời văn', en: 'the text' }, table: { vi: 'bảng', en: 'the table' } };
  const [one, two] = [printNumber(first.claimed), printNumber(other.claimed)];
  const message = {
    vi: `${capitalised(name.vi)}: ${places[first.source].vi} ghi ${one.vi} điểm, ${places[other.source].vi} ghi ${two.vi} điểm. Đề nghị làm rõ số nào đúng.`,
    en: `${capitalised(name.en)}: ${places[first.source].en} says ${one.en}, ${places[other.source].en} says ${two.en}. Which one holds?`,
  };
  const evidence = [first.span, other.span];
  const confidence = confidenceAmong([first, other]);
  const certain = new Set(mentions.filter(({ doubtful }) => !doubtful).map(({ claimed }) => claimed));
  if (certain.size < 2) return cannotJudge(subject, 'doubtful-reading', message, evidence, confidence);
  return { outcome: 'fail', subject, message, evidence, confidence };
}

/** Null where nothing below the part is claimed. */
function sumOfParts(id: string, mentions: readonly Score[], claims: Claims, context: RuleContext): Finding | null {
  const subject: Subject = `criterion:${id}`;
  const stated = statedBy(mentions);
  const parts = claimedBelow(id, claims, context).flatMap((part) => statedBy(claims.byCriterion.get(part) ?? []) ?? []);
  if (stated === undefined || parts.length === 0) return null;
  const sum = sumOf(parts.map(({ claimed }) => claimed));
  if (sum === stated.claimed) return { outcome: 'pass', subject };
  const name = printCriterion(id, context);
  const printed = printSum(
    parts.map(({ claimed }) => claimed),
    sum,
  );
  const points = printNumber(stated.claimed);
  const ids = parts.map(({ criterion }) => criterion).join(', ');
  const message = {
    vi: `${capitalised(name.vi)}: báo cáo ghi ${points.vi} điểm, cộng điểm ${ids}: ${printed.vi}. Đề nghị kiểm tra lại.`,
    en: `${capitalised(name.en)}: the report says ${points.en}, ${ids} add up to ${printed.en}. Please check.`,
  };
  const evidence = [stated, ...parts].map(({ span }) => span);
  const confidence = confidenceAmong([stated, ...parts]);
  // `12/12` given to the whole may be the points of its own criterion, whose heading was misread.
  if ([stated, ...parts].some((score) => score.doubtful || maximumMayBeMisread(score, context)))
    return cannotJudge(subject, 'doubtful-reading', message, evidence, confidence);
  // Parts without a claim of their own may make up the rest.
  if (sum < stated.claimed && !everyPartIsClaimed(id, claims, context))
    return cannotJudge(subject, 'ambiguous', message, evidence, confidence);
  return { outcome: 'fail', subject, message, evidence, confidence };
}

function everyPartIsClaimed(id: string, { byCriterion }: Claims, { facts, pipeline }: RuleContext): boolean {
  if (
    facts.unplacedScores.some(({ criterion, claimed, blank }) => (claimed ?? 0) >= 0 && (criterion === null || !blank))
  )
    return false;
  const node = criteriaOf(pipeline).find((one) => one.id === id);
  const isClaimed = (child: Criterion): boolean =>
    byCriterion.has(child.id) || (child.children.length > 0 && child.children.every(isClaimed));
  return node?.children.every(isClaimed) ?? false;
}
