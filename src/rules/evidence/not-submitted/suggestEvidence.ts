import type { Bilingual } from '../../../model/bilingual.js';
import type { Citation } from '../../../model/facts.js';
import type { RuleContext } from '../../../model/rule.js';
import { fullOf, numberKey } from '../../shared/citedDocuments.js';
import { compareTitles } from '../../shared/documentTitles.js';
import { type Match, matchAttachments, papersIn } from '../../shared/matchAttachments.js';

/** More than these would bury the finding. */
const mostHints = 3;

/**
 * What could be the evidence that is missing: papers handed in that no citation claims, and other documents that the
 * report cites, with the title of the missing one. Empty where nothing is alike.
 */
export function suggestEvidence({ document }: Match, context: RuleContext): Bilingual {
  const titles = document.mentions.flatMap(({ title }) => title ?? []);
  const isAlike = (title: string | null) =>
    titles.some((one) => compareTitles(one, title, context.pipeline.vocabulary.evidence.titles) === 'same');
  const hints = [...unclaimedPapers(context, isAlike), ...otherCitations(document.full, context, isAlike)];
  const named = [...new Set(hints)].slice(0, mostHints).join('; ');
  if (named === '') return { vi: '', en: '' };
  return { vi: ` Văn bản có thể liên quan: ${named}.`, en: ` It could be: ${named}.` };
}

function unclaimedPapers(context: RuleContext, isAlike: (title: string | null) => boolean): readonly string[] {
  const claimed = new Set(matchAttachments(context).flatMap(({ found }) => found?.paper ?? []));
  return papersIn(context.attachments)
    .filter(({ paper }) => !claimed.has(paper) && isAlike(paper.title))
    .map(({ file, paper }) => [paper.type, paper.number, file === null ? null : `(${file})`])
    .map((parts) => parts.filter((part) => part !== null).join(' '));
}

function otherCitations(
  full: string,
  { facts }: RuleContext,
  isAlike: (title: string | null) => boolean,
): readonly string[] {
  const isOther = (citation: Citation) => numberKey(fullOf(citation) ?? '') !== numberKey(full);
  return facts.citations
    .filter((citation) => citation.provenance === 'own' && isOther(citation) && isAlike(citation.title))
    .map((citation) => [citation.type, fullOf(citation)].filter((part) => part !== null).join(' '));
}
