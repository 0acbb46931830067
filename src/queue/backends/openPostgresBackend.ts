import { createPostgresBackend, withBackend } from 'bullmq';
import { SoatError } from '../../model/errors.js';
import { openPgPool } from '../../store/openPgPool.js';
import type { Backend } from '../Backend.js';
import { bullBackend } from './bullBackend.js';
import { migrateQueue, truncateQueue } from './postgresQueue.js';

/** Every worker and every watch holds one to listen; the others serve statements. */
const connections = 16;

/** BullMQ on a PostgreSQL server, shared by all processes that open it. */
export async function openPostgresBackend(url: string, version: string): Promise<Backend> {
  // BullMQ's statements name no schema.
  const pool = openPgPool(url, { max: connections, options: '-c search_path=bullmq' });
  // Every queue and worker listens for errors of the pool.
  pool.setMaxListeners(0);
  try {
    await migrateQueue(pool);
  } catch (cause) {
    await pool.end();
    throw new SoatError('database-unreachable', cause instanceof Error ? cause.message : String(cause), { cause });
  }
  return bullBackend(
    {
      classes: withBackend(createPostgresBackend),
      connection: pool,
      waitingConnection: pool,
      wipe: () => truncateQueue(pool),
      close: () => pool.end(),
      lost: 'database-unreachable',
    },
    version,
  );
}
