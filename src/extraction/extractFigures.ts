import type { Figure } from '../model/facts.js';
import type { ExtractionInput } from './input.js';

/** Percentages beside their numbers, totals with their breakdown, ranks. */
export function extractFigures(_input: ExtractionInput): readonly Figure[] {
  return [];
}
