import type { SoatError } from '../../model/errors.js';
import { priorities } from '../../queue/jobs.js';
import type { QueuedDocument } from '../../store/Documents.js';
import type { Original, Originals } from '../../store/Originals.js';
import { inTransaction, type SqlPool } from '../../store/sql.js';
import { folded, storable } from './folded.js';

/** A file on its way into a round. */
export interface Incoming {
  /** Absolute path; the file may be gone once it is taken. */
  readonly absolute: string;
  /** Its name with the folders it was handed in with. */
  readonly relativeName: string;
  readonly bytes: number;
  /** Why it is not read. */
  readonly refusal: SoatError | null;
}

export interface Delivery {
  readonly round: number;
  /** The folder handed in; null for a file alone. */
  readonly submission: string | null;
  /** `inbox`, or a person's name. */
  readonly by: string;
  /** The inbox's mark under which an inspector finds the file. */
  readonly mark: string | null;
  /** `priorities`: the lower, the sooner. */
  readonly priority: number;
}

export interface Taken {
  readonly filing: number;
  readonly file: string;
  readonly duplicateOf: number | null;
  readonly refusal: SoatError | null;
}

/** Has a kept content read, for a round's pipeline. */
export type Owe = (document: QueuedDocument) => Promise<void>;

/** Takes files into rounds: kept by content first, then noted, then owed to be read. */
export class HandIn {
  readonly #pool: SqlPool;
  readonly #originals: Originals;
  readonly #owe: Owe;

  constructor(pool: SqlPool, originals: Originals, owe: Owe) {
    this.#pool = pool;
    this.#originals = originals;
    this.#owe = owe;
  }

  /** @throws SoatError `unreadable-file` where it is gone or held by another program; those of the machine */
  async take(file: Incoming, delivery: Delivery): Promise<Taken> {
    const { refusal } = file;
    // What is refused is kept too, where it can be read at all: nothing handed in is lost.
    const original = refusal?.code === 'unreadable-file' ? null : await this.#originals.keep(file.absolute);
    const { filing, duplicateOf } = await this.#note(file, delivery, original);
    if (refusal === null && duplicateOf === null && original !== null) {
      const { priority, round } = delivery;
      await this.#owe({ sha256: original.sha256, pipeline: await this.#pipelineOf(round), priority });
    }
    return { filing, file: file.relativeName, duplicateOf, refusal };
  }

  /** Owes again what a process that died between noting and owing left behind. */
  async resume(): Promise<void> {
    const { rows } = await this.#pool.query<{ sha256: string; pipeline: string | null }>(
      `SELECT filing.sha256, round.configuration AS pipeline FROM soat.filing JOIN soat.round ON round.id = filing.round
       WHERE state IN ('waiting', 'reading') AND duplicate_of IS NULL AND NOT EXISTS (
         SELECT FROM soat.document owed
         WHERE owed.sha256 = filing.sha256 AND owed.pipeline = coalesce(round.configuration, ''))
       ORDER BY filing.id`,
    );
    for (const { sha256, pipeline } of rows) await this.#owe({ sha256, pipeline, priority: priorities.round });
  }

  async #pipelineOf(round: number): Promise<string | null> {
    const { rows } = await this.#pool.query<{ pipeline: string | null }>(
      'SELECT configuration AS pipeline FROM soat.round WHERE id = $1',
      [round],
    );
    return rows[0]?.pipeline ?? null;
  }

  async #note(file: Incoming, delivery: Delivery, original: Original | null) {
    return inTransaction(this.#pool, async (session) => {
      const sha256 = original?.sha256 ?? null;
      // Two copies that arrive at once: one of them is first.
      await session.query('SELECT FROM soat.original WHERE sha256 = $1 FOR UPDATE', [sha256]);
      const { rows: same } = await session.query<{ id: number }>(
        'SELECT id FROM soat.filing WHERE sha256 = $1 AND round = $2 AND duplicate_of IS NULL',
        [sha256, delivery.round],
      );
      const duplicateOf = file.refusal === null ? (same[0]?.id ?? null) : null;
      const name = storable(file.relativeName);
      const { rows } = await session.query<{ id: number }>(
        `INSERT INTO soat.filing
           (round, sha256, bytes, file, submission, mark, handed_in_by, duplicate_of, folded, state, errors)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::json) RETURNING id`,
        [
          delivery.round,
          sha256,
          original?.bytes ?? file.bytes,
          name,
          delivery.submission === null ? null : storable(delivery.submission),
          delivery.mark,
          delivery.by,
          duplicateOf,
          folded(name),
          file.refusal === null ? 'waiting' : 'failed',
          JSON.stringify(errorsOf(file.refusal)),
        ],
      );
      const filing = rows[0]?.id ?? 0;
      if (duplicateOf !== null) {
        await session.query(
          `UPDATE soat.filing SET state = first.state, pages = first.pages, pages_done = first.pages_done,
             errors = first.errors, agency = first.agency FROM soat.filing first WHERE first.id = $2 AND filing.id = $1`,
          [filing, duplicateOf],
        );
      }
      return { filing, duplicateOf };
    });
  }
}

function errorsOf(refusal: SoatError | null) {
  if (refusal === null) return [];
  return [{ code: refusal.code, page: null, message: refusal.explanation.vi, retryable: refusal.retryable }];
}
