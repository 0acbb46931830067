import type { Queryable } from '../sql.js';

export interface Table {
  readonly name: string;
  /** Those that are stored, not made from others. */
  readonly columns: readonly string[];
  /** Rows that refer to rows of the same table come after them in this order. */
  readonly key: readonly string[];
  /** Column that the database counts up; null: none. */
  readonly counted: string | null;
}

interface Row extends Table {
  readonly refersTo: readonly string[];
}

/** The tables of the schema `soat`, each after those that it refers to; the list of migrations is none of them. */
export async function tablesInOrder(session: Queryable): Promise<readonly Table[]> {
  const { rows } = await session.query<Row>(
    `SELECT relname AS name,
       array(SELECT attname::text FROM pg_attribute
         WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
       array(SELECT attname::text FROM pg_index
         JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey)
         WHERE indrelid = class.oid AND indisprimary ORDER BY array_position(indkey::int2[], attnum)) AS key,
       (SELECT attname::text FROM pg_attribute WHERE attrelid = class.oid AND attidentity <> '') AS counted,
       array(SELECT DISTINCT other.relname::text FROM pg_constraint JOIN pg_class other ON other.oid = confrelid
         WHERE conrelid = class.oid AND contype = 'f' AND confrelid <> class.oid) AS "refersTo"
     FROM pg_class class
     WHERE relnamespace = 'soat'::regnamespace AND relkind = 'r' AND relname <> 'migration' ORDER BY relname`,
  );
  const ordered: Row[] = [];
  let left: readonly Row[] = rows;
  while (left.length > 0) {
    const placed = new Set(ordered.map(({ name }) => name));
    const next = left.filter(({ refersTo }) => refersTo.every((name) => placed.has(name)));
    if (next.length === 0) throw new Error(`tables refer to each other: ${left.map(({ name }) => name).join(', ')}`);
    ordered.push(...next);
    left = left.filter((table) => !next.includes(table));
  }
  return ordered;
}

/** The numbers of the migrations that a database has. */
export async function migrationsOf(session: Queryable): Promise<readonly number[]> {
  const { rows } = await session.query<{ version: number }>('SELECT version FROM soat.migration ORDER BY version');
  return rows.map(({ version }) => version);
}
