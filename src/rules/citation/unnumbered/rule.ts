import { textOf } from '../../../model/document-text.js';
import type { ReportFacts, Section, UnnumberedReference } from '../../../model/facts.js';
import type { Finding, Rule, Subject } from '../../../model/rule.js';
import { groupBy } from '../../shared/citedDocuments.js';

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
    const bySubject = groupBy(facts.unnumbered, ({ span }) => subjectAt(span.start, facts));
    const citing = new Set(facts.citations.map(({ span }) => subjectAt(span.start, facts)));
    return [
      ...[...bySubject].map(([subject, references]) => unnumberedFinding(subject as Subject, references, facts)),
      ...[...citing]
        .filter((subject) => !bySubject.has(subject))
        .map((subject): Finding => ({ outcome: 'pass', subject })),
    ];
  },
};

/** The innermost section; the document where a text has none. */
function subjectAt(offset: number, { sections }: ReportFacts): Subject {
  const around = sections.filter(({ span }) => span.start <= offset && offset < span.end);
  const inner = around.reduce<Section | null>(
    (best, one) => (best === null || one.level >= best.level ? one : best),
    null,
  );
  return inner === null ? 'document' : `section:${inner.path}`;
}

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
