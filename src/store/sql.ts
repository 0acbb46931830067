import type { EventEmitter } from 'node:events';

/**
 * The part of node-postgres that Soát and BullMQ use. A server's pool has this shape, and so has the embedded database:
 * code above the store cannot tell them apart.
 */
export interface SqlResult<Row> {
  readonly rows: Row[];
  readonly rowCount: number | null;
}

export interface Queryable {
  query<Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>>;
}

/** One session; emits `notification` ({channel, payload}), and `end` where its connection is lost. */
export interface SqlClient extends Queryable, EventEmitter {
  release(destroy?: boolean): void;
}

export interface SqlPool extends Queryable, EventEmitter {
  connect(): Promise<SqlClient>;
  end(): Promise<void>;
}

/** Runs `work` in one transaction: all of its statements hold, or none. */
export async function inTransaction<Result>(
  pool: SqlPool,
  work: (session: Queryable) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // Where the connection is lost the server rolls back by itself; why the work failed is what counts.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
