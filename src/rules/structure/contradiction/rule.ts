import { confidenceOf, type Span, textOf } from '../../../model/document-text.js';
import type { AbsenceStatement, ReportedCase, ReportFacts, Section } from '../../../model/facts.js';
import type { Finding, Rule, RuleContext } from '../../../model/rule.js';
import { leafSectionAt } from '../../../model/sectionsAt.js';
import { fold } from '../../../text/fold.js';
import { cannotJudge } from '../../shared/cannotJudge.js';
import { groupBy } from '../../shared/citedDocuments.js';
import { denies } from '../../shared/denialScope.js';
import { printDenial } from '../../shared/printDenial.js';

/** A leaf section says that nothing was found and also reports a case of the same kind. */
export const rule: Rule = {
  id: 'structure/contradiction',
  severity: 'error',
  title: {
    vi: 'Một mục vừa nói không phát hiện, vừa nêu vụ việc cùng loại',
    en: 'A section denies what it also reports',
  },
  needsRubric: false,
  evaluate(context) {
    const { facts } = context;
    const sectionOf = ({ span }: AbsenceStatement | ReportedCase) => leafSectionAt(facts.sections, span.start);
    const [denied, reported] = [groupBy(facts.absences, sectionOf), groupBy(facts.cases, sectionOf)];
    return facts.sections.flatMap((section): Finding[] => {
      const absences = denied.get(section) ?? [];
      const cases = reported.get(section) ?? [];
      const subject = `section:${section.path}` as const;
      if (absences.length === 0 || cases.length === 0) return [{ outcome: 'not-applicable', subject }];
      const pair = absences
        .flatMap((absence) => cases.map((told) => ({ absence, told })))
        .find(({ absence, told }) => contradict(absence, told, section, context));
      return [pair === undefined ? { outcome: 'pass', subject } : findingOf(pair.absence, pair.told, section, context)];
    });
  },
};

/** Answered petitions are no cases; other violations differ by what they violate. */
function contradict(absence: AbsenceStatement, told: ReportedCase, section: Section, context: RuleContext): boolean {
  const { facts, pipeline } = context;
  if (absence.matter === null || absence.matter === 'petition' || absence.matter !== told.matter) return false;
  if (absence.matter === 'violation' && !isOfAllViolations(absence, section, context)) return false;
  if (ownTextAt(absence.span, facts) !== ownTextAt(told.span, facts)) return false;
  return areOfOneYear(absence, told, context) && denies(absence, told.span, facts, pipeline.vocabulary.evidence);
}

/** The paragraph that is a criterion's whole text, as if it stood under a heading of its own. */
function ownTextAt({ start }: Span, { scores }: ReportFacts): Span | null {
  const own = scores.find(({ paragraph }) => paragraph !== null && paragraph.start <= start && start < paragraph.end);
  return own?.paragraph ?? null;
}

/** `không phát hiện vi phạm` under no sub-heading; `vi phạm về kê khai` says nothing of other violations. */
function isOfAllViolations(
  { span, phrase }: AbsenceStatement,
  section: Section,
  { facts, pipeline }: RuleContext,
): boolean {
  if (facts.subHeadings.some((heading) => heading.section === section.path)) return false;
  const { generalTopics, matters } = pipeline.vocabulary.evidence;
  const general = new Set([...generalTopics, ...(matters.violation ?? [])].flatMap((words) => fold(words).split(' ')));
  const denied = fold(textOf(facts.text, { start: phrase.end, end: span.end })).split(/[,;.]/)[0] ?? '';
  return (denied.match(/[a-z]+/g) ?? []).every((word) => general.has(word));
}

function areOfOneYear(absence: AbsenceStatement, told: ReportedCase, { facts, pipeline }: RuleContext): boolean {
  const reported = facts.identity.year ?? pipeline.year;
  const [denied, happened] = [yearsIn(facts, absence), yearsIn(facts, told)];
  const years = denied.length === 0 ? [reported] : denied;
  return happened.length === 0 ? years.includes(reported) : happened.some((year) => years.includes(year));
}

function yearsIn({ years }: ReportFacts, { span }: { readonly span: AbsenceStatement['span'] }): readonly number[] {
  return years
    .filter((one) => one.role !== 'legal' && one.role !== 'index')
    .filter((one) => one.span.start >= span.start && one.span.end <= span.end)
    .map(({ year }) => year);
}

function findingOf(
  absence: AbsenceStatement,
  told: ReportedCase,
  section: Section,
  { facts, pipeline }: RuleContext,
): Finding {
  const confidence = Math.min(confidenceOf(facts.text, absence.phrase), confidenceOf(facts.text, told.span));
  const denial = printDenial(absence, facts);
  const subject = `section:${section.path}` as const;
  const message = {
    vi: `Mục ${section.path} vừa ghi “${denial}”, vừa nêu ${told.count} vụ việc, trường hợp cùng loại. Đề nghị đơn vị làm rõ kết quả nào là đúng.`,
    en: `Section ${section.path} says “${denial}” and also reports ${told.count} case(s) of the same kind. Ask which is right.`,
  };
  const quoted = [absence.span, told.span];
  if (confidenceOf(facts.text, absence.phrase) < pipeline.thresholds.doubtfulConfidence) {
    return cannotJudge(subject, 'doubtful-reading', message, quoted, confidence);
  }
  return { outcome: 'fail', subject, message, evidence: quoted, confidence };
}
