import { z } from 'zod';
import { type FlagTrace, flagTraceSchema } from '../model/flagChanges.js';
import type { SqlPool } from './sql.js';

export type InputStatus = 'pending' | 'complete' | 'partial' | 'failed';

/** Which files were handed in when, and what became of them. */
export class Runs {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  /** @returns the new run's id */
  async start(pipeline: string | null): Promise<string> {
    const { rows } = await this.#pool.query<{ id: string }>(
      'INSERT INTO soat.run (pipeline) VALUES ($1) RETURNING id::text AS id',
      [pipeline],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error('the database gave the run no id');
    return id;
  }

  /** @param place the input's place in the run, from 0; `sha256` is null for a file that could not be opened */
  async addInput(
    run: string,
    place: number,
    input: { readonly absolute: string; readonly relativeName: string },
    sha256: string | null,
  ): Promise<void> {
    await this.#pool.query(
      `INSERT INTO soat.run_input (run, place, path, file, sha256, status) VALUES ($1, $2, $3, $4, $5, $6)`,
      [run, place, input.absolute, input.relativeName, sha256, sha256 === null ? 'failed' : 'pending'],
    );
  }

  async setStatus(run: string, sha256: string, status: InputStatus): Promise<void> {
    await this.#pool.query('UPDATE soat.run_input SET status = $3 WHERE run = $1 AND sha256 = $2', [
      run,
      sha256,
      status,
    ]);
  }

  /** @param report agency and year of a report; null where they are not known */
  async keepFlags(run: string, path: string, report: string | null, flags: readonly FlagTrace[] | null): Promise<void> {
    const json = flags === null ? null : JSON.stringify(flags);
    await this.#pool.query('UPDATE soat.run_input SET report = $3, flags = $4::json WHERE run = $1 AND path = $2', [
      run,
      path,
      report,
      json,
    ]);
  }

  /** What the last run before this one reported of the file of that path, else of that report; null where none did. */
  async earlierFlags(run: string, path: string, report: string | null): Promise<readonly FlagTrace[] | null> {
    const { rows } = await this.#pool.query<{ flags: string }>(
      `SELECT flags::text AS flags FROM soat.run_input
       WHERE run < $1 AND flags IS NOT NULL AND (path = $2 OR report = $3)
       ORDER BY (path = $2) DESC, run DESC LIMIT 1`,
      [run, path, report],
    );
    const [row] = rows;
    return row === undefined ? null : z.array(flagTraceSchema).parse(JSON.parse(row.flags));
  }

  async finish(run: string): Promise<void> {
    await this.#pool.query('UPDATE soat.run SET finished_at = now() WHERE id = $1', [run]);
  }
}
