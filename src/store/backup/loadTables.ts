import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { SoatError } from '../../model/errors.js';
import type { Original } from '../Originals.js';
import { inTransaction, type Queryable, type SqlPool } from '../sql.js';
import { sha256Of, tableFile } from './dumpTables.js';
import type { Manifest } from './manifest.js';
import { migrationsOf, type Table, tablesInOrder } from './tablesInOrder.js';

/** Characters of rows that are sent in one statement. */
const charactersAtOnce = 4_000_000;

/**
 * Fills an empty database with the tables of a backup, all or nothing.
 * @throws SoatError `backup-unusable` where it is damaged or of another schema, `restore-not-empty`
 */
export async function loadTables(pool: SqlPool, folder: string, manifest: Manifest): Promise<void> {
  const source = path.join(folder, manifest.tables);
  await inTransaction(pool, async (session) => {
    const migrations = await migrationsOf(session);
    if (JSON.stringify(migrations) !== JSON.stringify(manifest.migrations)) {
      throw new SoatError('backup-unusable', `Soát ${manifest.version}`);
    }
    await requireEmpty(session);
    for (const table of await tablesInOrder(session)) {
      const file = tableFile(source, table.name);
      const digest = await sha256Of(file).catch(() => null);
      if (digest !== manifest.sha256[table.name]) throw new SoatError('backup-unusable', file);
      await loadTable(session, table, file);
    }
  });
}

/** @throws SoatError `restore-not-empty` */
export async function requireEmpty(session: Queryable): Promise<void> {
  for (const { name } of await tablesInOrder(session)) {
    const { rows } = await session.query(`SELECT 1 FROM soat.${name} LIMIT 1`);
    if (rows.length > 0) throw new SoatError('restore-not-empty', name);
  }
}

/** The originals that a backup's tables name. */
export async function* originalsIn(folder: string, { tables }: Manifest): AsyncGenerator<Original> {
  for await (const line of linesOf(tableFile(path.join(folder, tables), 'original'))) {
    const { sha256, bytes } = JSON.parse(line) as Original;
    yield { sha256, bytes };
  }
}

async function loadTable(session: Queryable, table: Table, file: string): Promise<void> {
  let rows: string[] = [];
  let characters = 0;
  const send = async () => {
    if (rows.length > 0) await insert(session, table, rows);
    rows = [];
    characters = 0;
  };
  for await (const line of linesOf(file)) {
    rows.push(line);
    characters += line.length;
    if (characters >= charactersAtOnce) await send();
  }
  await send();
  if (table.counted !== null) {
    await session.query(
      `SELECT setval(pg_get_serial_sequence('soat.${table.name}', '${table.counted}'),
         (SELECT coalesce(max(${table.counted}), 0) + 1 FROM soat.${table.name}), false)`,
    );
  }
}

async function insert(session: Queryable, { name, columns }: Table, rows: readonly string[]): Promise<void> {
  const listed = columns.map((column) => `"${column}"`).join(', ');
  await session.query(
    `INSERT INTO soat.${name} (${listed}) OVERRIDING SYSTEM VALUE
     SELECT ${listed} FROM json_populate_recordset(NULL::soat.${name}, $1::json)`,
    [`[${rows.join(',')}]`],
  );
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  const reading = pipeline(createReadStream(file), unpacked);
  // Its sum was checked: what goes wrong now is the disk's fault, and is told below.
  reading.catch(() => {});
  yield* createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY });
  await reading;
}
