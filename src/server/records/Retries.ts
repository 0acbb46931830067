import { softwareVersion } from '../../audit/softwareVersion.js';
import type { ErrorCode } from '../../model/errors.js';
import { priorities } from '../../queue/jobs.js';
import type { Store } from '../../store/Store.js';
import type { Owe } from './HandIn.js';
import { Where } from './Where.js';

export interface RetryFilter {
  readonly round?: number;
  readonly filing?: number;
  /** Only what failed with one of these; default: all that failed, is partial, or was cancelled. */
  readonly codes?: readonly ErrorCode[] | undefined;
  /** Also what an older version of Soát made. */
  readonly olderVersion: boolean;
}

/** Runs again, and stops, what was handed in. */
export class Retries {
  readonly #store: Pick<Store, 'pool' | 'results'>;
  readonly #owe: Owe;
  readonly #dropFromQueue: () => Promise<unknown>;

  /** @param dropFromQueue lets go of the jobs of documents that are owed no more */
  constructor(store: Pick<Store, 'pool' | 'results'>, owe: Owe, dropFromQueue: () => Promise<unknown>) {
    this.#store = store;
    this.#owe = owe;
    this.#dropFromQueue = dropFromQueue;
  }

  /** @returns how many documents were handed in again; what was read of them stays visible meanwhile */
  async retry({ round, filing, codes, olderVersion }: RetryFilter): Promise<number> {
    const where = new Where().and('filing.sha256 IS NOT NULL AND duplicate_of IS NULL');
    if (round !== undefined) where.and('filing.round = ?', round);
    if (filing !== undefined) where.and('filing.id = ?', filing);
    const failed = codes === undefined ? "state IN ('failed', 'partial', 'cancelled')" : anyCode;
    where.and(
      `${failed} OR (?::boolean AND state IN ('complete', 'partial', 'failed') AND software_version <> ?)`,
      ...(codes === undefined ? [] : [codes]),
      olderVersion,
      softwareVersion,
    );
    const { pool, results } = this.#store;
    const { rows } = await pool.query<{ id: number; sha256: string; pipeline: string | null }>(
      `SELECT filing.id, filing.sha256, round.pipeline FROM soat.filing JOIN soat.round ON round.id = filing.round
       ${where.text} ORDER BY filing.id`,
      where.params,
    );
    for (const { id, sha256, pipeline } of rows) {
      if (codes !== undefined) await results.forgetErrors(sha256, codes);
      // Owed before it waits: a filing that waits for what is not owed would be published as it was.
      await this.#owe({ sha256, pipeline, priority: filing === undefined ? priorities.round : priorities.inspector });
      await pool.query(`UPDATE soat.filing SET state = 'waiting', errors = '[]' WHERE id = $1 OR duplicate_of = $1`, [
        id,
      ]);
    }
    if (round !== undefined) await pool.query('UPDATE soat.round SET cancelled_at = NULL WHERE id = $1', [round]);
    return rows.length;
  }

  /** What still waits is owed no more; pages in work are finished, and all that was read is kept. */
  async cancel(round: number): Promise<void> {
    const { pool } = this.#store;
    await pool.query('UPDATE soat.round SET cancelled_at = now() WHERE id = $1', [round]);
    await pool.query(
      `UPDATE soat.filing SET state = 'cancelled' WHERE round = $1 AND state IN ('waiting', 'reading')`,
      [round],
    );
    await pool.query(
      `DELETE FROM soat.document owed WHERE status = 'queued'
         AND EXISTS (SELECT FROM soat.filing WHERE filing.sha256 = owed.sha256)
         AND NOT EXISTS (SELECT FROM soat.filing JOIN soat.round ON round.id = filing.round
           WHERE filing.sha256 = owed.sha256 AND coalesce(round.pipeline, '') = owed.pipeline
             AND state IN ('waiting', 'reading'))`,
    );
    await this.#dropFromQueue();
  }
}

const anyCode = `EXISTS (SELECT FROM json_array_elements(errors) failure WHERE failure ->> 'code' = ANY(?::text[]))`;
