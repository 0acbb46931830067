import { paragraphAt, type Span } from '../../../model/document-text.js';
import type { Citation, ReportFacts } from '../../../model/facts.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import type { SymbolsVocabulary } from '../../../model/vocabulary/symbols.js';
import { fold } from '../../../text/fold.js';
import { isNumberDoubtful, observed } from '../../shared/citationFindings.js';
import { citationSubject } from '../../shared/citedDocuments.js';
import { documentTypeOf, isOlderThanForm, parseSymbol } from '../../shared/symbolGrammar.js';

/** A decision of general effect of a People's Committee or Council is numbered without its year. */
export const rule: Rule = {
  id: 'citation/normative-without-year',
  severity: 'warning',
  title: {
    vi: 'Văn bản quy phạm của UBND, HĐND thiếu năm trong số',
    en: 'A normative decision is numbered without its year',
  },
  needsRubric: false,
  evaluate(context) {
    const { facts, pipeline } = context;
    return facts.citations.flatMap((citation): Finding[] => {
      if (!isDecisionOfCommittee(citation, context)) return [];
      const subject = citationSubject(citation);
      if (citation.year !== null || isOlderThanForm(citation, pipeline)) return [{ outcome: 'pass', subject }];
      const content = normativeContent(citation, facts, pipeline.vocabulary.symbols.normative);
      if (content === null) return [{ outcome: 'pass', subject }];
      return [normativeFinding(citation, content, context)];
    });
  },
};

function isDecisionOfCommittee(citation: Citation, { pipeline }: RuleContext): boolean {
  const { organs, types } = pipeline.vocabulary.symbols.normative;
  const symbol = citation.kind === 'numbered' ? parseSymbol(citation, pipeline) : null;
  if (symbol?.form !== 'state' || symbol.code === null || symbol.groups.length !== 2) return false;
  const codes = types.flatMap((name) => documentTypeOf(name, pipeline)?.codes ?? []);
  return codes.includes(symbol.code) && organs.map(fold).includes(fold(symbol.groups[1] ?? ''));
}

/** The words by which the text says that the decision is of general effect; null where it does not say so. */
function normativeContent(citation: Citation, facts: ReportFacts, words: SymbolsVocabulary['normative']): Span | null {
  const { before, after } = sentenceAround(citation, facts);
  const said = contentAfter(fold(facts.text.text.slice(after.start, after.end)), words);
  if (said !== null) return { start: after.start + said.start, end: after.start + said.end };
  const lead = fold(facts.text.text.slice(before.start, before.end));
  const leads = words.leads.map((word) => lead.lastIndexOf(fold(word)));
  const endsInLead = words.leadEndings.some((ending) => lead.trimEnd().endsWith(` ${fold(ending)}`));
  if (!endsInLead || leads.some((index) => index === -1) || isExcepted(fold(textAfter(after, facts)), words))
    return null;
  return { start: before.start + Math.min(...leads), end: before.end };
}

function contentAfter(text: string, words: SymbolsVocabulary['normative']): Span | null {
  const contents = words.contents.map(fold).map((phrase) => ({ start: text.indexOf(phrase), length: phrase.length }));
  const general = words.scopes.map(fold).map((scope) => {
    const end = text.indexOf(scope);
    const starts = words.instruments.map((one) => text.indexOf(fold(one))).filter((at) => at !== -1 && at < end);
    return { start: starts.length === 0 ? -1 : Math.min(...starts), length: end + scope.length - Math.min(...starts) };
  });
  const [first] = [...contents, ...general]
    .filter(({ start }) => start !== -1)
    .sort((left, right) => left.start - right.start);
  if (first === undefined || isExcepted(text.slice(0, first.start + first.length), words)) return null;
  return { start: first.start, end: first.start + first.length };
}

function isExcepted(text: string, words: SymbolsVocabulary['normative']): boolean {
  return words.exceptions.some((exception) => text.includes(fold(exception)));
}

/** Behind one or two capitals a full stop abbreviates (TP. Hải Phòng). */
const sentenceEndings = /(?<!(?:^|\s)\p{Lu}{1,2})\.(?=\s|$)|;(?=\s|$)/gu;

/** The sentence before and behind a citation, as far as the next cited document. */
function sentenceAround(citation: Citation, { text, citations }: ReportFacts): { before: Span; after: Span } {
  const { start, end } = citation.span;
  const paragraph = paragraphAt(text, start) ?? { start, end };
  const others = citations.filter(({ span }) => span !== citation.span).map(({ span }) => span);
  const next = Math.min(paragraph.end, ...others.filter((span) => span.start >= end).map((span) => span.start));
  const previous = Math.max(paragraph.start, ...others.filter((span) => span.end <= start).map((span) => span.end));
  const lead = text.text.slice(previous, start);
  const sentenceStart = Math.max(0, ...[...lead.matchAll(sentenceEndings)].map(({ index }) => index + 1));
  const [ending] = text.text.slice(end, next).matchAll(sentenceEndings);
  const sentenceEnd = ending?.index ?? next - end;
  return { before: { start: previous + sentenceStart, end: start }, after: { start: end, end: end + sentenceEnd } };
}

function textAfter({ start, end }: Span, { text }: ReportFacts): string {
  return text.text.slice(start, end);
}

function normativeFinding(citation: Citation, content: Span, context: RuleContext): Finding {
  const { facts } = context;
  const said = facts.text.text.slice(content.start, content.end).trim();
  const expected = citation.date === null ? 'năm' : citation.date.slice(0, 4);
  const finding = observed({
    subject: citationSubject(citation),
    mentions: [citation],
    doubtful: isNumberDoubtful(citation, context),
    message: {
      vi: `Báo cáo cho biết văn bản ${citation.full} có nội dung “${said}”. Văn bản quy phạm pháp luật của UBND, HĐND mang số có năm (dạng ${citation.number}/${expected}/${citation.symbol}); số ở đây không có năm. Đề nghị kiểm tra lại số, ký hiệu.`,
      en: `The report says that ${citation.full} is on “${said}”. Normative documents of People’s Committees and Councils bear the year in the number (as ${citation.number}/${expected}/${citation.symbol}); this one does not. Check number and symbol.`,
    },
  });
  return 'evidence' in finding ? { ...finding, evidence: [...finding.evidence, content] } : finding;
}
