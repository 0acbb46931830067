import type { DocumentText } from '../model/document-text.js';
import type { Section } from '../model/facts.js';
import type { Pipeline } from '../model/pipeline.js';
import type { DocumentParts } from './findParts.js';

/** Numbered headings become sections, mapped to the rubric's criteria and the required parts. */
export function findSections(_text: DocumentText, _parts: DocumentParts, _pipeline: Pipeline): readonly Section[] {
  return [];
}
