import type { Deployment } from '../../store/Deployment.js';
import type { Store } from '../../store/Store.js';
import type { Backend } from '../Backend.js';

/**
 * Opens the queue of a deployment: Redis, else the PostgreSQL server, else the data folder's database.
 * @param version of the stages (`StageKeys.line`): queues of another version are left alone
 * @throws SoatError `queue-unreachable`, `database-unreachable`
 */
export async function openBackend(
  { redisUrl, databaseUrl }: Deployment,
  store: Store,
  version: string,
): Promise<Backend> {
  // A deployment uses one of the three; the others' drivers need not be loaded.
  if (redisUrl !== null) return (await import('./openRedisBackend.js')).openRedisBackend(redisUrl, version);
  if (databaseUrl !== null) return (await import('./openPostgresBackend.js')).openPostgresBackend(databaseUrl, version);
  return (await import('./openEmbeddedBackend.js')).openEmbeddedBackend(store.pool, version);
}
