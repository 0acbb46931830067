import type { Citation } from '../../model/facts.js';
import type { RuleContext } from '../../model/rule.js';
import { documentKeys, fullOf, groupBy } from './citedDocuments.js';
import { evidenceOf, textOfCriterion } from './evidenceOf.js';

/** A numbered document of the agency's own that a criterion's text cites as evidence, with its mentions there. */
export interface OwnDocument {
  readonly full: string;
  readonly mentions: readonly [Citation, ...Citation[]];
}

/** In the order of the report; number, symbol and year are one document. */
export function ownEvidence(context: RuleContext): readonly OwnDocument[] {
  const cited = context.pipeline.rubric.criteria.flatMap(
    ({ id }) => evidenceOf(textOfCriterion(id, context.facts), context).documents,
  );
  const own = new Set(cited.filter(({ provenance }) => provenance === 'own'));
  const inOrder = context.facts.citations.filter((citation) => own.has(citation) && fullOf(citation) !== null);
  return [...groupBy(inOrder, documentKeys(context.facts.citations)).values()].flatMap(([first, ...others]) => {
    const full = first === undefined ? null : fullOf(first);
    return first === undefined || full === null ? [] : [{ full, mentions: [first, ...others] }];
  });
}
