import type { z } from 'zod';
import { SoatError } from '../../model/errors.js';
import { pipelineReference } from '../../model/pipelineReference.js';
import type { Severity } from '../../model/rule.js';
import type { OwnThresholds } from '../../model/thresholds.js';
import { inTransaction, type Queryable, type SqlPool } from '../../store/sql.js';
import type { documentCounts, round } from '../api/rounds.js';
import { type FlagCountRow, flagCountColumns, flagCountsOf } from './flagCounts.js';
import { plain } from './plain.js';
import { noteRoundChanges } from './roundChanges.js';
import { sumPointsAtStake } from './sumPointsAtStake.js';

export type RoundView = z.output<typeof round>;
export type DocumentCounts = z.output<typeof documentCounts>;

export interface RoundChange {
  readonly name?: string | undefined;
  readonly pipeline?: string | null | undefined;
  readonly current?: boolean | undefined;
  readonly secondReview?: boolean | undefined;
  readonly severities?: Readonly<Record<string, Severity>> | undefined;
  readonly thresholds?: OwnThresholds | undefined;
}

/** What one person may set of a round, as it stands. */
type RoundSettings = Pick<Row, 'name' | 'pipeline' | 'current' | 'secondReview' | 'severities' | 'thresholds'>;

const settings = 'name, round.pipeline, current, second_review AS "secondReview", severities, thresholds';

interface Row extends FlagCountRow {
  readonly id: number;
  readonly name: string;
  readonly pipeline: string | null;
  readonly current: boolean;
  readonly secondReview: boolean;
  readonly severities: Record<string, Severity>;
  readonly thresholds: RoundView['thresholds'];
  readonly createdAt: Date;
  readonly cancelledAt: Date | null;
  readonly agencies: number;
}

const noDocuments: DocumentCounts = {
  waiting: 0,
  reading: 0,
  complete: 0,
  partial: 0,
  failed: 0,
  cancelled: 0,
  duplicate: 0,
};

/** Rounds: the reports of one year's assessment. One is the current one, which the inbox fills. */
export class Rounds {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  async list(): Promise<RoundView[]> {
    return this.#views('');
  }

  /** @throws SoatError `not-found` */
  async find(id: number): Promise<RoundView> {
    const [view] = await this.#views('WHERE round.id = $1', [id]);
    if (view === undefined) throw new SoatError('not-found');
    return view;
  }

  /** A round without its counts, which many requests need not. @throws SoatError `not-found` */
  async known(id: number): Promise<Pick<RoundView, 'name' | 'severities' | 'thresholds'>> {
    const { rows } = await this.#pool.query<Pick<RoundView, 'name' | 'severities' | 'thresholds'>>(
      'SELECT name, severities, thresholds FROM soat.round WHERE id = $1',
      [id],
    );
    const [row] = rows;
    if (row === undefined) throw new SoatError('not-found');
    return row;
  }

  /** The id of the current round, which is opened where there is none. */
  async current(): Promise<number> {
    const { rows } = await this.#pool.query<{ id: number }>('SELECT id FROM soat.round WHERE current');
    return rows[0]?.id ?? (await this.add({ name: 'Đợt 1', pipeline: null, secondReview: false })).id;
  }

  async add(fields: { name: string; pipeline: string | null; secondReview: boolean }): Promise<RoundView> {
    const id = await inTransaction(this.#pool, async (session) => {
      await session.query('UPDATE soat.round SET current = false WHERE current');
      const { rows } = await session.query<{ id: number }>(
        `INSERT INTO soat.round (name, pipeline, configuration, second_review, current)
         VALUES ($1, $2, $2, $3, true) RETURNING id`,
        [fields.name, fields.pipeline, fields.secondReview],
      );
      return rows[0]?.id ?? 0;
    });
    return this.find(id);
  }

  /**
   * Severities take effect on the flags that are there.
   * @returns whether its documents are to be analysed anew
   * @throws SoatError `not-found`; `conflict` for no current round
   */
  async change(id: number, change: RoundChange, person: number): Promise<boolean> {
    return inTransaction(this.#pool, async (session) => {
      const { rows } = await session.query<RoundSettings & { configuration: string | null }>(
        `SELECT ${settings}, configuration FROM soat.round WHERE id = $1 FOR UPDATE`,
        [id],
      );
      const [row] = rows;
      if (row === undefined) throw new SoatError('not-found');
      const { configuration: old, ...before } = row;
      if (change.current === false && before.current) throw new SoatError('conflict', 'current');
      if (change.current === true) {
        await session.query('UPDATE soat.round SET current = false WHERE current AND id <> $1', [id]);
      }
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const after: RoundSettings = { ...before, ...Object.fromEntries(given) };
      const configuration = pipelineReference({ name: after.pipeline, thresholds: after.thresholds });
      await session.query(
        `UPDATE soat.round SET name = $2, current = $3, second_review = $4, severities = $5::json, pipeline = $6,
           thresholds = $7::json, configuration = $8
         WHERE id = $1`,
        [
          id,
          after.name,
          after.current,
          after.secondReview,
          JSON.stringify(after.severities),
          after.pipeline,
          JSON.stringify(after.thresholds),
          configuration,
        ],
      );
      await noteRoundChanges(session, { round: id, person, before, after });
      if (change.severities !== undefined) await applySeverities(session, id);
      return configuration !== old;
    });
  }

  /** Documents of a round by what became of them. */
  async documentCounts(id: number): Promise<DocumentCounts> {
    return (await this.#documentCounts('WHERE round = $1', [id])).get(id) ?? noDocuments;
  }

  async #views(where: string, params: readonly unknown[] = []): Promise<RoundView[]> {
    const { rows } = await this.#pool.query<Row>(
      `SELECT round.id, ${settings}, created_at AS "createdAt", cancelled_at AS "cancelledAt",
         (SELECT count(DISTINCT agency)::int FROM soat.report WHERE report.round = round.id) AS agencies, tally.*
       FROM soat.round LEFT JOIN LATERAL (
         SELECT ${flagCountColumns} FROM soat.flag WHERE flag.round = round.id AND flag.newest) tally ON true
       ${where} ORDER BY round.id DESC`,
      params,
    );
    const counts = await this.#documentCounts(where.replace('round.id', 'round'), params);
    return rows.map(({ error, warning, info, cannot_judge, open, ...round }) => ({
      ...plain(round),
      documents: counts.get(round.id) ?? noDocuments,
      flags: flagCountsOf({ error, warning, info, cannot_judge, open }),
    }));
  }

  async #documentCounts(where: string, params: readonly unknown[]): Promise<ReadonlyMap<number, DocumentCounts>> {
    const { rows } = await this.#pool.query<{ round: number; state: string; count: number }>(
      `SELECT round, CASE WHEN duplicate_of IS NOT NULL THEN 'duplicate' ELSE state END AS state, count(*)::int AS count
       FROM soat.filing ${where} GROUP BY 1, 2`,
      params,
    );
    const counts = new Map<number, DocumentCounts>();
    for (const { round, state, count } of rows) {
      counts.set(round, { ...(counts.get(round) ?? noDocuments), [state]: count });
    }
    return counts;
  }
}

/** A round's own severities, or else those that the pipeline gave. */
async function applySeverities(session: Queryable, round: number): Promise<void> {
  await session.query(
    `UPDATE soat.flag SET severity = coalesce(
       (SELECT severities ->> flag.rule FROM soat.round WHERE round.id = $1), catalogue_severity)
     WHERE flag.round = $1`,
    [round],
  );
  await sumPointsAtStake(session, { round });
}
