import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../test/support/dataFolder.js';
import { startPostgres, type TestServer } from '../../test/support/servers.js';
import { storeContract } from '../../test/support/storeContract.js';
import { openSharedStore } from './openSharedStore.js';
import { inTransaction } from './sql.js';

let server: TestServer;
let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove } = await scratchFolder());
  server = await startPostgres();
});
afterAll(async () => {
  await server.stop();
  await remove();
});

const open = () => openSharedStore(server.url, { dataFolder: path.join(folder, 'files'), objectStore: null });

describe('a store that many processes share', () => {
  it('is brought up to date once where several processes start at the same time', async () => {
    const stores = await Promise.all([open(), open(), open(), open()]);
    const { rows } = await open().then(async (store) => {
      stores.push(store);
      return store.pool.query<{ version: number }>('SELECT version FROM soat.migration ORDER BY version');
    });
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map(({ version }) => version)).size).toBe(rows.length);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('names a lost server, undoes what was in work, and goes on when the server is back', async () => {
    const store = await open();
    await store.pool.query('CREATE TABLE tally (id integer PRIMARY KEY)');
    const cut = inTransaction(store.pool, async (session) => {
      await session.query('INSERT INTO tally VALUES (1)');
      await server.kill();
      await session.query('INSERT INTO tally VALUES (2)');
    });
    await expect(cut).rejects.toMatchObject({ code: 'database-unreachable' });
    await expect(store.check()).rejects.toMatchObject({ code: 'database-unreachable' });
    await server.start();
    expect((await store.pool.query('SELECT FROM tally')).rows).toEqual([]);
    await expect(store.check()).resolves.toBeUndefined();
    await store.close();
  });

  it('leaves the code of a wrong statement as it is', async () => {
    const store = await open();
    await expect(store.pool.query('SELECT nothing')).rejects.toMatchObject({ code: '42703' });
    await store.close();
  });

  it('says that the server is not there', async () => {
    const away = openSharedStore('postgres://soat@127.0.0.1:1/postgres', { dataFolder: folder, objectStore: null });
    await expect(away).rejects.toMatchObject({ code: 'database-unreachable' });
  });
});

storeContract('a store on PostgreSQL', open);
