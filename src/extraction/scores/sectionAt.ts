import type { Section } from '../../model/facts.js';

/** The deepest section that holds an offset, and its ancestors, deepest first. */
export function sectionsAt(sections: readonly Section[], offset: number): readonly Section[] {
  return sections
    .filter(({ span }) => span.start <= offset && offset < span.end)
    .sort((left, right) => right.level - left.level);
}
