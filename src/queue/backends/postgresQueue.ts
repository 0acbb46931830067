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
  await pool.query(`TRUNCATE ${rows[0]?.tables}`);
}
