import type { Citation } from '../../../model/facts.js';
import { type KnownDocument, registryKey } from '../../../model/registry.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { printDate } from '../../shared/calendar.js';
import { observed } from '../../shared/citationFindings.js';
import { citationSubject, yearOf } from '../../shared/citedDocuments.js';
import { fitOfType, isSameType, parseSymbol } from '../../shared/symbolGrammar.js';

/** Date or type of a known document differ from the published ones. */
export const rule: Rule = {
  id: 'citation/contradicts-registry',
  severity: 'warning',
  title: {
    vi: 'Ngày hoặc tên loại khác với nguồn tra cứu',
    en: 'Date or type differs from the reference',
  },
  needsRubric: false,
  evaluate(context) {
    return context.facts.citations.flatMap((citation): Finding[] => {
      const known = knownDocuments(citation, context);
      if (known.length === 0) return [];
      const subject = citationSubject(citation);
      const differences = known.map((document) => ({ document, ...differenceFrom(document, citation, context) }));
      if (differences.some(({ date, type }) => !date && !type)) return [{ outcome: 'pass', subject }];
      const closest = differences.find(({ date }) => !date) ?? differences[0];
      return closest === undefined ? [] : [differingFinding(citation, closest)];
    });
  },
};

/** Registered documents of the same number, symbol and year: the year inside the number, else that of the cited date. */
function knownDocuments(citation: Citation, { registry }: RuleContext): readonly KnownDocument[] {
  const year = yearOf(citation);
  if (citation.kind !== 'numbered' || citation.full === null || year === null) return [];
  const sameNumber = registry.byFull.get(registryKey(citation.full)) ?? [];
  return citation.year === null ? sameNumber.filter(({ date }) => date.startsWith(year)) : sameNumber;
}

/** A type that the symbol bears as well is not told apart by it: Party symbols use QĐ for two types. */
function differenceFrom(document: KnownDocument, citation: Citation, { pipeline }: RuleContext) {
  const symbol = parseSymbol(citation, pipeline);
  const sameType =
    citation.type === null ||
    isSameType(citation.type, document.type, pipeline) ||
    (symbol !== null && symbol.code !== null && fitOfType(citation.type, symbol, new Set(), pipeline) === 'fits');
  return { date: citation.date !== null && citation.date !== document.date, type: !sameType };
}

interface Difference {
  readonly document: KnownDocument;
  readonly date: boolean;
  readonly type: boolean;
}

function differingFinding(citation: Citation, { document, date, type }: Difference): Finding {
  const cited = citation.date === null ? '' : printDate(citation.date);
  const known = printDate(document.date);
  const vi = [
    ...(date ? [`ghi ngày ${cited}, nguồn tra cứu ghi ngày ${known}`] : []),
    ...(type ? [`gọi là ${citation.type}, nguồn tra cứu ghi là ${document.type}`] : []),
  ].join('; ');
  const en = [
    ...(date ? [`is dated ${cited} here, ${known} in the reference`] : []),
    ...(type ? [`is called ${citation.type} here, ${document.type} in the reference`] : []),
  ].join('; ');
  return observed({
    subject: citationSubject(citation),
    mentions: [citation],
    doubtful: citation.doubtful,
    message: {
      vi: `Văn bản ${citation.full} ${vi} (${document.title}; nguồn: ${document.source}). Đề nghị đối chiếu bản gốc.`,
      en: `${citation.full} ${en} (${document.title}; source: ${document.source}). Compare with the original.`,
    },
  });
}
