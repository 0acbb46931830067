import { ancestorsOf, criteriaOf, type Pipeline } from '../model/pipeline.js';
import type { OutlineNode } from './outline.js';
import { numberOf } from './readMarker.js';
import { titleSimilarityOf } from './titleSimilarity.js';

/** A likeness from which a title names its criterion: by itself, below its parent, with its number too, by its mark. */
const limits = { alone: 0.72, child: 0.58, agreeing: 0.45, byId: 0.3 };

/** From this likeness on a heading is a part of the report by its wording. */
const namesPart = 0.8;

/**
 * The rubric's id for each heading whose title, or mark and title, match one. A heading below a criterion's heading can
 * only be that criterion's child; the number it has there counts.
 */
export function matchCriteria(nodes: readonly OutlineNode[], pipeline: Pipeline): ReadonlyMap<OutlineNode, string> {
  const { parts } = titleSimilarityOf(pipeline);
  const found = new Map<OutlineNode, string>();
  for (const node of nodes) {
    const above = criterionAbove(node, found);
    // `B. Kết quả thực hiện công tác PCTN` is a part of the report, not criterion B.
    const part = above === null ? Math.max(0, ...parts(node.candidate.title).values()) : 0;
    const best = node.candidate.criteria
      .filter(({ id }) => above === null || ancestorsOf(id).includes(above))
      .map(({ id, likeness }) => ({ id, likeness, score: likeness + agreement(id, node, above) }))
      .filter(({ id, likeness }) => likeness >= limitFor(id, node, above) && (part < namesPart || likeness >= part))
      .sort((a, b) => b.score - a.score)[0];
    const id = best?.id ?? idBornBelow(node, above, pipeline);
    if (id !== null) found.set(node, id);
  }
  return found;
}

/** `A.2. <a title of the agency's own>` below the heading of A: a criterion with points by its mark alone. */
function idBornBelow(node: OutlineNode, above: string | null, pipeline: Pipeline): string | null {
  const born = criteriaOf(pipeline).find(({ id, max }) => max !== null && bears(id, node));
  return born !== undefined && ancestorsOf(born.id)[0] === above ? born.id : null;
}

function criterionAbove(node: OutlineNode, found: ReadonlyMap<OutlineNode, string>): string | null {
  for (let at = node.parent; at !== null; at = at.parent) {
    const id = found.get(at);
    if (id !== undefined) return id;
  }
  return null;
}

/** The heading's mark is the rubric's id: `B.1`, `B1`, `Tiêu chí B.1`. */
function bears(id: string, { reading }: OutlineNode): boolean {
  return ['upper', 'rubric'].includes(reading.system) && numberOf(reading) === id;
}

/** A direct child with the same number as the heading's last, or the heading's mark itself. */
function agreement(id: string, node: OutlineNode, above: string | null): number {
  if (bears(id, node)) return 0.3;
  if (above === null) return id.includes('.') ? 0 : 0.05;
  const isChild = ancestorsOf(id)[0] === above;
  return (isChild ? 0.1 : 0) + (isChild && Number(id.split('.').at(-1)) === node.reading.value ? 0.1 : 0);
}

function limitFor(id: string, node: OutlineNode, above: string | null): number {
  if (bears(id, node)) return node.reading.system === 'rubric' || above !== null ? limits.byId : limits.agreeing;
  if (above === null) return limits.alone;
  const points = agreement(id, node, above);
  return points >= 0.2 ? limits.agreeing : points > 0 ? limits.child : limits.alone;
}
