import type { StageKeys } from '../../audit/stageKeys.js';
import type { ErrorCode } from '../../model/errors.js';
import { priorities } from '../../queue/jobs.js';
import type { Store } from '../../store/Store.js';
import type { Owe } from './HandIn.js';
import { isOlderReading } from './isOlderReading.js';
import { Where } from './Where.js';

export interface RetryFilter {
  readonly round?: number;
  readonly filing?: number;
  /** Only what failed with one of these; default: all that failed, is partial, or was cancelled. */
  readonly codes?: readonly ErrorCode[] | undefined;
  /** Also what an older version of Soát made. */
  readonly olderVersion: boolean;
}

export interface RetriesOptions {
  readonly store: Pick<Store, 'pool' | 'results'>;
  readonly keys: (pipeline: string | null) => StageKeys;
  readonly owe: Owe;
  /** Lets go of the jobs of documents that are owed no more. */
  readonly dropFromQueue: () => Promise<unknown>;
}

interface Ended {
  readonly id: number;
  readonly sha256: string;
  readonly configuration: string | null;
  readonly line: string | null;
  readonly state: 'complete' | 'partial' | 'failed' | 'cancelled';
  readonly errors: readonly { readonly code: ErrorCode }[];
}

/** Runs again, and stops, what was handed in. */
export class Retries {
  readonly #options: RetriesOptions;

  constructor(options: RetriesOptions) {
    this.#options = options;
  }

  /** @returns how many documents were handed in again; what was read of them stays visible meanwhile */
  async retry({ round, filing, codes, olderVersion }: RetryFilter): Promise<number> {
    const where = new Where()
      .and('filing.sha256 IS NOT NULL AND duplicate_of IS NULL')
      .and("state IN ('complete', 'partial', 'failed', 'cancelled')");
    if (round !== undefined) where.and('filing.round = ?', round);
    if (filing !== undefined) where.and('filing.id = ?', filing);
    const { pool, results } = this.#options.store;
    const { rows } = await pool.query<Ended>(
      `SELECT filing.id, filing.sha256, configuration, line, state, errors
       FROM soat.filing JOIN soat.round ON round.id = filing.round ${where.text} ORDER BY filing.id`,
      where.params,
    );
    const isAsked = ({ state, errors }: Ended) =>
      codes === undefined ? state !== 'complete' : errors.some(({ code }) => codes.includes(code));
    const isOlder = (ended: Ended) => ended.state !== 'cancelled' && isOlderReading(ended, this.#options.keys);
    const again = rows.filter((ended) => isAsked(ended) || (olderVersion && isOlder(ended)));
    for (const { id, sha256, configuration: pipeline } of again) {
      if (codes !== undefined) await results.forgetErrors(sha256, codes);
      // Owed before it waits: a filing that waits for what is not owed would be published as it was.
      await this.#options.owe({
        sha256,
        pipeline,
        priority: filing === undefined ? priorities.round : priorities.inspector,
      });
      await pool.query(`UPDATE soat.filing SET state = 'waiting', errors = '[]' WHERE id = $1 OR duplicate_of = $1`, [
        id,
      ]);
    }
    if (round !== undefined) await pool.query('UPDATE soat.round SET cancelled_at = NULL WHERE id = $1', [round]);
    return again.length;
  }

  /** What still waits is owed no more; pages in work are finished, and all that was read is kept. */
  async cancel(round: number): Promise<void> {
    const { pool } = this.#options.store;
    await pool.query('UPDATE soat.round SET cancelled_at = now() WHERE id = $1', [round]);
    await pool.query(
      `UPDATE soat.filing SET state = 'cancelled' WHERE round = $1 AND state IN ('waiting', 'reading')`,
      [round],
    );
    await pool.query(
      `DELETE FROM soat.document owed WHERE status = 'queued'
         AND EXISTS (SELECT FROM soat.filing WHERE filing.sha256 = owed.sha256)
         AND NOT EXISTS (SELECT FROM soat.filing JOIN soat.round ON round.id = filing.round
           WHERE filing.sha256 = owed.sha256 AND coalesce(round.configuration, '') = owed.pipeline
             AND state IN ('waiting', 'reading'))`,
    );
    await this.#options.dropFromQueue();
  }
}
