import type { OutlineNode } from './outline.js';

/**
 * Drops runs of plain numbers that are a list of sentences: siblings `1.`, `2.` … of which most are no known titles,
 * look no more than barely like headings and run on into text. Where each has a short lead before a colon (`1. Ưu điểm: …`)
 * they are headings. Sub-headings go with theirs.
 */
export function keepRuns(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  const dropped = new Set<OutlineNode>();
  for (const node of nodes) {
    if (node.parent !== null && dropped.has(node.parent)) dropped.add(node);
    else if (isPlainNumber(node)) {
      const run = nodes.filter((other) => other.parent === node.parent && isPlainNumber(other));
      const weak = run.filter(({ candidate }) => !candidate.known && candidate.looks < 3).length;
      const allLed = run.length > 1 && run.every(({ candidate }) => candidate.glued);
      const hasChildren = nodes.some((other) => other.parent === node);
      if (weak > run.length / 2 && !allLed && !hasChildren && !node.candidate.known) dropped.add(node);
    }
  }
  return nodes.filter((node) => !dropped.has(node));
}

function isPlainNumber({ reading }: OutlineNode): boolean {
  return reading.system === 'decimal' && reading.prefix === '';
}
