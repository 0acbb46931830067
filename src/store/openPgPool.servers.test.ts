import { afterAll, beforeAll, expect, it } from 'vitest';
import { newDatabase, onPostgres, startPostgres, type TestServer } from '../../test/support/servers.js';
import { openPgPool } from './openPgPool.js';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

it('outlives connections that are cut in the midst of a transaction and between two statements', async () => {
  const pool = openPgPool(await newDatabase(server, 'cut'), { max: 2 });
  const client = await pool.connect();
  await client.query('BEGIN');
  const idle = await pool.connect();
  idle.release();
  const cut = Promise.all([client, idle].map((one) => new Promise((resolve) => one.once('end', resolve))));
  await onPostgres(server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'cut'");
  await cut;
  await expect(client.query('SELECT 1')).rejects.toThrow();
  client.release(true);
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});
