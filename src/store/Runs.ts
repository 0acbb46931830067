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

  async finish(run: string): Promise<void> {
    await this.#pool.query('UPDATE soat.run SET finished_at = now() WHERE id = $1', [run]);
  }
}
