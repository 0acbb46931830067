import type { Citation, Identity } from '../model/facts.js';
import type { ExtractionInput } from './input.js';

/** Every mention of a document in the body, in order; not the report's own number. */
export function extractCitations(_input: ExtractionInput, _identity: Identity): readonly Citation[] {
  return [];
}
