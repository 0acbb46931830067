import type { z } from 'zod';
import { SoatError } from '../../model/errors.js';
import type { SqlPool } from '../../store/sql.js';
import type { suggestionEntry } from '../api/corrections.js';
import { storable } from './folded.js';

export type SuggestionView = z.output<typeof suggestionEntry>;

/** The points that inspectors suggest in place of those claimed. Rows are only ever added; the last one counts. */
export class Suggestions {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  /** @throws SoatError `conflict` for a document that was not read yet */
  async add(
    filing: number,
    person: number,
    { criterion, points, reason }: { criterion: string; points: number | null; reason: string },
  ): Promise<SuggestionView> {
    const { rows } = await this.#pool.query<{ report: number }>(
      `INSERT INTO soat.suggestion (report, criterion, points, reason, person)
       SELECT report, $2, $3, $4, $5 FROM soat.filing WHERE id = $1 AND report IS NOT NULL RETURNING report`,
      [filing, criterion, points, storable(reason), person],
    );
    if (rows.length === 0) throw new SoatError('conflict');
    const last = (await this.list(filing)).at(-1);
    if (last === undefined) throw new SoatError('conflict');
    return last;
  }

  /** Oldest first. */
  async list(filing: number): Promise<SuggestionView[]> {
    const { rows } = await this.#pool.query<
      Omit<SuggestionView, 'by' | 'at'> & { person: number; name: string; at: Date }
    >(
      `SELECT criterion, points, reason, person, name, at
       FROM soat.suggestion JOIN soat.person ON person.id = suggestion.person
       WHERE report = (SELECT report FROM soat.filing WHERE filing.id = $1) ORDER BY suggestion.id`,
      [filing],
    );
    return rows.map(({ person, name, at, ...entry }) => ({ ...entry, by: { id: person, name }, at: at.toISOString() }));
  }
}
