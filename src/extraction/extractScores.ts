import type { NotAssessed, Score } from '../model/facts.js';
import type { ExtractionInput } from './input.js';

export interface Scores {
  readonly scores: readonly Score[];
  readonly notAssessed: readonly NotAssessed[];
}

/** Claimed points in sentences and in appendix tables. */
export function extractScores(_input: ExtractionInput): Scores {
  return { scores: [], notAssessed: [] };
}
