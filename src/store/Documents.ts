import type { SoatDocument } from '../model/document.js';
import type { SqlPool } from './sql.js';

type DocumentStatus = SoatDocument['status'];

/** One content to be audited by one pipeline; null: by the report's year. */
export interface DocumentKey {
  readonly sha256: string;
  readonly pipeline: string | null;
}

export interface QueuedDocument extends DocumentKey {
  /** As BullMQ counts: the lower, the sooner. */
  readonly priority: number;
}

interface Row {
  readonly queued_at: string;
  readonly sha256: string;
  readonly pipeline: string;
  readonly priority: number;
}

const rowsAtOnce = 500;

/** What has to be audited and what became of it: the truth from which the queue can be made anew. */
export class Documents {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  /** Notes that a document is owed. @returns false where it is owed already */
  async enqueue({ sha256, pipeline, priority }: QueuedDocument): Promise<boolean> {
    const { rows } = await this.#pool.query(
      `INSERT INTO soat.document AS known (sha256, pipeline, priority) VALUES ($1, $2, $3)
       ON CONFLICT (sha256, pipeline) DO UPDATE
         SET status = 'queued', priority = $3, queued_at = now(), ended_at = NULL WHERE known.status <> 'queued'
       RETURNING sha256`,
      [sha256, pipeline ?? '', priority],
    );
    return rows.length > 0;
  }

  /** Notes the end of a document that is owed; of another, nothing. */
  async end({ sha256, pipeline }: DocumentKey, status: DocumentStatus): Promise<void> {
    await this.#pool.query(
      `UPDATE soat.document SET status = $3, ended_at = now() WHERE sha256 = $1 AND pipeline = $2`,
      [sha256, pipeline ?? '', status],
    );
  }

  /** All that is owed, the longest owed first; however much, in steps of some hundred. */
  async *queued(): AsyncGenerator<QueuedDocument, void, undefined> {
    let last: Omit<Row, 'priority'> = { queued_at: '-infinity', sha256: '', pipeline: '' };
    while (true) {
      const { rows } = await this.#pool.query<Row>(
        `SELECT queued_at::text AS queued_at, sha256, pipeline, priority FROM soat.document
         WHERE status = 'queued' AND (queued_at, sha256, pipeline) > ($1::timestamptz, $2, $3)
         ORDER BY document.queued_at, sha256, pipeline LIMIT ${rowsAtOnce}`,
        [last.queued_at, last.sha256, last.pipeline],
      );
      for (const { sha256, pipeline, priority } of rows) {
        yield { sha256, pipeline: pipeline === '' ? null : pipeline, priority };
      }
      const end = rows.at(-1);
      if (end === undefined) return;
      last = end;
    }
  }

  async counts(): Promise<Readonly<Record<DocumentStatus | 'queued', number>>> {
    const { rows } = await this.#pool.query<{ status: DocumentStatus | 'queued'; count: number }>(
      'SELECT status, count(*)::int AS count FROM soat.document GROUP BY status',
    );
    const counts = { queued: 0, complete: 0, partial: 0, failed: 0 };
    for (const { status, count } of rows) counts[status] = count;
    return counts;
  }
}
