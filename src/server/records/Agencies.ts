import type { z } from 'zod';
import { SoatError } from '../../model/errors.js';
import { inTransaction, type SqlPool } from '../../store/sql.js';
import type { agencyRow } from '../api/agencies.js';
import type { Person } from '../http/Caller.js';
import { type FlagCountRow, flagCountColumns, flagCountsOf } from './flagCounts.js';
import { foldedWords } from './folded.js';
import { type Order, type Page, pageOf } from './page.js';
import { onlyVisible } from './visible.js';
import { Where } from './Where.js';

export type AgencyView = z.output<typeof agencyRow>;
export type AgencyOrder = 'pointsAtStake' | 'name' | 'claimed' | 'flags' | 'open';

export interface AgencyFilter {
  readonly q?: string | undefined;
  readonly status?: AgencyView['status'] | undefined;
  readonly sort: AgencyOrder;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Row extends FlagCountRow {
  readonly id: number;
  readonly agency: number | null;
  readonly name: string | null;
  readonly abbreviation: string | null;
  readonly kind: string | null;
  readonly status: AgencyView['status'];
  readonly document: number | null;
  readonly file: string | null;
  readonly year: number | null;
  readonly claimed: number | null;
  readonly maximum: number | null;
  readonly suggested: number | null;
  readonly pointsAtStake: number;
  readonly attachments: number;
  readonly disagreements: number | null;
}

type Reviewers = AgencyView['reviewers'];

/** The reports of round $1, and the agencies that owe one. A report whose agency could not be read has its row too. */
const listed = `(
  WITH tally AS (
    SELECT report, ${flagCountColumns}, count(*) FILTER (WHERE review = 'disagreement')::int AS disagreements
    FROM soat.flag WHERE round = $1 AND newest GROUP BY report
  ), latest AS (
    SELECT DISTINCT ON (report, criterion) report, points FROM soat.suggestion
    WHERE report IN (SELECT id FROM soat.report WHERE round = $1) ORDER BY report, criterion, id DESC
  ), suggested AS (
    SELECT report, sum(points) AS suggested FROM latest GROUP BY report
  ), usual AS (
    SELECT mode() WITHIN GROUP (ORDER BY year) AS year FROM soat.filing WHERE round = $1 AND newest AND kind = 'report'
  ), attached AS (
    SELECT submission, count(*)::int AS attachments FROM soat.filing WHERE round = $1 AND kind = 'attachment' GROUP BY 1
  ), handed_in AS (
    SELECT filing.id, filing.agency, filing.id AS document, filing.file, filing.year, filing.claimed, score.maximum,
      suggested, filing.points_at_stake AS "pointsAtStake", coalesce(attachments, 0) AS attachments,
      CASE WHEN filing.year <> usual.year THEN 'other-year' ELSE 'submitted' END AS status, filing.folded,
      error, warning, info, cannot_judge, open, disagreements
    FROM soat.filing CROSS JOIN usual LEFT JOIN tally ON tally.report = filing.report
      LEFT JOIN suggested ON suggested.report = filing.report
      LEFT JOIN attached ON attached.submission = filing.submission
      LEFT JOIN soat.score ON score.filing = filing.id AND score.criterion = 'total'
    WHERE filing.round = $1 AND filing.newest AND filing.kind = 'report' AND filing.duplicate_of IS NULL
    UNION ALL
    SELECT -agency.id, agency.id, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 'missing', agency.key,
      NULL, NULL, NULL, NULL, NULL, NULL
    FROM soat.expected_agency JOIN soat.agency ON agency.id = expected_agency.agency
    WHERE expected_agency.round = $1 AND NOT EXISTS (
      SELECT FROM soat.filing WHERE filing.round = $1 AND filing.agency = agency.id AND filing.kind = 'report')
  )
  SELECT handed_in.*, agency.name, agency.abbreviation, agency.kind
  FROM handed_in LEFT JOIN soat.agency ON agency.id = handed_in.agency
) listed`;

const orders: Readonly<Record<AgencyOrder, Order>> = {
  pointsAtStake: { by: '"pointsAtStake"', type: 'double precision', descending: true },
  name: { by: 'coalesce(name, file) COLLATE "C"', type: 'text' },
  claimed: { by: 'coalesce(claimed, -1)', type: 'double precision', descending: true },
  flags: { by: '(coalesce(error, 0) + coalesce(warning, 0))', type: 'integer', descending: true },
  open: { by: 'coalesce(open, 0)', type: 'integer', descending: true },
};

/** The agencies of a round with what they handed in. */
export class Agencies {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  async list(
    round: number,
    { q, status, sort, cursor, limit }: AgencyFilter,
    person: Person,
  ): Promise<Page<AgencyView>> {
    const where = onlyVisible(new Where([round]), 'listed.agency', person);
    if (status !== undefined) where.and('status = ?', status);
    if (q !== undefined) where.andFolded('folded', foldedWords(q));
    const order = orders[sort];
    // A query without conditions still needs its first value.
    where.and('$1::int IS NOT NULL');
    const query = { select: '*', from: listed, where, order, id: 'listed.id', cursor, limit };
    const page = await pageOf<Row>(this.#pool, query);
    const reviewers = await this.#reviewersOf(page.items);
    return { ...page, items: page.items.map((row) => viewOf(row, reviewers.get(row.agency) ?? [])) };
  }

  async #reviewersOf(rows: readonly Row[]): Promise<ReadonlyMap<number | null, Reviewers>> {
    const { rows: limited } = await this.#pool.query<{ agency: number; reviewers: Reviewers }>(
      `SELECT agency, json_agg(json_build_object('id', person.id, 'name', person.name) ORDER BY person.id) AS reviewers
       FROM soat.agency_reviewer JOIN soat.person ON person.id = agency_reviewer.person WHERE agency = ANY($1::int[]) GROUP BY agency`,
      [rows.map(({ agency }) => agency)],
    );
    return new Map(limited.map(({ agency, reviewers }) => [agency, reviewers]));
  }

  /** @throws SoatError `not-found` for an agency or a person that is not there */
  async setReviewers(agency: number, people: readonly number[]): Promise<{ id: number; name: string }[]> {
    return inTransaction(this.#pool, async (session) => {
      const { rows: known } = await session.query('SELECT FROM soat.agency WHERE id = $1', [agency]);
      const { rows } = await session.query<{ id: number; name: string }>(
        'SELECT id, name FROM soat.person WHERE id = ANY($1::int[]) ORDER BY id',
        [people],
      );
      if (known.length === 0 || rows.length < new Set(people).size) throw new SoatError('not-found');
      await session.query('DELETE FROM soat.agency_reviewer WHERE agency = $1', [agency]);
      await session.query(
        'INSERT INTO soat.agency_reviewer (agency, person) SELECT $1, id FROM soat.person WHERE id = ANY($2::int[])',
        [agency, people],
      );
      return rows;
    });
  }
}

function viewOf({ agency, name, abbreviation, ...row }: Row, reviewers: Reviewers): AgencyView {
  const { kind, status, document, file, year, claimed, maximum, suggested, pointsAtStake, attachments } = row;
  return {
    agency: agency === null || name === null ? null : { id: agency, name, abbreviation },
    kind,
    status,
    document,
    file,
    year,
    claimed,
    maximum,
    suggested,
    pointsAtStake,
    attachments,
    flags: flagCountsOf(row),
    disagreements: row.disagreements ?? 0,
    reviewers,
  };
}
