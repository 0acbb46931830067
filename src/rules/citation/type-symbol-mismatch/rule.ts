import { dearestMisreading, misreadingCost } from '../../../extraction/citations/misreadingCost.js';
import type { Citation } from '../../../model/facts.js';
import type { Pipeline } from '../../../model/pipeline.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { isNumberDoubtful, observed } from '../../shared/citationFindings.js';
import { citationSubject } from '../../shared/citedDocuments.js';
import {
  faultOfSymbol,
  fitOfType,
  isOlderThanForm,
  organsShownBy,
  type ParsedSymbol,
  parseSymbol,
} from '../../shared/symbolGrammar.js';

/** The type word and the type that the symbol bears disagree. */
export const rule: Rule = {
  id: 'citation/type-symbol-mismatch',
  severity: 'warning',
  title: {
    vi: 'Tên loại văn bản không khớp với ký hiệu',
    en: 'The type word and the symbol disagree',
  },
  needsRubric: false,
  evaluate(context) {
    const { facts, pipeline } = context;
    const shown = organsShownBy(facts, pipeline);
    return facts.citations.flatMap((citation): Finding[] => {
      const symbol = citation.kind === 'numbered' ? parseSymbol(citation, pipeline) : null;
      if (symbol === null || citation.type === null) return [];
      const subject = citationSubject(citation);
      const fit =
        isOlderThanForm(citation, pipeline) || isOfNoForm(citation, symbol, pipeline)
          ? 'unknown'
          : fitOfType(citation.type, symbol, shown, pipeline);
      if (fit === 'differs') return [mismatchFinding(citation, symbol, context)];
      return [{ outcome: fit === 'fits' ? 'pass' : 'not-applicable', subject }];
    });
  },
};

/** `774/STP/NV` bears no type, and is no letter's symbol either: that it is malformed is all there is to say. */
function isOfNoForm({ type }: Citation, symbol: ParsedSymbol, pipeline: Pipeline): boolean {
  return symbol.code === null && faultOfSymbol(type, symbol, pipeline) !== null;
}

function mismatchFinding(citation: Citation, { code }: ParsedSymbol, context: RuleContext): Finding {
  const borne =
    code === null
      ? {
          vi: 'có dạng của một công văn (không có chữ viết tắt tên loại)',
          en: 'has the form of a letter (no type code)',
        }
      : { vi: `mang chữ “${code}” của loại văn bản khác`, en: `bears “${code}”, another type’s code` };
  return observed({
    subject: citationSubject(citation),
    mentions: [citation],
    doubtful: isNumberDoubtful(citation, context) || mayBeMisread(citation, context),
    message: {
      vi: `Báo cáo gọi văn bản là “${citation.type}”, nhưng ký hiệu ${citation.symbol} ${borne.vi}. Đề nghị kiểm tra lại tên loại hoặc số, ký hiệu.`,
      en: `The report calls it “${citation.type}”, but the symbol ${citation.symbol} ${borne.en}. Check the type or the number.`,
    },
  });
}

/** In a scan `BG-UBND` called a Báo cáo is as likely a misread `BC-UBND` as a letter of an office called BG. */
function mayBeMisread({ type, symbol, confidence }: Citation, { pipeline }: RuleContext): boolean {
  if (confidence === 1) return false;
  const { citations } = pipeline.vocabulary;
  const [first = ''] = symbol?.split(/[-/]/) ?? [];
  const codes = citations.types.find(({ name }) => name === type)?.codes ?? [];
  return codes.some((code) => misreadingCost(first, code, citations.confusions) <= dearestMisreading);
}
