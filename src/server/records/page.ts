import { SoatError } from '../../model/errors.js';
import type { Queryable } from '../../store/sql.js';
import type { Where } from './Where.js';

export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
  readonly total: number;
}

/** An order of a list: by an expression that is never null, and by `id` where it is equal. */
export interface Order {
  readonly by: string;
  readonly type: 'text' | 'integer' | 'double precision' | 'timestamptz';
  readonly descending?: boolean;
}

export interface PageQuery {
  /** `SELECT …` columns, `id` among them. */
  readonly select: string;
  /** `FROM …` with its joins. */
  readonly from: string;
  readonly where: Where;
  readonly order: Order;
  /** The expression of `id`. */
  readonly id: string;
  readonly cursor: string | undefined;
  readonly limit: number;
}

interface Keyed {
  readonly order_key: string;
  readonly id: number;
}

/**
 * One page of a list. The cursor tells the last row's place in the order, not its number, so that rows that come or go
 * meanwhile neither repeat nor hide others.
 * @throws SoatError `invalid-request` for a cursor of another list
 */
export async function pageOf<Row extends { readonly id: number }>(
  database: Queryable,
  query: PageQuery,
): Promise<Page<Row>> {
  const { select, from, where, order, id, cursor, limit } = query;
  const { rows: counted } = await database.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM ${from} ${where.text}`,
    where.params,
  );
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const direction = order.descending === true ? 'DESC' : 'ASC';
  if (after !== undefined) {
    where.and(
      `(${order.by}, ${id}) ${order.descending === true ? '<' : '>'} (?::text::${order.type}, ?::integer)`,
      after.order_key,
      after.id,
    );
  }
  const { rows } = await database.query<Row & Keyed>(
    `SELECT ${select}, (${order.by})::text AS order_key FROM ${from} ${where.text}
     ORDER BY ${order.by} ${direction}, ${id} ${direction} LIMIT ${limit + 1}`,
    where.params,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ order_key: _, ...row }) => row as unknown as Row),
    next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
    total: counted[0]?.total ?? 0,
  };
}

function cursorOf({ order_key, id }: Keyed): string {
  return Buffer.from(JSON.stringify([order_key, id])).toString('base64url');
}

function placeOf(cursor: string): Keyed {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(place) && typeof place[0] === 'string' && Number.isInteger(place[1])) {
      return { order_key: place[0], id: place[1] };
    }
  } catch {
    // Told below.
  }
  throw new SoatError('invalid-request', 'cursor');
}
