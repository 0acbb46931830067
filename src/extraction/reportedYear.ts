import type { DocumentText } from '../model/document-text.js';
import type { Pipeline } from '../model/pipeline.js';
import { findParts } from '../structure/findParts.js';
import { findSections } from '../structure/findSections.js';
import { findReportedYear } from './identity/findReportedYear.js';
import { findTitle } from './identity/findTitle.js';
import { headAndTail } from './identity/headAndTail.js';
import type { ExtractionInput } from './input.js';

/** The year that a document reports on, before anything else is taken from it: it chooses the pipeline. Null where none is named. */
export function reportedYearOf(text: DocumentText, pipeline: Pipeline): number | null {
  const parts = findParts(text, pipeline);
  return reportedYearIn({ text, parts, sections: findSections(text, parts, pipeline), pipeline });
}

/** The same of a document whose parts and sections are known. */
export function reportedYearIn(input: ExtractionInput): number | null {
  const { text, sections, pipeline } = input;
  const title = findTitle(headAndTail(input).head, pipeline.vocabulary.identity);
  return findReportedYear(text, title?.span ?? null, sections, pipeline.thresholds.doubtfulConfidence);
}
