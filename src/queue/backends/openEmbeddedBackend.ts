import { createPostgresBackend, withBackend } from 'bullmq';
import type { SqlPool } from '../../store/sql.js';
import type { Backend } from '../Backend.js';
import { bullBackend } from './bullBackend.js';
import { LostJobs } from './LostJobs.js';
import { migrateQueue, truncateQueue } from './postgresQueue.js';

/**
 * BullMQ on the embedded database, empty: the database says what is done and what is owed, so jobs of a process that was
 * killed are dropped and made anew; only how often each was lost is kept. The pool stays the caller's.
 */
export async function openEmbeddedBackend(pool: SqlPool, version: string): Promise<Backend> {
  await migrateQueue(pool);
  const lostJobs = await LostJobs.emptyQueue(pool);
  // BullMQ's statements name no schema; the embedded database has one session, so this holds for all of them.
  await pool.query('SET search_path TO bullmq, public');
  const backend = bullBackend(
    {
      classes: withBackend(createPostgresBackend),
      connection: pool,
      waitingConnection: pool,
      wipe: () => truncateQueue(pool),
      close: async () => {},
      lost: 'data-folder-unusable',
    },
    version,
  );
  return {
    ...backend,
    work: (stage, processor, options) => backend.work(stage, lostJobs.counting(processor), options),
  };
}
