import type { z } from 'zod';
import type { PageCorrection } from '../../audit/correctReading.js';
import { SoatError } from '../../model/errors.js';
import type { Box } from '../../model/geometry.js';
import type { SqlPool } from '../../store/sql.js';
import type { correction as correctionSchema } from '../api/corrections.js';
import { storable } from './folded.js';

export type CorrectionView = z.output<typeof correctionSchema>;

/** A correction that holds. */
export interface HoldingCorrection extends PageCorrection {
  readonly id: number;
}

export interface NewCorrection extends PageCorrection {
  readonly note: string;
}

interface Row extends Omit<CorrectionView, 'by' | 'at' | 'undoneAt'> {
  readonly person: number;
  readonly name: string;
  readonly at: Date;
  readonly undoneAt: Date | null;
}

/** Words that people read otherwise than the machine. Both readings are kept, also of what was taken back. */
export class Corrections {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  /** Undone ones included, oldest first. */
  async list(filing: number): Promise<CorrectionView[]> {
    const { rows } = await this.#pool.query<Row>(
      `SELECT correction.id, page, box, read, corrected, note, applied, person, name, at, undone_at AS "undoneAt"
       FROM soat.correction JOIN soat.person ON person.id = correction.person WHERE filing = $1 ORDER BY correction.id`,
      [filing],
    );
    return rows.map(({ person, name, at, undoneAt, ...entry }) => ({
      ...entry,
      by: { id: person, name },
      at: at.toISOString(),
      undoneAt: undoneAt?.toISOString() ?? null,
    }));
  }

  /** Those that hold, in the order in which they were made: one may correct another. */
  async holding(filing: number): Promise<readonly HoldingCorrection[]> {
    const { rows } = await this.#pool.query<Omit<HoldingCorrection, 'box'> & { box: Box }>(
      'SELECT id, page, box, read, corrected FROM soat.correction WHERE filing = $1 AND undone_at IS NULL ORDER BY id',
      [filing],
    );
    return rows;
  }

  /** Whether one of these filings has a correction that holds. */
  async holdAmong(filings: readonly number[]): Promise<boolean> {
    const { rows } = await this.#pool.query(
      'SELECT FROM soat.correction WHERE filing = ANY($1::int[]) AND undone_at IS NULL LIMIT 1',
      [filings],
    );
    return rows.length > 0;
  }

  async add(filing: number, person: number, { page, box, read, corrected, note }: NewCorrection): Promise<number> {
    const { rows } = await this.#pool.query<{ id: number }>(
      `INSERT INTO soat.correction (filing, page, box, read, corrected, note, person)
       VALUES ($1, $2, $3::json, $4, $5, $6, $7) RETURNING id`,
      [filing, page, JSON.stringify(box), storable(read), storable(corrected), storable(note), person],
    );
    return rows[0]?.id ?? 0;
  }

  /** @returns the filing; @throws SoatError `not-found`; `conflict` where it was undone before */
  async filingOf(id: number): Promise<number> {
    const { rows } = await this.#pool.query<{ filing: number; undone: boolean }>(
      'SELECT filing, undone_at IS NOT NULL AS undone FROM soat.correction WHERE id = $1',
      [id],
    );
    const [row] = rows;
    if (row === undefined) throw new SoatError('not-found');
    if (row.undone) throw new SoatError('conflict');
    return row.filing;
  }

  async undo(id: number): Promise<void> {
    await this.#pool.query('UPDATE soat.correction SET undone_at = now() WHERE id = $1 AND undone_at IS NULL', [id]);
  }

  async noteApplied(applied: ReadonlyMap<number, boolean>): Promise<void> {
    for (const [id, holds] of applied) {
      await this.#pool.query('UPDATE soat.correction SET applied = $2 WHERE id = $1', [id, holds]);
    }
  }
}
