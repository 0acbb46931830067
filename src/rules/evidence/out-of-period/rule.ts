import type { Citation } from '../../../model/facts.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { printDate } from '../../shared/calendar.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { confidenceIn, fullOf } from '../../shared/citedDocuments.js';
import { type ClaimedLeaf, claimedLeaves, hasFullMarks } from '../../shared/claimedLeaves.js';
import { capitalised, printCriterion } from '../../shared/printScore.js';

/** Full marks rest on documents of the agency's own, every one of them older than the assessment period. */
export const rule: Rule = {
  id: 'evidence/out-of-period',
  severity: 'warning',
  title: {
    vi: 'Văn bản minh chứng của đơn vị đều ban hành trước kỳ đánh giá',
    en: 'All own documents are older than the assessment period',
  },
  needsRubric: true,
  evaluate(context) {
    return claimedLeaves(context).map((leaf) => judge(leaf, context));
  },
};

function judge(leaf: ClaimedLeaf, context: RuleContext): Finding {
  const { subject, score, evidence } = leaf;
  if (!hasFullMarks(leaf)) return { outcome: 'not-applicable', subject };
  const cited = citedIn(leaf, context);
  const own = cited.filter(({ provenance }) => provenance === 'own');
  if (own.length === 0) return { outcome: 'not-applicable', subject };
  const { from } = context.pipeline.period;
  // A document of unknown origin may be the agency's own.
  const perhapsOwn = cited.filter(({ provenance, carriedOut }) => provenance === 'unknown' && !carriedOut);
  if (own.some((one) => !isBefore(one, from)) || perhapsOwn.some((one) => !isBefore(one, from))) {
    return { outcome: 'pass', subject };
  }
  const message = messageOf(leaf, own, context);
  const quoted = [...own.map(({ span }) => span), score.span];
  const confidence = Math.min(confidenceIn(own), score.confidence);
  if (evidence.unread) return cannotJudge(subject, 'page-unread', message, quoted, confidence);
  const isDoubtful = leaf.doubtful || cited.some(({ doubtful }) => doubtful);
  if (isDoubtful) return cannotJudge(subject, 'doubtful-reading', message, quoted, confidence);
  return { outcome: 'fail', subject, message, evidence: quoted, confidence };
}

/** Documents by number in the criterion's text and rows; laws and Party texts are its legal basis. */
function citedIn({ text }: ClaimedLeaf, { facts }: RuleContext): readonly Citation[] {
  const areas = [...text.sections, ...text.rows];
  return facts.citations.filter(
    ({ kind, span, provenance }) =>
      kind !== 'named' &&
      provenance !== 'law' &&
      provenance !== 'party' &&
      areas.some((area) => area.start <= span.start && span.end <= area.end),
  );
}

/** A document without a date may be of the period. */
function isBefore(citation: Citation, from: string): boolean {
  const date = dateOf(citation);
  return date !== null && date < from;
}

function dateOf({ date, refersTo }: Citation): string | null {
  return date ?? refersTo?.date ?? null;
}

function messageOf(leaf: ClaimedLeaf, own: readonly Citation[], context: RuleContext) {
  const { from, to } = context.pipeline.period;
  const name = printCriterion(leaf.id, context);
  const listed = own.map((one) => `${fullOf(one) ?? one.text} (${printDate(dateOf(one) ?? from)})`);
  const documents = [...new Set(listed)].join('; ');
  const period = `${printDate(from)} – ${printDate(to)}`;
  return {
    vi: `${capitalised(name.vi)}: tự chấm điểm tối đa, nhưng các văn bản của đơn vị được dẫn đều ban hành trước kỳ đánh giá (${period}): ${documents}. Đề nghị bổ sung minh chứng trong kỳ.`,
    en: `${capitalised(name.en)}: full marks are claimed, but every document of the agency’s own is dated before the period (${period}): ${documents}. Evidence of the period is asked for.`,
  };
}
