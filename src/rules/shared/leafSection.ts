import type { Section } from '../../model/facts.js';
import type { Subject } from '../../model/rule.js';

/** The innermost section that holds an offset. */
export function leafSectionAt(sections: readonly Section[], offset: number): Section | undefined {
  // They are in the order of their starts.
  return sections.findLast(({ span }) => span.start <= offset && offset < span.end);
}

/** The subject of what stands at an offset: its innermost section, or the document where no heading rules it. */
export function sectionSubject(sections: readonly Section[], offset: number): Subject {
  const section = leafSectionAt(sections, offset);
  return section === undefined ? 'document' : `section:${section.path}`;
}
