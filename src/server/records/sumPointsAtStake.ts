import type { Queryable } from '../../store/sql.js';

/**
 * Notes for filings what `pointsAtStake` (src/model) tells of a document, from the flags as they stand: those of the round
 * count too, and severities are the round's own.
 * @param filings one of them, or all of a round
 */
export async function sumPointsAtStake(
  session: Queryable,
  filings: { readonly filing: number } | { readonly round: number },
): Promise<void> {
  const [column, value] = 'filing' in filings ? ['id', filings.filing] : ['round', filings.round];
  await session.query(
    `WITH asked AS (
       SELECT DISTINCT ON (flag.filing, flag.criterion) flag.filing, flag.criterion, flag.points
       FROM soat.flag JOIN soat.filing ON filing.id = flag.filing
       WHERE filing.${column} = $1 AND flag.outcome = 'fail' AND flag.severity <> 'info' AND flag.criterion IS NOT NULL
     ), highest AS (
       SELECT * FROM asked WHERE NOT EXISTS (
         SELECT FROM asked above WHERE above.filing = asked.filing AND asked.criterion LIKE above.criterion || '.%')
     ), summed AS (
       SELECT filing, round(sum(points)::numeric, 2)::float8 AS points FROM highest GROUP BY filing
     )
     UPDATE soat.filing SET points_at_stake = coalesce((SELECT points FROM summed WHERE summed.filing = filing.id), 0)
     WHERE filing.${column} = $1`,
    [value],
  );
}
