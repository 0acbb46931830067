import { type PgPoolClient, runMigrations } from 'bullmq';
import type { Queryable } from '../../store/sql.js';

/** Brings BullMQ's own schema up to date; several processes may do so at once. */
export async function migrateQueue(pool: { connect(): Promise<PgPoolClient> }): Promise<void> {
  const session = await pool.connect();
  try {
    await runMigrations(session);
  } finally {
    session.release();
  }
}

/** Drops all jobs of all versions. */
export async function truncateQueue(pool: Queryable): Promise<void> {
  const { rows } = await pool.query<{ tables: string }>(
    `SELECT string_agg(format('bullmq.%I', tablename), ', ') AS tables
     FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
  );
  for (let tries = 1; ; tries++) {
    try {
      await pool.query(`TRUNCATE ${rows[0]?.tables}`);
      return;
    } catch (error) {
      // Workers that take and end jobs at this moment lock the same tables in another order.
      if (tries === mostTries || !isDeadlock(error)) throw error;
    }
  }
}

const mostTries = 20;

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01';
}
