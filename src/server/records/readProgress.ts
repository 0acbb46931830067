import type { z } from 'zod';
import { type ErrorCode, errorKinds } from '../../model/errors.js';
import type { SqlPool } from '../../store/sql.js';
import type { failureGroup, progress } from '../api/rounds.js';
import type { Rounds } from './Rounds.js';

export type ProgressView = z.output<typeof progress>;
export type FailureGroup = z.output<typeof failureGroup>;

/** Minutes over which the rate is taken: long enough for slow pages, short enough to notice a change. */
const rateMinutes = 3;

/** Where a round stands. The rate is that of all processes and rounds: they share the machines. */
export async function readProgress(pool: SqlPool, rounds: Rounds, round: number): Promise<ProgressView> {
  const { rows } = await pool.query<{ done: number; total: number }>(
    `SELECT coalesce(sum(pages_done), 0)::int AS done, coalesce(sum(pages), 0)::int AS total FROM soat.filing
     WHERE round = $1 AND duplicate_of IS NULL AND state <> 'cancelled'`,
    [round],
  );
  const pages = rows[0] ?? { done: 0, total: 0 };
  const documents = await rounds.documentCounts(round);
  const pagesPerMinute = await rateOf(pool);
  const left = pages.total - pages.done;
  return {
    round,
    documents,
    pages,
    pagesPerMinute,
    secondsLeft: left > 0 && pagesPerMinute !== null ? Math.round((left / pagesPerMinute) * 60) : null,
    failures: await failureGroups(pool, round),
  };
}

/** Pages a minute; null where none was read in the last minutes. */
export async function rateOf(pool: SqlPool): Promise<number | null> {
  const { rows } = await pool.query<{ pages: number; minutes: number | null }>(
    `SELECT count(*)::int AS pages, (extract(epoch FROM now() - min(made_at)) / 60)::float8 AS minutes
     FROM soat.stage_result WHERE stage = 'read' AND made_at > now() - make_interval(mins => $1)`,
    [rateMinutes],
  );
  const { pages, minutes } = rows[0] ?? { pages: 0, minutes: null };
  // The first page's own time is not known: half a minute at least keeps one page from being a rate.
  return pages === 0 || minutes === null ? null : Math.round((pages / Math.max(minutes, 0.5)) * 10) / 10;
}

/** Failures by reason, the most frequent first. @param round null: of all */
export async function failureGroups(pool: SqlPool, round: number | null): Promise<FailureGroup[]> {
  const { rows } = await pool.query<{ code: ErrorCode; documents: number; pages: number }>(
    `SELECT failure ->> 'code' AS code, count(*) FILTER (WHERE failure ->> 'page' IS NULL)::int AS documents,
       count(*) FILTER (WHERE failure ->> 'page' IS NOT NULL)::int AS pages
     FROM soat.filing CROSS JOIN LATERAL json_array_elements(errors) failure
     WHERE ($1::int IS NULL OR round = $1) AND duplicate_of IS NULL AND errors::text <> '[]'
     GROUP BY 1 ORDER BY count(*) DESC, 1`,
    [round],
  );
  return rows.map(({ code, documents, pages }) => {
    const { message, retryable } = errorKinds[code];
    return { code, message, retryable, documents, pages };
  });
}
