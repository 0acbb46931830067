import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../test/support/dataFolder.js';
import { openEmbeddedDatabase } from './openEmbeddedDatabase.js';
import { inTransaction, type SqlPool } from './sql.js';

let pool: SqlPool;
let remove: () => Promise<void>;

beforeAll(async () => {
  const scratch = await scratchFolder();
  remove = scratch.remove;
  pool = await openEmbeddedDatabase(path.join(scratch.folder, 'database'));
  await pool.query('CREATE TABLE tally (id integer PRIMARY KEY, note text)');
});

afterAll(async () => {
  await pool.end();
  await remove();
});

describe('the embedded pool', () => {
  it('runs several statements at once where there are no parameters', async () => {
    const { rows } = await pool.query<{ sum: number }>('CREATE TEMP TABLE t (n int); SELECT 1 + 1 AS sum');
    expect(rows).toEqual([{ sum: 2 }]);
  });

  it('counts the rows that a statement changed', async () => {
    await pool.query('INSERT INTO tally VALUES ($1, $2), ($3, $4)', [1, 'a', 2, 'b']);
    expect((await pool.query('UPDATE tally SET note = $1', ['c'])).rowCount).toBe(2);
  });

  it('lets no other statement into a transaction', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO tally VALUES (10)');
    const outside = pool.query<{ n: number }>('SELECT count(*)::int AS n FROM tally WHERE id = 10');
    await client.query('ROLLBACK');
    client.release();
    expect((await outside).rows).toEqual([{ n: 0 }]);
  });

  it('undoes the transaction of a client that is released in its midst', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO tally VALUES (11)');
    client.release();
    expect((await pool.query('SELECT FROM tally WHERE id = 11')).rows).toEqual([]);
  });

  it('keeps all or nothing of a transaction that fails, and goes on', async () => {
    const failing = inTransaction(pool, async (session) => {
      await session.query('INSERT INTO tally VALUES (12)');
      await session.query('INSERT INTO tally VALUES (12)');
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect((await pool.query('SELECT FROM tally WHERE id = 12')).rows).toEqual([]);
  });

  it('wakes every listening client, each transaction notwithstanding', async () => {
    const [first, second] = [await pool.connect(), await pool.connect()];
    await first.query('LISTEN bell');
    const heard = [first, second].map(
      (client) => new Promise((resolve) => client.once('notification', (message) => resolve(message))),
    );
    await inTransaction(pool, (session) => session.query(`NOTIFY bell, 'now'`));
    expect(await Promise.all(heard)).toEqual([
      { channel: 'bell', payload: 'now' },
      { channel: 'bell', payload: 'now' },
    ]);
    first.release();
    second.release();
  });

  it('finishes what was asked before its end, and refuses what is asked after', async () => {
    const scratch = await scratchFolder();
    const other = await openEmbeddedDatabase(path.join(scratch.folder, 'database'));
    const asked = other.query<{ one: number }>('SELECT 1 AS one');
    const end = other.end();
    expect((await asked).rows).toEqual([{ one: 1 }]);
    await end;
    await expect(other.query('SELECT 1')).rejects.toThrow('after calling end on the pool');
    await scratch.remove();
  });
});
