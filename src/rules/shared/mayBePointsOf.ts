import type { Score } from '../../model/facts.js';
import type { RuleContext } from '../../model/rule.js';
import { rubricMaximum } from './claims.js';

/**
 * Whether points that a table gives to one criterion may be those of another that has none: the maximum printed beside them is the
 * other's, not their own. A row cut in the wrong place does that; a report hardly does.
 */
export function mayBePointsOf(other: string, { criterion, max, source }: Score, context: RuleContext): boolean {
  if (source !== 'table' || max === null || criterion === 'total' || criterion === other) return false;
  return max === rubricMaximum(other, context) && max !== rubricMaximum(criterion, context);
}
