import type { DocumentText, Span } from '../model/document-text.js';
import type { Pipeline } from '../model/pipeline.js';

/** What stands in one file: a report, perhaps behind a covering letter, perhaps with appendices. */
export interface DocumentParts {
  readonly coveringLetter: Span | null;
  /** Letterhead to signature block. */
  readonly report: Span;
  readonly appendices: readonly Span[];
}

export function findParts(text: DocumentText, _pipeline: Pipeline): DocumentParts {
  return { coveringLetter: null, report: { start: 0, end: text.text.length }, appendices: [] };
}
