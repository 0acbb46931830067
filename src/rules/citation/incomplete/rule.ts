import { pageOf, paragraphAt, textOf } from '../../../model/document-text.js';
import type { Citation, ReportFacts } from '../../../model/facts.js';
import type { Finding, Rule } from '../../../model/rule.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { observed } from '../../shared/citationFindings.js';
import { citationSubject, mentionsByNumber } from '../../shared/citedDocuments.js';

/** A numbered document is cited for the first time without any date. */
export const rule: Rule = {
  id: 'citation/incomplete',
  severity: 'info',
  title: { vi: 'Viện dẫn văn bản lần đầu không ghi ngày', en: 'A document is first cited without its date' },
  needsRubric: false,
  evaluate({ facts, pipeline }) {
    const laws = new Set(pipeline.vocabulary.symbols.legislature.types);
    return [...mentionsByNumber(facts).values()].flatMap((mentions): Finding[] => {
      const first = firstInText(mentions, facts);
      if (first === undefined) return [];
      const subject = citationSubject(first);
      if (first.type !== null && laws.has(first.type)) return [{ outcome: 'not-applicable', subject }];
      if (first.dateStatus !== 'none') return [{ outcome: 'pass', subject }];
      return [goesOnUnread(first, facts) ? unreadFinding(first) : undatedFinding(first)];
    });
  },
};

/** A heading names a document in short; the text under it cites it. */
function firstInText(mentions: readonly Citation[], { sections }: ReportFacts): Citation | undefined {
  const numbered = mentions.filter(({ kind }) => kind === 'numbered');
  const inHeading = ({ span }: Citation) =>
    sections.some(({ heading }) => heading.start <= span.start && span.end <= heading.end);
  return numbered.find((citation) => !inHeading(citation)) ?? numbered[0];
}

function undatedFinding(citation: Citation): Finding {
  return observed({
    subject: citationSubject(citation),
    mentions: [citation],
    doubtful: citation.doubtful,
    message: {
      vi: `“${citation.text}” được viện dẫn lần đầu mà không ghi ngày ban hành. Đề nghị ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu.`,
      en: `“${citation.text}” is cited for the first time without its date. Type, number, symbol, date, issuer and summary are due.`,
    },
  });
}

/** The date may stand at the top of the next page, and that page could not be read. */
function goesOnUnread({ span }: Citation, { text, pages }: ReportFacts): boolean {
  const next = pages.find(({ number }) => number === pageOf(text, span) + 1);
  const paragraph = paragraphAt(text, span.start);
  return (
    next?.readable === false && paragraph !== undefined && textOf(text, { ...paragraph, start: span.end }).trim() === ''
  );
}

function unreadFinding(citation: Citation): Finding {
  const seen = {
    vi: `“${citation.text}” đứng cuối trang và trang sau không đọc được: chưa biết có ghi ngày hay không.`,
    en: `“${citation.text}” ends a page and the next one could not be read: whether it is dated is not known.`,
  };
  return cannotJudge(citationSubject(citation), 'page-unread', seen, [citation.span], citation.confidence);
}
