import type { ErrorCode } from '../model/errors.js';
import type { StageOutcome } from './StageResults.js';
import type { SqlPool } from './sql.js';

interface Row {
  readonly result: string | null;
  readonly error: ErrorCode | null;
  readonly detail: string | null;
}

/** Comparisons of rounds, by a key made of all that they depend on: what is asked, and what came of it. */
export class Comparisons {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  /** Notes what is to be compared. A result that is there stays; a failure is forgotten, so that it is tried again. */
  async ask(key: string, request: string): Promise<void> {
    await this.#pool.query(
      `INSERT INTO soat.comparison (key, request) VALUES ($1, $2::json)
       ON CONFLICT (key) DO UPDATE SET request = excluded.request, error = NULL, detail = NULL
       WHERE comparison.result IS NULL`,
      [key, request],
    );
  }

  /** What is to be compared, as JSON text; undefined where nothing is owed under this key. */
  async owed(key: string): Promise<string | undefined> {
    const { rows } = await this.#pool.query<{ request: string }>(
      `SELECT request::text AS request FROM soat.comparison
       WHERE key = $1 AND request IS NOT NULL AND result IS NULL AND error IS NULL`,
      [key],
    );
    return rows[0]?.request;
  }

  /** What came of a comparison; undefined while it is owed, or where nobody asked. */
  async find(key: string): Promise<StageOutcome | undefined> {
    const { rows } = await this.#pool.query<Row>(
      `SELECT result::text AS result, error, detail FROM soat.comparison
       WHERE key = $1 AND (result IS NOT NULL OR error IS NOT NULL)`,
      [key],
    );
    return rows.map(({ result, error, detail }): StageOutcome => {
      return result === null ? { ok: false, code: error ?? 'internal', detail } : { ok: true, json: result };
    })[0];
  }

  /** Keeps what came of a comparison; its request, which may be large, is needed no more once there is a result. */
  async keep(key: string, outcome: StageOutcome): Promise<void> {
    await this.#pool.query(
      `UPDATE soat.comparison SET result = $2::json, error = $3, detail = $4,
         request = CASE WHEN $2 IS NULL THEN request END, made_at = now()
       WHERE key = $1 AND result IS NULL`,
      [
        key,
        outcome.ok ? outcome.json : null,
        outcome.ok ? null : outcome.code,
        // PostgreSQL text holds no NUL, and a message may.
        outcome.ok ? null : (outcome.detail?.replaceAll('\0', '') ?? null),
      ],
    );
  }
}
