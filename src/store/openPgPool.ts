import pg from 'pg';

const connectionTimeoutMillis = 10_000;

/** Connections to a PostgreSQL server. One that the server cuts fails the statement in work, is replaced, and ends no process. */
export function openPgPool(connectionString: string, settings: Pick<pg.PoolConfig, 'max' | 'options'>): pg.Pool {
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis, keepAlive: true, ...settings });
  // The pool hears of idle connections alone; one that is cut in the midst of somebody's transaction tells of itself.
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
  return pool;
}
