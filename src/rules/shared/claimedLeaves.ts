import type { Score } from '../../model/facts.js';
import type { RuleContext, Subject } from '../../model/rule.js';
import { claimsOf, maximumMayBeMisread, maximumOf, statedBy } from './claims.js';
import { type CriterionText, type EvidenceOf, evidenceOf, textOfCriterion } from './evidenceOf.js';

/** A claimed criterion none of whose parts is claimed, with what its text offers. */
export interface ClaimedLeaf {
  readonly id: string;
  readonly subject: Subject;
  /** The mention that stands for the claim. */
  readonly score: Score;
  /** Printed, else the rubric's; null where neither is known. */
  readonly max: number | null;
  /** The points or the maximum beside them may be misread. */
  readonly doubtful: boolean;
  readonly text: CriterionText;
  readonly evidence: EvidenceOf;
}

/** Every claimed leaf, in the rubric's order. */
export function claimedLeaves(context: RuleContext): readonly ClaimedLeaf[] {
  const claims = claimsOf(context);
  return claims.leaves.flatMap((id): ClaimedLeaf[] => {
    const mentions = claims.byCriterion.get(id) ?? [];
    const score = statedBy(mentions);
    if (score === undefined) return [];
    const text = textOfCriterion(id, context.facts);
    const max = maximumOf(id, mentions, context);
    const doubtful = score.doubtful || maximumMayBeMisread(score, context);
    return [{ id, subject: `criterion:${id}`, score, max, doubtful, text, evidence: evidenceOf(text, context) }];
  });
}

export function hasFullMarks({ score, max }: ClaimedLeaf): boolean {
  return max !== null && score.claimed === max && score.claimed > 0;
}
