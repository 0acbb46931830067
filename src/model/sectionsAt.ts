import type { Section } from './facts.js';
import { firstIndex } from './firstIndex.js';

const parents = new WeakMap<readonly Section[], readonly number[]>();

/** The innermost section that holds an offset. Sections stand in the order of their starts, and one lies within another or beside it. */
export function leafSectionAt(sections: readonly Section[], offset: number): Section | undefined {
  return sectionsAt(sections, offset)[0];
}

/** The deepest section that holds an offset, and those around it, deepest first. */
export function sectionsAt(sections: readonly Section[], offset: number): readonly Section[] {
  const around = parentsOf(sections);
  const found: Section[] = [];
  let at = firstIndex(sections, ({ span }) => span.start > offset) - 1;
  for (let section = sections[at]; section !== undefined; section = sections[at]) {
    if (offset < section.span.end) found.push(section);
    at = around[at] ?? -1;
  }
  return found;
}

/** For each section the index of the one around it; -1 for none. */
function parentsOf(sections: readonly Section[]): readonly number[] {
  let known = parents.get(sections);
  if (known === undefined) {
    const open: number[] = [];
    known = sections.map(({ span }, index) => {
      while (open.length > 0 && (sections[open.at(-1) ?? 0]?.span.end ?? 0) <= span.start) open.pop();
      const parent = open.at(-1) ?? -1;
      open.push(index);
      return parent;
    });
    parents.set(sections, known);
  }
  return known;
}
