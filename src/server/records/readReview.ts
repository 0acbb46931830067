import type { Review } from '../../export/memo/criteriaLines.js';
import type { SqlPool } from '../../store/sql.js';

/** What people decided of a document, as its memo tells it. */
export async function readReview(pool: SqlPool, filing: number): Promise<Review> {
  const { rows: suggested } = await pool.query<{ criterion: string; points: number | null; reason: string }>(
    `SELECT DISTINCT ON (criterion) criterion, points, reason FROM soat.suggestion
     WHERE report = (SELECT report FROM soat.filing WHERE filing.id = $1) ORDER BY criterion, suggestion.id DESC`,
    [filing],
  );
  const { rows: dismissed } = await pool.query<{ fingerprint: string }>(
    "SELECT fingerprint FROM soat.flag WHERE filing = $1 AND review = 'dismissed'",
    [filing],
  );
  return {
    suggested: new Map(
      suggested.flatMap(({ criterion, points, reason }) => (points === null ? [] : [[criterion, { points, reason }]])),
    ),
    dismissed: new Set(dismissed.map(({ fingerprint }) => fingerprint)),
  };
}
