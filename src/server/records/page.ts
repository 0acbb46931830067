import { SoatError } from '../../model/errors.js';
import type { Queryable } from '../../store/sql.js';
import { Where } from './Where.js';

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
  /** `FROM …` with the joins that conditions and order need. */
  readonly from: string;
  /** Joins that only the rows of the page need; `id` is a key of `from` then. */
  readonly details?: string;
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

interface Placed extends Keyed {
  readonly page_place: unknown;
  readonly page_id: number | null;
  readonly total: number;
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
  const { select, from, details, where, order, id, cursor, limit } = query;
  const matching = where.text;
  const after = new Where(where.params);
  if (cursor !== undefined) {
    const { order_key, id: last } = placeOf(cursor);
    const sign = order.descending === true ? '<' : '>';
    after.and(`(page_place, page_id) ${sign} (?::text::${order.type}, ?::integer)`, order_key, last);
  }
  const direction = order.descending === true ? 'DESC' : 'ASC';
  const inOrder = `ORDER BY page_place ${direction}, page_id ${direction}`;
  const place = `${order.by} AS page_place, ${id} AS page_id`;
  const [found, shown] =
    details === undefined
      ? [`${select}, ${place}`, 'SELECT * FROM page']
      : [place, `SELECT ${select}, page_place, page_id FROM page JOIN ${from} ON ${id} = page_id ${details}`];
  // What matches is looked through once, for the number of all and for the page.
  const { rows } = await database.query<Placed & Row>(
    `WITH matching AS MATERIALIZED (SELECT ${found} FROM ${from} ${matching}),
       page AS (SELECT * FROM matching ${after.text} ${inOrder} LIMIT ${limit + 1}),
       shown AS (${shown})
     SELECT shown.*, page_place::text AS order_key, total
     FROM (SELECT count(*)::int AS total FROM matching) counted LEFT JOIN shown ON true ${inOrder}`,
    after.params,
  );
  // With nothing to show there is one row, for the number of all.
  const items = rows.filter(({ page_id }) => page_id !== null);
  const last = items.slice(0, limit).at(-1);
  return {
    items: items.slice(0, limit).map(({ page_id, page_place, order_key, total, ...row }) => row as unknown as Row),
    next: items.length > limit && last !== undefined ? cursorOf({ order_key: last.order_key, id: last.id }) : null,
    total: rows[0]?.total ?? 0,
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
