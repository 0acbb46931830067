import type { Criterion } from '../../model/pipeline.js';
import type { RuleContext } from '../../model/rule.js';
import type { Claims } from './claims.js';

/**
 * The topmost nodes of the rubric that have points and are not claimed: neither they, nor an ancestor, nor a descendant has
 * a score. With B.1 claimed and B.2 not: B.2, never B; with A claimed: never A.1.
 */
export function unclaimedNodes(
  { pipeline }: Pick<RuleContext, 'pipeline'>,
  { byCriterion }: Claims,
): readonly string[] {
  const claimsBelow = (node: Criterion): boolean =>
    node.children.some((child) => byCriterion.has(child.id) || claimsBelow(child));
  const walk = (node: Criterion): readonly string[] => {
    if (byCriterion.has(node.id)) return [];
    if (claimsBelow(node)) return node.children.flatMap(walk);
    return node.max === null || node.max === 0 ? [] : [node.id];
  };
  return pipeline.rubric.criteria.flatMap(walk);
}
