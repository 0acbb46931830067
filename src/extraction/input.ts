import type { DocumentText } from '../model/document-text.js';
import type { Section } from '../model/facts.js';
import type { Pipeline } from '../model/pipeline.js';
import type { DocumentParts } from '../structure/findParts.js';

/** What every extractor reads. */
export interface ExtractionInput {
  readonly text: DocumentText;
  readonly parts: DocumentParts;
  readonly sections: readonly Section[];
  readonly pipeline: Pipeline;
}
