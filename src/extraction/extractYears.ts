import type { YearMention } from '../model/facts.js';
import type { ExtractionInput } from './input.js';

/** Years named in sentences and what they stand for. */
export function extractYears(_input: ExtractionInput): readonly YearMention[] {
  return [];
}
