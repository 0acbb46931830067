import type { ErrorCode } from '../model/errors.js';
import type { SqlPool } from './sql.js';
import { storableJson } from './storableJson.js';

/** What a result was made by: together with the bytes (and page) it decides the result. */
export interface StageKey {
  readonly stage: string;
  /** Of the stage's own code. */
  readonly version: string;
  /** Hash of all else: engines, model, pipeline, earlier stages. */
  readonly dependencies: string;
}

/** A result as JSON text, or why there is none. */
export type StageOutcome =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly code: ErrorCode; readonly detail: string | null };

interface Row {
  readonly page: number;
  readonly result: string | null;
  readonly error: ErrorCode | null;
  readonly detail: string | null;
}

/** The page number under which a result of the whole document stands. */
export const wholeDocument = 0;

/** The embedded database never gives memory back that one answer took; twenty pages take some megabytes. */
const pagesAtOnce = 20;

/** The table of what was done, by bytes, page and key. */
export class StageResults {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  async find(sha256: string, page: number, key: StageKey): Promise<StageOutcome | undefined> {
    const { rows } = await this.#pool.query<Row>(
      `SELECT page, result::text AS result, error, detail FROM soat.stage_result
       WHERE sha256 = $1 AND stage = $2 AND version = $3 AND dependencies = $4 AND page = $5`,
      [sha256, key.stage, key.version, key.dependencies, page],
    );
    return rows.map(outcomeOf)[0];
  }

  /** All pages of a stage, in order. */
  async pages(sha256: string, key: StageKey): Promise<ReadonlyMap<number, StageOutcome>> {
    const pages = new Map<number, StageOutcome>();
    let batch: readonly Row[];
    do {
      ({ rows: batch } = await this.#pool.query<Row>(
        `SELECT page, result::text AS result, error, detail FROM soat.stage_result
         WHERE sha256 = $1 AND stage = $2 AND version = $3 AND dependencies = $4 AND page > $5
         ORDER BY page LIMIT ${pagesAtOnce}`,
        [sha256, key.stage, key.version, key.dependencies, Math.max(0, ...pages.keys())],
      ));
      for (const row of batch) pages.set(row.page, outcomeOf(row));
    } while (batch.length === pagesAtOnce);
    return pages;
  }

  /** The pages of a stage that have an outcome, each with its error code or null; without the results' weight. */
  async pageErrors(sha256: string, key: StageKey): Promise<ReadonlyMap<number, ErrorCode | null>> {
    const { rows } = await this.#pool.query<Pick<Row, 'page' | 'error'>>(
      `SELECT page, error FROM soat.stage_result
       WHERE sha256 = $1 AND stage = $2 AND version = $3 AND dependencies = $4`,
      [sha256, key.stage, key.version, key.dependencies],
    );
    return new Map(rows.map(({ page, error }) => [page, error]));
  }

  /** A part of a kept result as JSON text, without the weight of the rest; undefined where there is none. */
  async part(sha256: string, page: number, key: StageKey, path: readonly string[]): Promise<string | undefined> {
    const { rows } = await this.#pool.query<{ part: string | null }>(
      `SELECT (result #> $6::text[])::text AS part FROM soat.stage_result
       WHERE sha256 = $1 AND stage = $2 AND version = $3 AND dependencies = $4 AND page = $5`,
      [sha256, key.stage, key.version, key.dependencies, page, path],
    );
    return rows[0]?.part ?? undefined;
  }

  /** The contents whose analysis says that they report on a year, with the name under which each was last handed in. */
  async analysedOn(year: number): Promise<readonly { readonly sha256: string; readonly file: string }[]> {
    const { rows } = await this.#pool.query<{ sha256: string; file: string }>(
      `SELECT DISTINCT ON (analysed.sha256) analysed.sha256, input.file
       FROM soat.stage_result analysed JOIN soat.run_input input ON input.sha256 = analysed.sha256
       WHERE analysed.stage = 'analyse' AND analysed.result #>> '{comparable,identity,year}' = $1
       ORDER BY analysed.sha256, input.run DESC`,
      [String(year)],
    );
    return rows;
  }

  /**
   * The latest analysis of a content as JSON text: its comparable where the given version of the code made it, else the
   * whole document, whose parts that no file shows may have another shape today.
   */
  async latestAnalysis(
    sha256: string,
    version: string,
  ): Promise<{ readonly comparable: string | null; readonly document: string | null } | undefined> {
    const { rows } = await this.#pool.query<{ comparable: string | null; document: string | null }>(
      `SELECT CASE WHEN version = $2 THEN (result -> 'comparable')::text END AS comparable,
              CASE WHEN version <> $2 THEN result::text END AS document
       FROM soat.stage_result WHERE sha256 = $1 AND stage = 'analyse' AND result IS NOT NULL
       ORDER BY version = $2 DESC, made_at DESC LIMIT 1`,
      [sha256, version],
    );
    return rows[0];
  }

  /** Keeps an outcome; one that is there already stays. */
  async keep(sha256: string, page: number, key: StageKey, outcome: StageOutcome): Promise<void> {
    await this.#pool.query(
      `INSERT INTO soat.stage_result (sha256, stage, version, dependencies, page, result, error, detail)
       VALUES ($1, $2, $3, $4, $5, $6::json, $7, $8) ON CONFLICT DO NOTHING`,
      [
        sha256,
        key.stage,
        key.version,
        key.dependencies,
        page,
        outcome.ok ? jsonOf(key, outcome.json) : null,
        outcome.ok ? null : outcome.code,
        // PostgreSQL text holds no NUL, and an engine's message may.
        outcome.ok ? null : (outcome.detail?.replaceAll('\0', '') ?? null),
      ],
    );
  }

  /** Forgets failures of every content, so that they are tried again. @returns how many */
  async forgetAllErrors(codes: readonly ErrorCode[]): Promise<number> {
    const { rows } = await this.#pool.query<{ count: number }>(
      `WITH forgotten AS (DELETE FROM soat.stage_result WHERE error = ANY($1::text[]) RETURNING 1)
       SELECT count(*)::int AS count FROM forgotten`,
      [codes],
    );
    return rows[0]?.count ?? 0;
  }

  /** Forgets failures, so that they are tried again. */
  async forgetErrors(sha256: string, codes: readonly ErrorCode[]): Promise<void> {
    await this.#pool.query('DELETE FROM soat.stage_result WHERE sha256 = $1 AND error = ANY($2::text[])', [
      sha256,
      codes,
    ]);
  }
}

/** Stages into whose results queries and an index look; others are given back to the letter. */
const lookedInto: ReadonlySet<string> = new Set(['analyse', 'match']);

function jsonOf({ stage }: StageKey, json: string): string {
  return lookedInto.has(stage) ? storableJson(json) : json;
}

function outcomeOf({ result, error, detail }: Row): StageOutcome {
  if (result !== null) return { ok: true, json: result };
  return { ok: false, code: error ?? 'internal', detail };
}
