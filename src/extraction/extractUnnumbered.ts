import type { Citation, UnnumberedReference } from '../model/facts.js';
import type { ExtractionInput } from './input.js';

/** Plans, decisions and reports relied on with neither number nor date. */
export function extractUnnumbered(
  _input: ExtractionInput,
  _citations: readonly Citation[],
): readonly UnnumberedReference[] {
  return [];
}
