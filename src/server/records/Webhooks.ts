import { createHmac, randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { z } from 'zod';
import { SoatError } from '../../model/errors.js';
import type { SqlPool } from '../../store/sql.js';
import type { webhookDelivery, webhook as webhookSchema } from '../api/webhooks.js';
import { plain } from './plain.js';
import { newSecret } from './secrets.js';

export type WebhookView = z.output<typeof webhookSchema>;
type Event = z.output<typeof webhookDelivery>['event'];

/** What an event is about. */
export interface Subject {
  readonly round: number | null;
  readonly document: number | null;
  readonly flag: number | null;
}

interface Due {
  readonly id: string;
  readonly webhook: number;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
  readonly attempts: number;
}

/** Milliseconds for an answer. */
const patience = 10_000;
/** Milliseconds between two looks for what is due. */
const lookEvery = 5_000;
/** Tries double their distance from ten seconds on: the last is after about a day. */
const mostAttempts = 13;

const columns = `id, url, events, enabled, created_at AS "createdAt", last_status AS "lastStatus", last_at AS "lastAt"`;

/** Addresses that are told of events. Deliveries stand in the database until they are taken or given up. */
export class Webhooks {
  readonly #pool: SqlPool;
  readonly #log: FastifyBaseLogger;
  #clock: NodeJS.Timeout | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor(pool: SqlPool, log: FastifyBaseLogger) {
    this.#pool = pool;
    this.#log = log;
  }

  open(): void {
    this.#clock = setInterval(() => {
      this.#sending = this.#sending
        .then(() => this.#sendDue())
        .catch((error: unknown) => {
          this.#log.error({ err: error }, 'webhooks not sent; tried again');
        });
    }, lookEvery);
  }

  async close(): Promise<void> {
    clearInterval(this.#clock);
    await this.#sending;
  }

  async list(): Promise<WebhookView[]> {
    return (await this.#pool.query<Raw>(`SELECT ${columns} FROM soat.webhook ORDER BY id`)).rows.map(plain);
  }

  async add(url: string, events: readonly string[]): Promise<{ webhook: WebhookView; secret: string }> {
    const secret = newSecret();
    const { rows } = await this.#pool.query<Raw>(
      `INSERT INTO soat.webhook (url, events, secret) VALUES ($1, $2, $3) RETURNING ${columns}`,
      [url, events, secret],
    );
    return { webhook: plain(found(rows)), secret };
  }

  /** @throws SoatError `not-found` */
  async change(
    id: number,
    {
      url,
      events,
      enabled,
    }: { url?: string | undefined; events?: readonly string[] | undefined; enabled?: boolean | undefined },
  ): Promise<WebhookView> {
    const { rows } = await this.#pool.query<Raw>(
      `UPDATE soat.webhook SET url = coalesce($2, url), events = coalesce($3::text[], events),
         enabled = coalesce($4, enabled) WHERE id = $1 RETURNING ${columns}`,
      [id, url ?? null, events ?? null, enabled ?? null],
    );
    return plain(found(rows));
  }

  /** @throws SoatError `not-found` */
  async remove(id: number): Promise<void> {
    found((await this.#pool.query('DELETE FROM soat.webhook WHERE id = $1 RETURNING id', [id])).rows);
  }

  /** Sends a test event at once. @returns the answer's status; null where there was none. @throws SoatError `not-found` */
  async test(id: number): Promise<number | null> {
    const { rows } = await this.#pool.query<{ url: string; secret: string }>(
      'SELECT url, secret FROM soat.webhook WHERE id = $1',
      [id],
    );
    const { url, secret } = found(rows);
    const body = bodyOf(randomUUID(), 'test', { round: null, document: null, flag: null });
    return this.#post({ id: '', webhook: id, url, secret, body, attempts: 0 });
  }

  /** Owes events of one kind to everyone who asked for it, in one statement: a decision on many flags is thousands. */
  async announce(event: WebhookView['events'][number], subjects: readonly Subject[]): Promise<void> {
    const { rows } = await this.#pool.query<{ id: number }>(
      'SELECT id FROM soat.webhook WHERE enabled AND $1 = ANY(events)',
      [event],
    );
    if (rows.length === 0) return;
    const owed = rows.flatMap(({ id: webhook }) =>
      subjects.map((subject) => {
        const id = randomUUID();
        return { id, webhook, body: bodyOf(id, event, subject) };
      }),
    );
    await this.#pool.query(
      `INSERT INTO soat.delivery (id, webhook, body)
       SELECT id, webhook, body FROM json_to_recordset($1::json) AS owed (id uuid, webhook int, body text)`,
      [JSON.stringify(owed)],
    );
  }

  async #sendDue(): Promise<void> {
    const { rows } = await this.#pool.query<Due>(
      `SELECT delivery.id, webhook, url, secret, body, attempts FROM soat.delivery
         JOIN soat.webhook ON webhook.id = delivery.webhook
       WHERE next_at <= now() AND enabled ORDER BY next_at LIMIT 50`,
    );
    for (const due of rows) {
      const status = await this.#post(due);
      const taken = status !== null && status >= 200 && status < 300;
      if (taken || due.attempts + 1 >= mostAttempts) {
        await this.#pool.query('DELETE FROM soat.delivery WHERE id = $1', [due.id]);
      } else {
        await this.#pool.query(
          `UPDATE soat.delivery SET attempts = attempts + 1, next_at = now() + make_interval(secs => $2) WHERE id = $1`,
          [due.id, 10 * 2 ** due.attempts],
        );
      }
    }
  }

  async #post({ webhook, url, secret, body }: Due): Promise<number | null> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    const status = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-soat-timestamp': timestamp,
        'x-soat-signature': `sha256=${signature}`,
      },
      // An answer that points elsewhere is not followed: the administrator named this address.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    }).then(
      (answer) => answer.status,
      () => null,
    );
    await this.#pool.query('UPDATE soat.webhook SET last_status = $2, last_at = now() WHERE id = $1', [
      webhook,
      status,
    ]);
    return status;
  }
}

interface Raw extends Omit<WebhookView, 'createdAt' | 'lastAt'> {
  readonly createdAt: Date;
  readonly lastAt: Date | null;
}

function bodyOf(id: string, event: Event, subject: Subject): string {
  return JSON.stringify({ id, event, at: new Date().toISOString(), ...subject });
}

function found<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new SoatError('not-found');
  return row;
}
