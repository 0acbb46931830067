import type { SubHeading } from '../model/facts.js';
import type { ExtractionInput } from './input.js';

/** Bullets that head the text below them, and whether each item they name has text. */
export function extractSubHeadings(_input: ExtractionInput): readonly SubHeading[] {
  return [];
}
