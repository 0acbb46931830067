import type { z } from 'zod';
import type { SqlPool } from '../../store/sql.js';
import type { ruleStatistics as schema } from '../api/rules.js';

export type RuleStatistics = z.output<typeof schema>;

export const neverFired: RuleStatistics = {
  fired: 0,
  cannotJudge: 0,
  accepted: 0,
  dismissed: 0,
  unsure: 0,
  open: 0,
  dismissedShare: null,
};

/** How often each rule fired, and what people decided, over the newest versions. @param round null: of all */
export async function ruleStatistics(
  pool: SqlPool,
  round: number | null,
): Promise<ReadonlyMap<string, RuleStatistics>> {
  const { rows } = await pool.query<Omit<RuleStatistics, 'dismissedShare'> & { rule: string }>(
    `SELECT rule, count(*) FILTER (WHERE outcome = 'fail')::int AS fired,
       count(*) FILTER (WHERE outcome = 'cannot-judge')::int AS "cannotJudge",
       count(*) FILTER (WHERE review = 'accepted')::int AS accepted,
       count(*) FILTER (WHERE review = 'dismissed')::int AS dismissed,
       count(*) FILTER (WHERE review IN ('unsure', 'disagreement'))::int AS unsure,
       count(*) FILTER (WHERE review = 'open')::int AS open
     FROM soat.flag WHERE newest AND ($1::int IS NULL OR round = $1) GROUP BY rule`,
    [round],
  );
  return new Map(
    rows.map(({ rule, ...counts }) => {
      const decided = counts.accepted + counts.dismissed + counts.unsure;
      return [rule, { ...counts, dismissedShare: decided === 0 ? null : counts.dismissed / decided }];
    }),
  );
}
