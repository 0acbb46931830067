import type { Section } from '../../model/facts.js';
import type { Subject } from '../../model/rule.js';
import { leafSectionAt } from '../../model/sectionsAt.js';

/** The subject of what stands at an offset: its innermost section, or the document where no heading rules it. */
export function sectionSubject(sections: readonly Section[], offset: number): Subject {
  const section = leafSectionAt(sections, offset);
  return section === undefined ? 'document' : `section:${section.path}`;
}
