import type { RuleContext } from '../../model/rule.js';

/**
 * Whether another file of the submission claims the criterion, a part of it or its whole: a report handed in as two files has
 * its table of points in the second. A file that claims points and was not read whole may claim any.
 */
export function isClaimedElsewhere(id: string, { attachments }: Pick<RuleContext, 'attachments'>): boolean {
  const isPartOf = (part: string, whole: string) => part === whole || part.startsWith(`${whole}.`);
  return attachments.some(
    ({ claims, complete }) =>
      claims.some((claimed) => isPartOf(claimed, id) || isPartOf(id, claimed)) || (!complete && claims.length > 0),
  );
}
