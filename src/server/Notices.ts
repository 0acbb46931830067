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

/** News between the processes of an installation, through the database that they share. */
export class Notices {
  readonly #pool: SqlPool;
  readonly #listeners = new Set<(notice: Notice) => void>();
  #client: SqlClient | undefined;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  async open(): Promise<void> {
    const client = await this.#pool.connect();
    this.#client = client;
    client.on('notification', (message: { channel: string; payload?: string }) => {
      if (message.channel === channel) this.#hear(message.payload ?? '');
    });
    await client.query(`LISTEN ${channel}`);
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
    this.#listeners.clear();
    this.#client?.release(true);
    this.#client = undefined;
  }

  #hear(payload: string): void {
    const news = notice.safeParse(JSON.parse(payload));
    if (news.success) for (const listener of this.#listeners) listener(news.data);
  }
}
