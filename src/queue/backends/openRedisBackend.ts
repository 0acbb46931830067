import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { SoatError } from '../../model/errors.js';
import type { Backend } from '../Backend.js';
import { bullBackend, prefix } from './bullBackend.js';

const keysAtOnce = 1_000;

/** BullMQ on a Redis server, shared by all processes that open it. */
export async function openRedisBackend(url: string, version: string): Promise<Backend> {
  const client = new Redis(url, { maxRetriesPerRequest: 3 });
  client.on('error', () => {});
  try {
    await client.ping();
  } catch (cause) {
    client.disconnect();
    throw new SoatError('queue-unreachable', null, { cause });
  }
  return bullBackend(
    {
      classes: withBackend(createRedisBackend),
      connection: { url, maxRetriesPerRequest: 3 },
      waitingConnection: { url, maxRetriesPerRequest: null },
      wipe: () => unlinkAll(client, `${prefix}:*`),
      close: async () => client.disconnect(),
      lost: 'queue-unreachable',
    },
    version,
  );
}

async function unlinkAll(client: Redis, pattern: string): Promise<void> {
  for await (const keys of client.scanStream({ match: pattern, count: keysAtOnce })) {
    if ((keys as string[]).length > 0) await client.unlink(...(keys as string[]));
  }
}
