import { confidenceOf } from '../../../model/document-text.js';
import type { Section, YearMention } from '../../../model/facts.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { leafSectionAt } from '../../../model/sectionsAt.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { groupBy } from '../../shared/citedDocuments.js';
import { unreadWithin } from '../../shared/unreadWithin.js';

/** A result of another year stands where the text means the year reported. */
export const rule: Rule = {
  id: 'structure/year-mismatch',
  severity: 'warning',
  title: {
    vi: 'Kết quả của năm khác được nêu như kết quả của năm báo cáo',
    en: 'A result of another year stands for the year reported',
  },
  needsRubric: false,
  evaluate(context) {
    const { facts } = context;
    const reported = reportedYear(context);
    const said = groupBy(facts.years, ({ span }) => leafSectionAt(facts.sections, span.start));
    return facts.sections.flatMap((section): Finding[] => {
      const years = said.get(section) ?? [];
      if (years.length === 0) return [];
      const subject = `section:${section.path}` as const;
      const foreign = years.filter(({ role, year }) => role === 'result' && year !== reported);
      const [telling] = foreign.filter(
        (mention) => mention.saysReportedYear && !isNamedBeside(mention, years, reported),
      );
      if (telling !== undefined) return [findingOf(telling, 'said', section, context)];
      const [only] = foreign;
      if (only !== undefined && isOnlyResult(foreign, years, section, context)) {
        return [findingOf(only, 'only', section, context)];
      }
      return [{ outcome: 'pass', subject }];
    });
  },
};

function reportedYear({ facts, pipeline }: RuleContext): number {
  return facts.identity.year ?? pipeline.year;
}

/** A sentence that names the year reported too sets the two side by side. */
function isNamedBeside(mention: YearMention, years: readonly YearMention[], reported: number): boolean {
  return years.some(({ year, sentence }) => year === reported && sentence.start === mention.sentence.start);
}

/**
 * Under the heading of a criterion there is no other result: no other year, no count or document of the year reported.
 */
function isOnlyResult(
  foreign: readonly YearMention[],
  years: readonly YearMention[],
  section: Section,
  context: RuleContext,
): boolean {
  const { facts } = context;
  const reported = reportedYear(context);
  const isOwn = ({ span }: { readonly span: YearMention['span'] }) =>
    leafSectionAt(facts.sections, span.start) === section;
  const isTold = ({ span }: { readonly span: YearMention['span'] }) =>
    foreign.some(({ sentence }) => sentence.start <= span.start && span.end <= sentence.end);
  if (section.criterion === null && !facts.scores.some((score) => score.section === section.path)) return false;
  if (years.some(({ year, role }) => year === reported || (role !== 'result' && role !== 'legal'))) return false;
  if (new Set(foreign.map(({ year }) => year)).size !== 1) return false;
  const others = [...facts.counts, ...facts.absences, ...facts.cases].filter((one) => isOwn(one) && !isTold(one));
  const documents = facts.citations.filter(
    (citation) => isOwn(citation) && citation.provenance !== 'law' && citation.provenance !== 'party',
  );
  return others.length === 0 && documents.every(({ date }) => date !== null && Number(date.slice(0, 4)) !== reported);
}

function findingOf(mention: YearMention, why: 'said' | 'only', section: Section, context: RuleContext): Finding {
  const { facts, pipeline } = context;
  const reported = reportedYear(context);
  const confidence = confidenceOf(facts.text, mention.span);
  const reason =
    why === 'said'
      ? { vi: 'câu này nói về năm báo cáo', en: 'the sentence speaks of the year reported' }
      : { vi: 'đây là kết quả duy nhất dưới đề mục này', en: 'it is the only result under this heading' };
  const message = {
    vi: `Mục ${section.path} nêu kết quả của năm ${mention.year}, trong khi báo cáo là của năm ${reported} và ${reason.vi} (${mention.year} ≠ ${reported}). Đề nghị đơn vị xác nhận số liệu thuộc năm nào.`,
    en: `Section ${section.path} gives a result of ${mention.year} while the report is on ${reported} and ${reason.en} (${mention.year} ≠ ${reported}). Ask which year it belongs to.`,
  };
  const subject = `section:${section.path}` as const;
  const quoted = [mention.sentence];
  if (why === 'only' && unreadWithin(facts, section.span)) {
    return cannotJudge(subject, 'page-unread', message, quoted, confidence);
  }
  if (confidence < pipeline.thresholds.doubtfulConfidence) {
    return cannotJudge(subject, 'doubtful-reading', message, quoted, confidence);
  }
  return { outcome: 'fail', subject, message, evidence: quoted, confidence };
}
