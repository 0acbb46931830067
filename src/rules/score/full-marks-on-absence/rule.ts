import type { Bilingual } from '../../../model/bilingual.js';
import { textOf } from '../../../model/document-text.js';
import type { Citation, ReportFacts } from '../../../model/facts.js';
import { type AbsenceTreatment, absenceTreatmentOf, criteriaOf } from '../../../model/pipeline.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { fold } from '../../../text/fold.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { type ClaimedLeaf, claimedLeaves, hasFullMarks } from '../../shared/claimedLeaves.js';
import { hasEvidence } from '../../shared/evidenceOf.js';
import { printDenial } from '../../shared/printDenial.js';
import { capitalised, printClaim, printCriterion } from '../../shared/printScore.js';

/** Full marks are claimed on a statement that nothing occurred, without evidence that anything was looked into. */
export const rule: Rule = {
  id: 'score/full-marks-on-absence',
  severity: 'warning',
  title: {
    vi: 'Chấm điểm tối đa trên cơ sở “không phát hiện, không phát sinh”',
    en: 'Full marks on a statement of absence',
  },
  needsRubric: false,
  evaluate(context) {
    return claimedLeaves(context).map((leaf) => judge(leaf, context));
  },
};

function judge(leaf: ClaimedLeaf, context: RuleContext): Finding {
  const { subject, score, evidence } = leaf;
  const [absence] = evidence.absences;
  if (!hasFullMarks(leaf) || absence === undefined) return { outcome: 'not-applicable', subject };
  if (hasEvidence(evidence)) return { outcome: 'pass', subject };
  const message = messageOf(leaf, context);
  const quoted = [absence.span, score.span];
  // `Kiểm tra 04 phòng; không phát hiện`: what was looked into may be counted there.
  if (evidence.maybe) return cannotJudge(subject, 'ambiguous', message, quoted, score.confidence);
  if (evidence.unread) return cannotJudge(subject, 'page-unread', message, quoted, score.confidence);
  if (evidence.doubtful || leaf.doubtful)
    return cannotJudge(subject, 'doubtful-reading', message, quoted, score.confidence);
  return { outcome: 'fail', subject, message, evidence: quoted, confidence: score.confidence };
}

const treatments: Readonly<Record<AbsenceTreatment, Bilingual>> = {
  zero: {
    vi: 'Hướng dẫn của năm cho 0 điểm khi không phát hiện.',
    en: 'The year’s guidance gives 0 where nothing is detected.',
  },
  'not-applicable': {
    vi: 'Hướng dẫn của năm trừ tiêu chí không phát sinh khỏi điểm tối đa.',
    en: 'The year’s guidance takes what cannot arise out of the maximum.',
  },
  'full-if-inspected': {
    vi: 'Hướng dẫn của năm cho điểm tối đa khi có kế hoạch và kết quả kiểm tra.',
    en: 'The year’s guidance gives full marks where inspections were planned and carried out.',
  },
  unknown: {
    vi: 'Cần đối chiếu cách chấm điểm trong hướng dẫn của năm.',
    en: 'How the year’s guidance scores this must be looked up.',
  },
};

function messageOf({ id, score, max, evidence, text }: ClaimedLeaf, context: RuleContext): Bilingual {
  const name = printCriterion(id, context);
  const claim = printClaim({ ...score, max });
  const [absence] = evidence.absences;
  const phrase = absence === undefined ? '' : printDenial(absence, context.facts);
  const parts = [
    {
      vi: `${capitalised(name.vi)}: tự chấm tối đa ${claim.vi} điểm trên cơ sở nêu “${phrase}”, không có minh chứng về kiểm tra, thanh tra hay kết quả cụ thể.`,
      en: `${capitalised(name.en)}: full marks (${claim.en}) are claimed on the statement “${phrase}”, with no evidence of inspection or of a result.`,
    },
    treatments[absenceTreatmentOf(context.pipeline, id)],
    inspectionsElsewhere(context),
    otherViolations(id, context),
    denied(text.sections, context.facts),
  ].filter((part) => part !== null);
  return { vi: parts.map(({ vi }) => vi).join(' '), en: parts.map(({ en }) => en).join(' ') };
}

/** Plans and results of inspections that the report cites for something else and that could be the evidence. */
function inspectionsElsewhere({ facts, pipeline }: RuleContext): Bilingual | null {
  const words = pipeline.vocabulary.scores.inspections.map(fold);
  const isInspection = ({ provenance, title, span }: Citation) => {
    if (provenance !== 'own') return false;
    const said = fold(title ?? facts.text.text.slice(span.end, span.end + 80));
    return words.some((word) => said.includes(word));
  };
  const cited = [...new Set(facts.citations.filter(isInspection).flatMap(({ full }) => full ?? []))].slice(0, 5);
  if (cited.length === 0) return null;
  const list = cited.join(', ');
  return {
    vi: `Văn bản nêu ở phần khác có thể là minh chứng: ${list}.`,
    en: `Documents cited elsewhere could be the evidence: ${list}.`,
  };
}

function otherViolations(id: string, { pipeline }: RuleContext): Bilingual | null {
  const words = pipeline.vocabulary.scores.otherViolations.map(fold);
  const name = fold(criteriaOf(pipeline).find((node) => node.id === id)?.name ?? '');
  if (!words.some((word) => name.includes(word))) return null;
  return {
    vi: 'Tiêu chí này hỏi về hành vi khác vi phạm pháp luật về PCTN (Luật PCTN, Điều 94), không phải hành vi tham nhũng: câu trả lời về tham nhũng chưa trả lời nội dung được hỏi.',
    en: 'The criterion asks for other violations of the anti-corruption law (Article 94): an answer about corruption does not answer it.',
  };
}

/** Cases that another section reports. */
function denied(
  own: readonly { readonly start: number; readonly end: number }[],
  facts: ReportFacts,
): Bilingual | null {
  const elsewhere = facts.cases.find(
    ({ span }) => !own.some((area) => area.start <= span.start && span.end <= area.end),
  );
  if (elsewhere === undefined) return null;
  const said = textOf(facts.text, elsewhere.span).replace(/\s+/g, ' ').trim();
  return {
    vi: `Phần khác của báo cáo lại nêu: “${said}”.`,
    en: `Another section of the report says: “${said}”.`,
  };
}
