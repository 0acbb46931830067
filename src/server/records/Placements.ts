import type { z } from 'zod';
import { SoatError } from '../../model/errors.js';
import type { Comparison } from '../../model/round.js';
import { inTransaction, type SqlPool } from '../../store/sql.js';
import type { doubtfulFile, placementVerdict } from '../api/agencies.js';
import type { Person } from '../http/Caller.js';
import { filesOfRound } from './filesOfRound.js';
import { onlyVisibleFilings } from './visible.js';
import { Where } from './Where.js';

export type DoubtfulFile = z.output<typeof doubtfulFile>;
export type Verdict = z.output<typeof placementVerdict>;

/** What holds of one filing and one agency. */
export interface Placement {
  readonly filing: number;
  readonly agency: number;
  readonly verdict: Exclude<Verdict, 'undo'>;
  readonly person: number;
  readonly personName: string;
  readonly at: Date;
}

/** What people say of files whose agency is not clear. Rows are only ever added; the last word counts. */
export class Placements {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  /** The newest files of a round that somebody placed. */
  async holding(round: number): Promise<readonly Placement[]> {
    const { rows } = await this.#pool.query<Placement>(
      `SELECT filing.id AS filing, said.agency, verdict, person.id AS person, person.name AS "personName", at
       FROM (SELECT DISTINCT ON (file, agency) * FROM soat.placement WHERE round = $1 ORDER BY file, agency, id DESC) said
         JOIN soat.filing ON filing.round = $1 AND filing.file = said.file AND newest AND duplicate_of IS NULL
         JOIN soat.person ON person.id = said.person
       WHERE verdict <> 'undo' ORDER BY said.id`,
      [round],
    );
    return rows;
  }

  /** @throws SoatError `conflict` where the round's list does not hold the agency */
  async say(filing: number, agency: number, verdict: Verdict, person: number): Promise<void> {
    await inTransaction(this.#pool, async (session) => {
      const { rows } = await session.query<{ round: number }>(
        `INSERT INTO soat.placement (round, file, agency, verdict, person)
         SELECT filing.round, file, expected_agency.agency, $3, $4 FROM soat.filing
           JOIN soat.expected_agency ON expected_agency.round = filing.round AND expected_agency.agency = $2
         WHERE filing.id = $1 RETURNING round`,
        [filing, agency, verdict, person],
      );
      const [row] = rows;
      if (row === undefined) throw new SoatError('conflict', String(agency));
      await session.query('UPDATE soat.round SET list_changed_at = now() WHERE id = $1', [row.round]);
    });
  }

  /** Files that may be of an agency of the list, and those that somebody placed. */
  async doubtful(round: number, person: Person): Promise<DoubtfulFile[]> {
    const files = await filesOfRound(this.#pool, round);
    const { rows: listed } = await this.#pool.query<DoubtfulFile['candidates'][number]['agency']>(
      `SELECT agency.id, name, agency.abbreviation FROM soat.expected_agency JOIN soat.agency ON agency.id = expected_agency.agency
       WHERE round = $1 ORDER BY agency.id`,
      [round],
    );
    const { rows: compared } = await this.#pool.query<{ agencies: Comparison['agencies'] }>(
      `SELECT result -> 'agencies' AS agencies FROM soat.round_comparison WHERE round = $1`,
      [round],
    );
    // Beside the list's agency there may be an unlisted one of its name: that of the file's letterhead.
    const ofList = compared[0]?.agencies.filter((agency) => agency.listed) ?? [];
    const perhaps = new Map(ofList.map(({ name, doubtful }) => [name, new Set(doubtful)]));
    const said = await this.holding(round);
    const visible = await this.#visible(
      files.map(({ id }) => id),
      person,
    );
    return files.flatMap(({ id, file }) => {
      const candidates = listed.flatMap((agency) => {
        const word = said.find((one) => one.filing === id && one.agency === agency.id);
        if (word === undefined && perhaps.get(agency.name)?.has(file) !== true) return [];
        const by = word === undefined ? null : { id: word.person, name: word.personName };
        return [{ agency, verdict: word?.verdict ?? null, by, at: word?.at.toISOString() ?? null }];
      });
      return candidates.length === 0 || !visible.has(id) ? [] : [{ document: id, file, candidates }];
    });
  }

  async #visible(filings: readonly number[], person: Person): Promise<ReadonlySet<number>> {
    const where = onlyVisibleFilings(new Where().and('id = ANY(?::int[])', filings), person);
    const { rows } = await this.#pool.query<{ id: number }>(`SELECT id FROM soat.filing ${where.text}`, where.params);
    return new Set(rows.map(({ id }) => id));
  }
}
