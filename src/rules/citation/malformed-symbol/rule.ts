import type { Bilingual } from '../../../model/bilingual.js';
import type { Citation } from '../../../model/facts.js';
import { registryKey } from '../../../model/registry.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { isNumberDoubtful, observed } from '../../shared/citationFindings.js';
import { citationSubject } from '../../shared/citedDocuments.js';
import { faultOfSymbol, isOlderThanForm, parseSymbol, type SymbolFault } from '../../shared/symbolGrammar.js';

/** A symbol that neither Decree 30/2020 nor the Party's rules can build. */
export const rule: Rule = {
  id: 'citation/malformed-symbol',
  severity: 'info',
  title: { vi: 'Ký hiệu văn bản không đúng thể thức', en: 'The symbol is not well-formed' },
  needsRubric: false,
  evaluate(context) {
    const { facts, pipeline, registry } = context;
    return facts.citations.flatMap((citation): Finding[] => {
      const symbol = citation.kind === 'numbered' ? parseSymbol(citation, pipeline) : null;
      if (symbol === null || citation.full === null) return [];
      const subject = citationSubject(citation);
      if (isOlderThanForm(citation, pipeline)) return [{ outcome: 'not-applicable', subject }];
      const fault = faultOfSymbol(citation.type, symbol, pipeline);
      const isPublishedSo = registry.byFull.has(registryKey(citation.full));
      return fault === null || isPublishedSo
        ? [{ outcome: 'pass', subject }]
        : [malformedFinding(citation, fault, context)];
    });
  },
};

const explanations: Readonly<Record<SymbolFault, Bilingual>> = {
  'slash-for-hyphen': {
    vi: 'các nhóm chữ của ký hiệu phải nối bằng dấu gạch ngang, chỉ sau số (và năm) mới dùng dấu gạch chéo',
    en: 'the groups of a symbol are joined by hyphens; a slash stands behind the number (and year) only',
  },
  'dot-for-hyphen': {
    vi: 'chữ viết tắt tên loại và cơ quan ban hành phải nối bằng dấu gạch ngang, không phải dấu chấm',
    en: 'the type’s code and the issuing agency are joined by a hyphen, not by a dot',
  },
  'office-holder-alone': {
    vi: 'sau số chỉ có chức danh ban hành, thiếu chữ viết tắt tên loại văn bản',
    en: 'only the issuing office stands behind the number, the type’s code is missing',
  },
  'type-alone': {
    vi: 'sau số chỉ có chữ viết tắt tên loại, thiếu cơ quan ban hành',
    en: 'only the type’s code stands behind the number, the issuing agency is missing',
  },
  'party-form': {
    vi: 'văn bản của Đảng viết số-TÊN LOẠI/CƠ QUAN (như 50-CT/TW)',
    en: 'Party documents are numbered number-TYPE/ORGAN (as 50-CT/TW)',
  },
};

function malformedFinding(citation: Citation, fault: SymbolFault, context: RuleContext): Finding {
  const { vi, en } = explanations[fault];
  return observed({
    subject: citationSubject(citation),
    mentions: [citation],
    // A reader takes a hyphen for a dot.
    doubtful: isNumberDoubtful(citation, context) || (fault === 'dot-for-hyphen' && citation.confidence < 1),
    message: {
      vi: `Số, ký hiệu ${citation.full}: ${vi}. Đề nghị ghi lại theo đúng bản gốc.`,
      en: `Number and symbol ${citation.full}: ${en}. Write it as the original has it.`,
    },
  });
}
