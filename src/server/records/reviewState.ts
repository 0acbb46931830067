import type { z } from 'zod';
import type { Decision, reviewState as stateSchema } from '../api/flags.js';

export type ReviewState = z.output<typeof stateSchema>;

const stateAfter: Readonly<Record<Decision, ReviewState>> = {
  accept: 'accepted',
  dismiss: 'dismissed',
  unsure: 'unsure',
};

/**
 * What a flag's decisions come to.
 * @param decisions the latest of each person that was not taken back, oldest first
 * @param secondReview each person's counts; else the last one's alone
 */
export function reviewState(decisions: readonly { readonly decision: Decision }[], secondReview: boolean): ReviewState {
  const last = decisions.at(-1);
  if (last === undefined) return 'open';
  const disagree = decisions.some(({ decision }) => decision !== last.decision);
  return secondReview && disagree ? 'disagreement' : stateAfter[last.decision];
}
