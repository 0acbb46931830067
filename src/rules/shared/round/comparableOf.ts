import { confidenceOf } from '../../../model/document-text.js';
import type { Citation } from '../../../model/facts.js';
import { ancestorsOf, criteriaOf } from '../../../model/pipeline.js';
import type { Comparable, ComparableCriterion, ComparableDocument } from '../../../model/round.js';
import type { RuleContext } from '../../../model/rule.js';
import { fold } from '../../../text/fold.js';
import { fullOf, groupBy, numberKey } from '../citedDocuments.js';
import { claimedLeaves } from '../claimedLeaves.js';
import { claimsOf, maximumOf, statedBy } from '../claims.js';
import { type CriterionText, evidenceOf, textOfCriterion } from '../evidenceOf.js';
import { isSharedSymbol } from '../symbolGrammar.js';
import { QuotationList } from './quotationList.js';
import { substanceOf } from './substanceOf.js';

/** What a round needs to know of a report: small, and without the text that only its own rules read. */
export function comparableOf(context: RuleContext): Comparable {
  const { facts } = context;
  const { agency, abbreviation, place, number, date, year, numberSpan } = facts.identity;
  const quotations = new QuotationList(facts.text);
  const criteria = [...claimedCriteria(context, quotations), ...unclaimedCriteria(context, quotations)];
  const documents = documentsOf(context, quotations);
  const total = statedBy(claimsOf(context).totals)?.claimed ?? null;
  const head = quotations.placeOf(numberSpan ?? facts.text.paragraphs[0] ?? { start: 0, end: 0 });
  const identity = { agency, abbreviation, place, number, date, year };
  return { identity, total, head, criteria, documents, quotations: quotations.quotations };
}

function claimedCriteria(context: RuleContext, quotations: QuotationList): readonly ComparableCriterion[] {
  return claimedLeaves(context).map(({ id, score, max, text, evidence }) => ({
    ...criterionOf(id, text, context, quotations),
    claimed: score.claimed,
    max,
    quotation: quotations.placeOf(score.span),
    doubtful: score.doubtful || evidence.doubtful || evidence.unread,
    confidence: score.confidence,
  }));
}

/** Criteria that have text but no points of their own, their parts' or their whole's. */
function unclaimedCriteria(context: RuleContext, quotations: QuotationList): readonly ComparableCriterion[] {
  const { byCriterion } = claimsOf(context);
  const claimed = [...byCriterion.keys()];
  const ids = groupBy(
    context.facts.sections.filter(({ criterion, appendix }) => criterion !== null && !appendix),
    ({ criterion }) => criterion ?? '',
  );
  const isApart = (id: string, others: Iterable<string>) =>
    [...others].every(
      (other) => other === id || (!ancestorsOf(id).includes(other) && !ancestorsOf(other).includes(id)),
    );
  const leaves = [...ids.keys()].filter((id) => ![...ids.keys()].some((other) => ancestorsOf(other).includes(id)));
  return leaves.flatMap((id): ComparableCriterion[] => {
    const heading = ids.get(id)?.[0]?.heading;
    if (heading === undefined || byCriterion.has(id) || !isApart(id, claimed)) return [];
    const text = textOfCriterion(id, context.facts);
    return [
      {
        ...criterionOf(id, text, context, quotations),
        claimed: null,
        max: maximumOf(id, [], context),
        quotation: quotations.placeOf(heading),
        doubtful: false,
        confidence: 1,
      },
    ];
  });
}

function criterionOf(id: string, text: CriterionText, context: RuleContext, quotations: QuotationList) {
  const { facts, pipeline } = context;
  const { documents, counts } = evidenceOf(text, context);
  const different = new Set(documents.map((citation) => numberKey(fullOf(citation) ?? citation.text)));
  return {
    id,
    name: criteriaOf(pipeline).find((node) => node.id === id)?.name ?? '',
    evidence: different.size + counts.length,
    passages: substanceOf(text.sections, context).map(({ span, words }) => ({
      words,
      quotation: quotations.placeOf(span),
      confidence: confidenceOf(facts.text, span),
    })),
  };
}

/** One mention of each document and date, one read with certainty where there is one. */
function documentsOf({ facts, pipeline }: RuleContext, quotations: QuotationList): readonly ComparableDocument[] {
  const plans = new Set(pipeline.vocabulary.scores.planTypes);
  const numbered = facts.citations.filter(
    ({ kind, date, full }) => kind === 'numbered' && date !== null && full !== null,
  );
  const mentions = groupBy(numbered, ({ full, date }) => `${numberKey(full ?? '')} ${date}`);
  return [...mentions].flatMap(([, same]): ComparableDocument[] => {
    const citation = same.find(({ doubtful }) => !doubtful) ?? same[0];
    if (citation?.full == null || citation.date === null) return [];
    const { full, date, type, provenance, doubtful, confidence, span } = citation;
    const symbol = citation.symbol ?? '';
    return [
      {
        full,
        key: numberKey(full),
        date,
        type,
        symbol: fold(symbol).replace(/\s/g, ''),
        issuer: fold(firstTold(same, ({ issuer }) => issuer)).trim(),
        title: fold(firstTold(same, ({ title }) => title)),
        own: provenance === 'own',
        shared: isSharedSymbol(symbol, pipeline),
        plan: type !== null && plans.has(type),
        doubtful,
        confidence,
        quotation: quotations.placeOf(span),
      },
    ];
  });
}

function firstTold(mentions: readonly Citation[], told: (citation: Citation) => string | null): string {
  return mentions.map(told).find((one) => one !== null) ?? '';
}
