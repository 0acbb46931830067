import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, startTimeout, type TestServer } from '../../test/support/servers.js';
import { migrate } from '../store/migrate.js';
import { ServerPool } from '../store/ServerPool.js';
import { type Notice, Notices } from './Notices.js';

let server: TestServer;
let pools: readonly ServerPool[];
let teller: Notices;
let hearer: Notices;
let heard: Notice[];

beforeAll(async () => {
  server = await startPostgres();
  pools = [new ServerPool(server.url), new ServerPool(server.url)];
  const [one = new ServerPool(server.url), other = one] = pools;
  await migrate(one);
  await one.query("INSERT INTO soat.round (name, current) VALUES ('Đợt 1', true)");
  [teller, hearer] = [new Notices(one), new Notices(other)];
  await hearer.open();
  heard = [];
  hearer.listen((notice) => heard.push(notice));
}, startTimeout);
afterAll(async () => {
  await hearer.close();
  for (const pool of pools) await pool.end();
  await server.stop();
});

const news = { kind: 'document', round: 1, document: 7 } as const;
const patience = { timeout: 20_000 };

describe('news between processes on a PostgreSQL server', () => {
  it('reaches every process', async () => {
    await teller.tell(news);
    await expect.poll(() => heard).toEqual([news]);
  });

  it.each([
    ['its connection was cut', cut],
    ['the server was started again', () => server.restart()],
  ])('reaches a process after %s, which looks at every round anew', async (_case, disturb) => {
    heard.length = 0;
    await disturb();
    await expect.poll(() => heard, patience).toEqual([{ kind: 'round', round: 1, document: null }]);
    await teller.tell(news);
    await expect.poll(() => heard, patience).toContainEqual(news);
  });
});

async function cut(): Promise<void> {
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
  await client.end();
}
