import { textOf } from '../../../model/document-text.js';
import type { ReportFacts, UnnumberedReference } from '../../../model/facts.js';
import type { Finding, Rule, Subject } from '../../../model/rule.js';
import { groupBy } from '../../shared/citedDocuments.js';
import { sectionSubject } from '../../shared/sectionSubject.js';

/** A plan, decision or report is relied on with neither number nor date. */
export const rule: Rule = {
  id: 'citation/unnumbered',
  severity: 'info',
  title: {
    vi: 'Dựa vào văn bản mà không ghi số, ngày',
    en: 'A document is relied on with neither number nor date',
  },
  needsRubric: false,
  evaluate({ facts }) {
    const bySubject = groupBy(facts.unnumbered, ({ span }) => sectionSubject(facts.sections, span.start));
    const citing = new Set(facts.citations.map(({ span }) => sectionSubject(facts.sections, span.start)));
    return [
      ...[...bySubject].map(([subject, references]) => unnumberedFinding(subject, references, facts)),
      ...[...citing]
        .filter((subject) => !bySubject.has(subject))
        .map((subject): Finding => ({ outcome: 'pass', subject })),
    ];
  },
};

function unnumberedFinding(
  subject: Subject,
  references: readonly UnnumberedReference[],
  { text }: ReportFacts,
): Finding {
  const quoted = references.map(({ span }) => `“${textOf(text, span)}”`).join(', ');
  return {
    outcome: 'fail',
    subject,
    evidence: references.map(({ span }) => span),
    confidence: 1,
    message: {
      vi: `Báo cáo dựa vào ${quoted} nhưng không ghi số và ngày, nên chưa kiểm chứng được. Đề nghị bổ sung số, ký hiệu, ngày ban hành.`,
      en: `The report relies on ${quoted} without number or date, so it cannot be verified. Number, symbol and date are due.`,
    },
  };
}
