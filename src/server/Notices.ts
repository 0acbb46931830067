import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { SqlClient, SqlPool } from '../store/sql.js';

/** Something changed in a round; whoever shows it looks anew. */
export const notice = z.strictObject({
  kind: z.enum(['document', 'pages', 'flags', 'round']),
  round: z.int(),
  document: z.int().nullable(),
});
export type Notice = z.infer<typeof notice>;

const channel = 'soat_notice';
/** Milliseconds before a lost database is asked again. */
const reconnectEvery = 1_000;

/** News between the processes of an installation, through the database that they share. */
export class Notices {
  readonly #pool: SqlPool;
  readonly #listeners = new Set<(notice: Notice) => void>();
  readonly #end = new AbortController();
  #client: SqlClient | undefined;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  async open(): Promise<void> {
    const client = await this.#pool.connect();
    client.on('notification', (message: { channel: string; payload?: string }) => {
      if (message.channel === channel) this.#hear(message.payload ?? '');
    });
    try {
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.once('end', () => void this.#openAgain());
    this.#client = client;
  }

  async tell(news: Notice): Promise<void> {
    await this.#pool.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify(news)]);
  }

  /** @returns the function that ends the listening */
  listen(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#end.abort();
    this.#listeners.clear();
    this.#client?.release(true);
    this.#client = undefined;
  }

  /** A lost connection is waited for; what was told meanwhile is not known, so every round counts as changed. */
  async #openAgain(): Promise<void> {
    const { signal } = this.#end;
    this.#client?.release(true);
    this.#client = undefined;
    while (!signal.aborted) {
      try {
        await this.open();
        const { rows } = await this.#pool.query<{ id: number }>('SELECT id FROM soat.round');
        for (const { id } of rows) this.#pass({ kind: 'round', round: id, document: null });
        return;
      } catch {
        await pause(reconnectEvery, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  #hear(payload: string): void {
    const news = notice.safeParse(JSON.parse(payload));
    if (news.success) this.#pass(news.data);
  }

  #pass(news: Notice): void {
    for (const listener of this.#listeners) listener(news);
  }
}
