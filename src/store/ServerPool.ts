import { EventEmitter } from 'node:events';
import type pg from 'pg';
import { SoatError } from '../model/errors.js';
import { openPgPool } from './openPgPool.js';
import type { SqlClient, SqlPool, SqlResult } from './sql.js';

/** Connections of one process: statements are short, and pages in work at once are few. */
const connections = 8;

/** `pg.Pool` whose losses carry an error of the list: a server that restarts is waited for, a wrong statement is not. */
export class ServerPool extends EventEmitter implements SqlPool {
  readonly #pool: pg.Pool;

  constructor(url: string) {
    super();
    this.#pool = openPgPool(url, { max: connections });
  }

  query<Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>> {
    return named(() => this.#pool.query(text, params === undefined ? undefined : [...params]));
  }

  async connect(): Promise<SqlClient> {
    return new ServerClient(await named(() => this.#pool.connect()));
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

class ServerClient extends EventEmitter implements SqlClient {
  readonly #client: pg.PoolClient;
  #broken = false;
  readonly #noteBreak = () => {
    if (!this.#broken) this.emit('end');
    this.#broken = true;
  };
  readonly #pass = (message: pg.Notification) => this.emit('notification', message);

  constructor(client: pg.PoolClient) {
    super();
    this.#client = client;
    client.on('error', this.#noteBreak).on('end', this.#noteBreak).on('notification', this.#pass);
  }

  query<Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>> {
    return named(() => this.#client.query(text, params === undefined ? undefined : [...params]));
  }

  release(destroy = false): void {
    for (const event of ['error', 'end']) this.#client.removeListener(event, this.#noteBreak);
    this.#client.removeListener('notification', this.#pass);
    this.#client.release(destroy || this.#broken);
  }
}

async function named<Result>(work: () => Promise<unknown>): Promise<Result> {
  try {
    return (await work()) as Result;
  } catch (cause) {
    if (isOfStatement(cause)) throw cause;
    throw new SoatError('database-unreachable', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** False where the server is lost, stopping, full or refuses the connection: no statement can work. */
function isOfStatement(cause: unknown): boolean {
  const state = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^[0-9A-Z]{5}$/.test(state) && !/^(08|28|3D|53|57|58|XX)/.test(state);
}
