import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import type { SqlPool } from '../store/sql.js';
import type { Backend } from './Backend.js';

const { FlowProducer, Worker } = withBackend(createPostgresBackend);

/**
 * BullMQ on the embedded database, empty: the stage results say what is done, so jobs of a run that was killed are
 * dropped and made anew. The pool stays the caller's.
 */
export async function openEmbeddedBackend(pool: SqlPool): Promise<Backend> {
  const session = await pool.connect();
  try {
    await runMigrations(session);
  } finally {
    session.release();
  }
  const { rows } = await pool.query<{ tables: string }>(
    `SELECT string_agg(format('bullmq.%I', tablename), ', ') AS tables
     FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
  );
  await pool.query(`TRUNCATE ${rows[0]?.tables}`);
  // BullMQ's statements name no schema; the embedded database has one session, so this holds for all of them.
  await pool.query('SET search_path TO bullmq, public');
  const flows = new FlowProducer({ connection: pool });
  return {
    add: async (flow) => {
      await flows.add(flow);
    },
    work: (queue, processor, options) => new Worker(queue, processor, { ...options, connection: pool }),
    close: () => flows.close(),
  };
}
