import type { SqlPool } from './sql.js';

/** Results of the comparison of rounds, by a key made of all that they depend on. */
export class Comparisons {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  /** The result as JSON text; undefined where this comparison was never made. */
  async find(key: string): Promise<string | undefined> {
    const { rows } = await this.#pool.query<{ result: string }>(
      'SELECT result::text AS result FROM soat.comparison WHERE key = $1',
      [key],
    );
    return rows[0]?.result;
  }

  async keep(key: string, json: string): Promise<void> {
    await this.#pool.query('INSERT INTO soat.comparison (key, result) VALUES ($1, $2::json) ON CONFLICT DO NOTHING', [
      key,
      json,
    ]);
  }
}
