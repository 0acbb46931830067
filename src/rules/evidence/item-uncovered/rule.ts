import { confidenceOf } from '../../../model/document-text.js';
import type { SubHeading } from '../../../model/facts.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { type ClaimedLeaf, claimedLeaves, hasFullMarks } from '../../shared/claimedLeaves.js';
import { capitalised, printClaim, printCriterion } from '../../shared/printScore.js';

/** Full marks are claimed, and an item that the report itself names in a sub-heading has no text under it. */
export const rule: Rule = {
  id: 'evidence/item-uncovered',
  severity: 'warning',
  title: {
    vi: 'Nội dung nêu trong đề mục không được trình bày',
    en: 'An item named in a sub-heading has no text',
  },
  needsRubric: false,
  evaluate(context) {
    return claimedLeaves(context).map((leaf) => judge(leaf, context));
  },
};

function judge(leaf: ClaimedLeaf, context: RuleContext): Finding {
  const { subject, score, evidence, id, max } = leaf;
  const headings = headingsIn(leaf, context);
  if (!hasFullMarks(leaf) || headings.length === 0) return { outcome: 'not-applicable', subject };
  const uncovered = headings.flatMap(({ span, items }) =>
    items.filter(({ covered }) => !covered).map((item) => ({ ...item, heading: span })),
  );
  if (uncovered.length === 0) return { outcome: 'pass', subject };
  const name = printCriterion(id, context);
  const claim = printClaim({ ...score, max });
  const items = uncovered.map((item) => `“${item.name}”`).join(', ');
  const message = {
    vi: `${capitalised(name.vi)}: tự chấm tối đa ${claim.vi} điểm, nhưng dưới đề mục không thấy phần trình bày về ${items}. Đề nghị bổ sung kết quả của nội dung này.`,
    en: `${capitalised(name.en)}: full marks (${claim.en}) are claimed, but nothing under the sub-heading speaks of ${items}. Ask for its results.`,
  };
  const quoted = [...new Set(uncovered.map(({ heading }) => heading)), score.span];
  const confidence = Math.min(score.confidence, ...uncovered.map(({ span }) => confidenceOf(context.facts.text, span)));
  if (evidence.unread) return cannotJudge(subject, 'page-unread', message, quoted, confidence);
  if (leaf.doubtful) {
    return cannotJudge(subject, 'doubtful-reading', message, quoted, confidence);
  }
  return { outcome: 'fail', subject, message, evidence: quoted, confidence };
}

function headingsIn({ text }: ClaimedLeaf, { facts }: RuleContext): readonly SubHeading[] {
  return facts.subHeadings.filter(({ span }) =>
    text.sections.some((section) => section.start <= span.start && span.end <= section.end),
  );
}
