import type { Deployment } from '../../store/Deployment.js';
import type { Store } from '../../store/Store.js';
import type { Backend } from '../Backend.js';
import { openEmbeddedBackend } from './openEmbeddedBackend.js';
import { openPostgresBackend } from './openPostgresBackend.js';
import { openRedisBackend } from './openRedisBackend.js';

/**
 * Opens the queue of a deployment: Redis, else the PostgreSQL server, else the data folder's database.
 * @param version of the stages (`StageKeys.line`): queues of another version are left alone
 * @throws SoatError `queue-unreachable`, `database-unreachable`
 */
export function openBackend({ redisUrl, databaseUrl }: Deployment, store: Store, version: string): Promise<Backend> {
  if (redisUrl !== null) return openRedisBackend(redisUrl, version);
  if (databaseUrl !== null) return openPostgresBackend(databaseUrl, version);
  return openEmbeddedBackend(store.pool, version);
}
