import type { Pipeline } from '../model/pipeline.js';
import type { OutlineNode } from './outline.js';
import { titleSimilarityOf } from './titleSimilarity.js';

/** Likeness from which a heading's wording names a required part. */
const named = 0.62;
/** Below the top, only a heading that says hardly anything else is the part. */
const namedBelow = 0.85;

/**
 * The required part that each top-level heading is, by its wording and whatever its number; the assessment by criterion
 * is told by the criteria under it too. A part found at no top-level heading may stand one level lower.
 */
export function matchParts(
  nodes: readonly OutlineNode[],
  criteria: ReadonlyMap<OutlineNode, string>,
  pipeline: Pipeline,
): ReadonlyMap<OutlineNode, string> {
  const similarity = titleSimilarityOf(pipeline);
  const assessment = pipeline.requiredParts[1]?.id;
  const scored = nodes.flatMap((node) => {
    if (criteria.has(node) || isBelowCriterion(node, criteria)) return [];
    const top = node.parent === null;
    const held = top ? nodes.filter((other) => criteria.has(other) && isBelow(other, node)).length : 0;
    return [...similarity.parts(node.candidate.title)].flatMap(([part, likeness]) => {
      const score = likeness + (part === assessment && held >= 2 ? 0.6 : 0);
      return score >= (top ? named : namedBelow) ? [{ node, part, score: score + (top ? 1 : 0) }] : [];
    });
  });
  const found = new Map<OutlineNode, string>();
  const taken = new Set<string>();
  for (const { node, part } of scored.sort((a, b) => b.score - a.score)) {
    if (found.has(node) || taken.has(part)) continue;
    found.set(node, part);
    taken.add(part);
  }
  return found;
}

function isBelow(node: OutlineNode, above: OutlineNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (at === above) return true;
  return false;
}

function isBelowCriterion(node: OutlineNode, criteria: ReadonlyMap<OutlineNode, string>): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (criteria.has(at)) return true;
  return false;
}
