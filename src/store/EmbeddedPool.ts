import { EventEmitter } from 'node:events';
import type { PGlite } from '@electric-sql/pglite';
import { SoatError } from '../model/errors.js';
import type { Queryable, SqlClient, SqlPool, SqlResult } from './sql.js';

const opening = /^\s*(begin|start\s+transaction)\b/i;
const closing = /^\s*(commit|end|abort|rollback(?!\s+to))\b/i;

/**
 * PGlite with the surface of `pg.Pool`. PGlite is one session: statements stand in one row, and a client's transaction
 * owns the session until it ends. A client that only listens holds nothing.
 */
export class EmbeddedPool extends EventEmitter implements SqlPool {
  readonly #database: PGlite;
  readonly #clients = new Set<EmbeddedClient>();
  #lastInRow: Promise<void> = Promise.resolve();
  #ended: Promise<void> | undefined;

  /** Takes the database over: `end` closes it. */
  constructor(database: PGlite) {
    super();
    // Every queue and worker of BullMQ listens for errors of the pool.
    this.setMaxListeners(0);
    this.#database = database;
    database.onNotification((channel, payload) => {
      for (const client of this.#clients) client.emit('notification', { channel, payload });
    });
  }

  async query<Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>> {
    const leave = await this.#enterSession();
    try {
      return await this.#run<Row>(text, params);
    } finally {
      leave();
    }
  }

  async connect(): Promise<SqlClient> {
    const client = new EmbeddedClient(
      () => this.#enterSession(),
      { query: (text, params) => this.#run(text, params) },
      () => this.#clients.delete(client),
    );
    this.#clients.add(client);
    this.emit('connect', client);
    return client;
  }

  /** Waits for the statements in the row and closes the database. */
  end(): Promise<void> {
    this.#ended ??= this.#lastInRow.then(() => this.#database.close());
    return this.#ended;
  }

  /** Resolves when every earlier statement or transaction is over; the result lets the next one in. */
  async #enterSession(): Promise<() => void> {
    // BullMQ knows node-postgres' wording and drops stragglers of a closing worker by it.
    if (this.#ended !== undefined) throw new Error('Cannot use a pool after calling end on the pool');
    const before = this.#lastInRow;
    let leave = () => {};
    this.#lastInRow = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    return leave;
  }

  async #run<Row>(text: string, params: readonly unknown[] = []): Promise<SqlResult<Row>> {
    try {
      return await this.#send<Row>(text, params);
    } catch (cause) {
      throw isOfStatement(cause) ? cause : new SoatError('data-folder-unusable', messageOf(cause), { cause });
    }
  }

  async #send<Row>(text: string, params: readonly unknown[]): Promise<SqlResult<Row>> {
    if (params.length > 0) {
      const { rows, affectedRows } = await this.#database.query<Row>(text, [...params]);
      return { rows, rowCount: affectedRows ?? rows.length };
    }
    // Only the simple protocol takes several statements at once, as migrations have them.
    const last = (await this.#database.exec(text)).at(-1);
    return { rows: (last?.rows ?? []) as Row[], rowCount: last?.affectedRows ?? 0 };
  }
}

/** False for a full disk, a fault of the file system, damaged data, or WebAssembly that stopped: no statement can work. */
function isOfStatement(cause: unknown): boolean {
  const state = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^[0-9A-Z]{5}$/.test(state) && !/^(53|58|XX)/.test(state);
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

class EmbeddedClient extends EventEmitter implements SqlClient {
  readonly #enterSession: () => Promise<() => void>;
  readonly #session: Queryable;
  readonly #forget: () => void;
  #leaveSession: (() => void) | undefined;

  constructor(enterSession: () => Promise<() => void>, session: Queryable, forget: () => void) {
    super();
    this.#enterSession = enterSession;
    this.#session = session;
    this.#forget = forget;
  }

  async query<Row>(text: string, params?: readonly unknown[]): Promise<SqlResult<Row>> {
    if (this.#leaveSession !== undefined) {
      try {
        return await this.#session.query<Row>(text, params);
      } finally {
        if (closing.test(text)) this.#leave();
      }
    }
    const leave = await this.#enterSession();
    try {
      const result = await this.#session.query<Row>(text, params);
      if (opening.test(text)) this.#leaveSession = leave;
      return result;
    } finally {
      if (this.#leaveSession !== leave) leave();
    }
  }

  release(): void {
    this.#forget();
    if (this.#leaveSession !== undefined) {
      void this.query('ROLLBACK').catch(() => this.#leave());
    }
  }

  #leave(): void {
    const leave = this.#leaveSession;
    this.#leaveSession = undefined;
    leave?.();
  }
}
