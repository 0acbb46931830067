import { afterAll, beforeAll } from 'vitest';
import { operationsContract } from '../support/operationsContract.js';
import { newDatabase, startPostgres, startRedis, startTimeout, type TestServer } from '../support/servers.js';

let postgres: TestServer;
let redis: TestServer;

beforeAll(async () => {
  postgres = await startPostgres();
  redis = await startRedis();
}, startTimeout);
afterAll(async () => {
  await postgres.stop();
  await redis.stop();
});

operationsContract('PostgreSQL', async () => ({ databaseUrl: await newDatabase(postgres, 'alone'), redisUrl: null }));
operationsContract('PostgreSQL and Redis', async () => ({
  databaseUrl: await newDatabase(postgres, 'beside_redis'),
  redisUrl: redis.url,
}));
