import { paragraphAt, type Span } from '../../model/document-text.js';
import type { AbsenceStatement, Citation, CountedResult, ReportFacts } from '../../model/facts.js';
import { ancestorsOf } from '../../model/pipeline.js';
import type { RuleContext } from '../../model/rule.js';
import { leafSectionAt } from '../../model/sectionsAt.js';
import { unreadWithin } from './unreadWithin.js';

/** Where a report speaks of a criterion. */
export interface CriterionText {
  /** Its sections, sub-sections included, else the paragraphs of a sub-heading whose points are claimed, or that open with its name. */
  readonly sections: readonly Span[];
  /** Its rows in tables of points. */
  readonly rows: readonly Span[];
}

/** What a criterion's own text offers. */
export interface EvidenceOf {
  /** Documents and counted results that are evidence, as far as that is certain. */
  readonly documents: readonly Citation[];
  readonly counts: readonly CountedResult[];
  /** What stands there may be evidence: numbers that may be counted results, a pointer to evidence kept elsewhere. */
  readonly maybe: boolean;
  readonly absences: readonly AbsenceStatement[];
  /** A document stands there that may be evidence and was read with doubt. */
  readonly doubtful: boolean;
  /** Part of the text could not be read: nothing may be said to be missing. */
  readonly unread: boolean;
}

/** The text of a criterion: sections and table rows of its own and of its descendants. */
export function textOfCriterion(id: string, facts: ReportFacts): CriterionText {
  const isOwn = (criterion: string | null) => criterion === id || criterion?.startsWith(`${id}.`) === true;
  const sections = facts.sections
    .filter(({ criterion, appendix }) => isOwn(criterion) && !appendix)
    .map(({ span }) => span);
  const own = facts.scores.filter(({ criterion }) => isOwn(criterion));
  const rows = own
    .filter(({ source }) => source === 'table')
    .map(({ span }) => paragraphAt(facts.text, span.start) ?? span);
  const bullets =
    sections.length > 0
      ? []
      : own
          .filter(({ source }) => source === 'sentence')
          .flatMap(({ span, paragraph }) => (paragraph === null ? bulletText(span, id, facts) : [paragraph]));
  return { sections: outermost([...sections, ...bullets]), rows };
}

/** The paragraphs above a claim that stands in the section of an ancestor: from the claim before it, else the heading, on. */
function bulletText(claim: Span, id: string, facts: ReportFacts): Span[] {
  const section = leafSectionAt(facts.sections, claim.start);
  if (section?.criterion == null || !ancestorsOf(id).includes(section.criterion)) return [];
  const before = facts.scores.filter(({ span }) => span.end <= claim.start).map(({ span }) => span.end);
  const start = Math.max(section.heading.end, ...before);
  return [{ start, end: paragraphAt(facts.text, claim.start)?.end ?? claim.end }];
}

function outermost(spans: readonly Span[]): readonly Span[] {
  const holds = (outer: Span, inner: Span) => outer !== inner && outer.start <= inner.start && inner.end <= outer.end;
  return spans.filter((span) => !spans.some((other) => holds(other, span)));
}

/**
 * The evidence in a criterion's text, by the catalogue's closed list: documents of the agency's own, administrative documents
 * dated inside the assessment period, and counted results. Laws, Party texts and a superior's plans are legal basis.
 */
export function evidenceOf({ sections, rows }: CriterionText, { facts, pipeline }: RuleContext): EvidenceOf {
  const areas = [...sections, ...rows];
  const within = (span: Span) => areas.some((area) => area.start <= span.start && span.end <= area.end);
  const { from, to } = pipeline.period;
  const plans = new Set(pipeline.vocabulary.scores.planTypes);
  const isEvidence = ({ provenance, date, carriedOut, type }: Citation) => {
    if (provenance === 'own') return true;
    if (provenance === 'law' || provenance === 'party' || carriedOut) return false;
    if (provenance === 'other' && type !== null && plans.has(type)) return false;
    return date !== null && from <= date && date <= to;
  };
  const documents = facts.citations.filter((citation) => within(citation.span) && isEvidence(citation));
  return {
    // A digit of an own document's number may be misread; that one is cited is not in doubt.
    documents: documents.filter(({ doubtful, provenance }) => !doubtful || provenance === 'own'),
    counts: facts.counts.filter(({ span, value }) => value > 0 && within(span)),
    maybe: [...facts.unlistedCounts, ...facts.pointers].some(within),
    absences: facts.absences.filter(({ span }) => within(span)),
    doubtful: facts.citations.some(
      ({ span, doubtful, provenance }) => doubtful && within(span) && provenance !== 'law' && provenance !== 'party',
    ),
    unread: areas.some((area) => unreadWithin(facts, area)),
  };
}

export function hasEvidence({ documents, counts }: EvidenceOf): boolean {
  return documents.length > 0 || counts.length > 0;
}
