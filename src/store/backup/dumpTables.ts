import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { SoatError } from '../../model/errors.js';
import { inTransaction, type Queryable, type SqlPool } from '../sql.js';
import { type Manifest, writeManifest } from './manifest.js';
import { migrationsOf, type Table, tablesInOrder } from './tablesInOrder.js';

/** A page's result takes a megabyte at most; what the embedded database answers at once it never gives back. */
const rowsAtOnce = 20;

/**
 * Writes all tables as they are at one moment below a folder, a JSON object a row; work goes on meanwhile on a server,
 * and waits on the embedded database. What an earlier backup left there is replaced when all is written.
 * @throws SoatError `backup-unwritable`, and those of the machine
 */
export async function dumpTables(pool: SqlPool, folder: string, version: string): Promise<Manifest> {
  const madeAt = new Date().toISOString();
  const tables = `tables-${madeAt.replaceAll(/\W/g, '')}`;
  const target = path.join(folder, tables);
  try {
    // Passwords' and tokens' hashes are in it, and what reports say.
    await mkdir(target, { recursive: true, mode: 0o700 });
    const manifest = await inTransaction(pool, async (session) => {
      await session.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const migrations = [...(await migrationsOf(session))];
      const rows: Record<string, number> = {};
      const sha256: Record<string, string> = {};
      for (const table of await tablesInOrder(session)) {
        const file = tableFile(target, table.name);
        rows[table.name] = await dumpTable(session, table, file);
        sha256[table.name] = await sha256Of(file);
      }
      return { schema: 'soat.backup/v1' as const, version, madeAt, migrations, tables, rows, sha256 };
    });
    await writeManifest(folder, manifest);
    await removeOlder(folder, tables);
    return manifest;
  } catch (cause) {
    if (cause instanceof SoatError) throw cause;
    throw new SoatError('backup-unwritable', folder, { cause });
  }
}

export function tableFile(folder: string, table: string): string {
  return path.join(folder, `${table}.jsonl.gz`);
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** @returns how many rows */
async function dumpTable(session: Queryable, { name, key }: Table, file: string): Promise<number> {
  let count = 0;
  async function* lines() {
    await session.query(
      `DECLARE dump CURSOR FOR SELECT row_to_json(one)::text AS line FROM soat.${name} one ORDER BY ${key.join(', ')}`,
    );
    while (true) {
      const { rows } = await session.query<{ line: string }>(`FETCH ${rowsAtOnce} FROM dump`);
      if (rows.length === 0) break;
      count += rows.length;
      for (const { line } of rows) yield `${line}\n`;
    }
    await session.query('CLOSE dump');
  }
  await pipeline(lines, createGzip(), createWriteStream(file, { mode: 0o600, flush: true }));
  return count;
}

async function removeOlder(folder: string, newest: string): Promise<void> {
  const older = (await readdir(folder)).filter((name) => /^tables-\w+$/.test(name) && name !== newest);
  for (const name of older) await rm(path.join(folder, name), { recursive: true, force: true });
}
