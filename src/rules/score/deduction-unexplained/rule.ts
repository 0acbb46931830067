import { paragraphAt, type Span } from '../../../model/document-text.js';
import type { ReportFacts } from '../../../model/facts.js';
import { ancestorsOf } from '../../../model/pipeline.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { leafSectionAt, sectionsAt } from '../../../model/sectionsAt.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { type ClaimedLeaf, claimedLeaves } from '../../shared/claimedLeaves.js';
import { sumOf } from '../../shared/claims.js';
import type { CriterionText } from '../../shared/evidenceOf.js';
import { headingsOf } from '../../shared/headingsOf.js';
import { printNumber } from '../../shared/printNumber.js';
import { capitalised, printClaim, printCriterion } from '../../shared/printScore.js';
import { hasRemarksColumn, rowSays } from '../../shared/rowSays.js';

/** Less than the maximum is claimed, and neither the criterion's text nor its table row says why. */
export const rule: Rule = {
  id: 'score/deduction-unexplained',
  severity: 'info',
  title: { vi: 'Chưa nêu lý do trừ điểm', en: 'A deduction is not explained' },
  needsRubric: false,
  evaluate(context) {
    return claimedLeaves(context).map((leaf) => judge(leaf, context));
  },
};

function judge(leaf: ClaimedLeaf, context: RuleContext): Finding {
  const { id, subject, score, max, text, evidence } = leaf;
  if (max === null || score.claimed >= max) return { outcome: 'not-applicable', subject };
  const areas = [...text.sections, ...text.rows, besideClaim(score.span, context.facts)];
  // That nothing arose is why nothing is claimed.
  const isNothingClaimed = score.claimed === 0 && evidence.absences.length > 0;
  if (isNothingClaimed || isExplained(id, areas, context.facts)) return { outcome: 'pass', subject };
  const name = printCriterion(id, context);
  const claim = printClaim({ ...score, max });
  const less = printNumber(sumOf([max, -score.claimed]));
  const message = {
    vi: `${capitalised(name.vi)}: tự chấm ${claim.vi} điểm (thấp hơn tối đa ${less.vi} điểm) nhưng chưa thấy nêu lý do. Đề nghị giải trình.`,
    en: `${capitalised(name.en)}: ${claim.en} is claimed (${less.en} less than the maximum) and no reason is given. Please explain.`,
  };
  const quoted = [score.span, ...headingsOf(id, context.facts)];
  if (text.sections.length === 0 && mayBeExplainedElsewhere(text, context))
    return cannotJudge(subject, 'ambiguous', message, quoted, score.confidence);
  if (evidence.unread) return cannotJudge(subject, 'page-unread', message, quoted, score.confidence);
  if (leaf.doubtful) return cannotJudge(subject, 'doubtful-reading', message, quoted, score.confidence);
  return { outcome: 'fail', subject, message, evidence: quoted, confidence: score.confidence };
}

/** The sentence of the claim and what follows it in its paragraph up to the next claim: `19/20 điểm (trừ 01 điểm do …)`. */
function besideClaim(claim: Span, { text, scores }: ReportFacts): Span {
  const paragraph = paragraphAt(text, claim.start) ?? claim;
  const starts = (after: number) => scores.map(({ span }) => span.start).filter((start) => start > after);
  const ends = scores.map(({ span }) => span.end).filter((end) => end <= claim.start);
  return {
    start: Math.max(paragraph.start, ...ends),
    end: Math.min(paragraph.end, ...starts(claim.start)),
  };
}

/**
 * Of a criterion that only a table speaks of: other criteria have sections, and its row has no place for a reason; or a
 * section that names no criterion gives one.
 */
function mayBeExplainedElsewhere(text: CriterionText, context: RuleContext): boolean {
  const { sections, deductions, text: printed } = context.facts;
  const speaks = sections.some(({ criterion }) => criterion !== null);
  if (speaks && !rowSays(text, context) && !hasRemarksColumn(text, context)) return true;
  const assessment = context.pipeline.requiredParts[1]?.id;
  return deductions.some(({ span }) => {
    if (paragraphAt(printed, span.start)?.kind === 'table-row') return false;
    const around = sectionsAt(sections, span.start);
    return around.every(({ criterion, part }) => criterion === null && (part === null || part === assessment));
  });
}

/** A reason in the criterion's own text, or in the text that a part prints for all its criteria together. */
function isExplained(id: string, areas: readonly Span[], { deductions, sections }: ReportFacts): boolean {
  const parts = ancestorsOf(id);
  return deductions.some(({ span }) => {
    if (areas.some((area) => area.start <= span.start && span.end <= area.end)) return true;
    const criterion = leafSectionAt(sections, span.start)?.criterion;
    return criterion != null && parts.includes(criterion);
  });
}
