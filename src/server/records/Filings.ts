import type { z } from 'zod';
import type { SoatDocument } from '../../model/document.js';
import { SoatError } from '../../model/errors.js';
import type { SqlPool } from '../../store/sql.js';
import type { documentDetail, documentRow, documentState } from '../api/documents.js';
import type { Person } from '../http/Caller.js';
import { type FlagCountRow, flagCountColumns, flagCountsOf } from './flagCounts.js';
import { foldedWords } from './folded.js';
import { isOlderReading, type KeysOf } from './isOlderReading.js';
import { type Order, type Page, pageOf } from './page.js';
import { plain } from './plain.js';
import { onlyVisibleFilings } from './visible.js';
import { Where } from './Where.js';

export type FilingView = z.output<typeof documentRow>;
export type FilingDetail = z.output<typeof documentDetail>;

export type FilingOrder = 'handedInAt' | 'pointsAtStake' | 'file' | 'flags';

export interface FilingFilter {
  readonly round?: number | undefined;
  readonly agency?: number | undefined;
  readonly state?: readonly z.output<typeof documentState>[] | undefined;
  readonly year?: number | undefined;
  readonly severity?: readonly string[] | undefined;
  readonly rule?: string | undefined;
  readonly code?: string | undefined;
  readonly versions: 'newest' | 'all';
  readonly q?: string | undefined;
}

interface Row extends FlagCountRow {
  readonly id: number;
  readonly round: number;
  readonly file: string;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly pages: number | null;
  readonly pagesDone: number;
  readonly state: FilingView['state'];
  readonly kind: FilingView['kind'];
  readonly submission: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly year: number | null;
  readonly title: string | null;
  readonly claimed: number | null;
  readonly pointsAtStake: number;
  readonly version: number;
  readonly newest: boolean;
  readonly duplicateOf: number | null;
  readonly handedInAt: Date;
  readonly handedInBy: string;
  readonly errors: FilingView['errors'];
  readonly notes: FilingView['notices'];
  readonly software_version: string | null;
  readonly configuration: string | null;
  readonly line: string | null;
  readonly agency: number | null;
  readonly agency_name: string | null;
  readonly abbreviation: string | null;
}

const columns = `filing.id, filing.round, file, sha256, bytes::float8 AS bytes, pages, pages_done AS "pagesDone", state,
  filing.kind, submission, number, date, year, title, claimed, points_at_stake AS "pointsAtStake", version, newest,
  duplicate_of AS "duplicateOf", handed_in_at AS "handedInAt", handed_in_by AS "handedInBy", errors, notes,
  software_version, line, (SELECT configuration FROM soat.round WHERE round.id = filing.round) AS configuration, filing.agency, agency.name AS agency_name, abbreviation, tally.*`;

const details = `LEFT JOIN soat.agency ON agency.id = filing.agency LEFT JOIN LATERAL (
  SELECT ${flagCountColumns} FROM soat.flag WHERE flag.filing = filing.id) tally ON true`;
const tables = `soat.filing ${details}`;

const orders: Readonly<Record<FilingOrder, Order>> = {
  handedInAt: { by: 'filing.handed_in_at', type: 'timestamptz', descending: true },
  pointsAtStake: { by: 'filing.points_at_stake', type: 'double precision', descending: true },
  file: { by: 'filing.file COLLATE "C"', type: 'text' },
  flags: {
    by: `(SELECT count(*)::int FROM soat.flag
      WHERE flag.filing = filing.id AND outcome = 'fail' AND severity IN ('error', 'warning'))`,
    type: 'integer',
    descending: true,
  },
};

/** Files handed in, as lists and pages show them. */
export class Filings {
  readonly #pool: SqlPool;
  readonly #keys: KeysOf;

  constructor(pool: SqlPool, keys: KeysOf) {
    this.#pool = pool;
    this.#keys = keys;
  }

  async list(
    filter: FilingFilter & { readonly sort: FilingOrder; readonly cursor?: string | undefined; readonly limit: number },
    person: Person,
  ): Promise<Page<FilingView>> {
    const { sort, cursor, limit } = filter;
    const where = onlyVisibleFilings(whereOf(filter), person);
    const page = await pageOf<Row>(this.#pool, {
      select: columns,
      from: 'soat.filing',
      details,
      where,
      order: orders[sort],
      id: 'filing.id',
      cursor,
      limit,
    });
    return { ...page, items: page.items.map((row) => viewOf(row, this.#keys)) };
  }

  /** @throws SoatError `not-found` */
  async find(id: number, person: Person): Promise<FilingView> {
    const where = onlyVisibleFilings(new Where().and('filing.id = ?', id), person);
    const { rows } = await this.#pool.query<Row>(`SELECT ${columns} FROM ${tables} ${where.text}`, where.params);
    const [row] = rows;
    if (row === undefined) throw new SoatError('not-found');
    return viewOf(row, this.#keys);
  }

  /** @throws SoatError `not-found` */
  async detail(id: number, person: Person): Promise<FilingDetail> {
    const view = await this.find(id, person);
    const { rows } = await this.#pool.query<{
      report: number | null;
      pipeline: string | null;
      software: string | null;
    }>('SELECT report, pipeline, software_version AS software FROM soat.filing WHERE id = $1', [id]);
    const [own] = rows;
    const { rows: corrections } = await this.#pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM soat.correction WHERE filing = $1 AND undone_at IS NULL',
      [id],
    );
    return {
      ...view,
      versions: await this.#relations(
        new Where().and("report = ? AND kind = 'report'", own?.report ?? null),
        'version DESC',
        person,
      ),
      duplicates: await this.#relations(new Where().and('duplicate_of = ?', id), 'id', person),
      attachments: await this.#relations(
        new Where().and(
          `kind = 'attachment' AND (round, submission) IN (SELECT round, submission FROM soat.filing own WHERE own.id = ?)`,
          id,
        ),
        'file',
        person,
      ),
      softwareVersion: own?.software ?? null,
      pipeline: own?.pipeline ?? null,
      correctionCount: corrections[0]?.count ?? 0,
    };
  }

  /** All that was read and found. @throws SoatError `not-found` where nothing is yet */
  async result(id: number, person: Person): Promise<SoatDocument> {
    const { duplicateOf } = await this.find(id, person);
    const { rows } = await this.#pool.query<{ result: string }>(
      'SELECT result::text AS result FROM soat.filing_result WHERE filing = $1',
      [duplicateOf ?? id],
    );
    const [row] = rows;
    if (row === undefined) throw new SoatError('not-found');
    return JSON.parse(row.result) as SoatDocument;
  }

  /** The version of the same report that came before; null for the first. */
  async before(id: number): Promise<number | null> {
    const { rows } = await this.#pool.query<{ id: number }>(
      `SELECT earlier.id FROM soat.filing JOIN soat.filing earlier
         ON earlier.report = filing.report AND earlier.version = filing.version - 1 AND earlier.kind = 'report'
       WHERE filing.id = $1`,
      [id],
    );
    return rows[0]?.id ?? null;
  }

  async #relations(condition: Where, order: string, person: Person): Promise<FilingDetail['versions']> {
    const where = onlyVisibleFilings(condition, person);
    const { rows } = await this.#pool.query<{ id: number; file: string; version: number; handedInAt: Date }>(
      `SELECT id, file, version, handed_in_at AS "handedInAt" FROM soat.filing ${where.text} ORDER BY ${order}`,
      where.params,
    );
    return rows.map(plain);
  }
}

function whereOf({ round, agency, state, year, severity, rule, code, versions, q }: FilingFilter): Where {
  const where = new Where();
  if (round !== undefined) where.and('filing.round = ?', round);
  if (versions === 'newest') where.and('filing.newest');
  if (agency !== undefined) where.and('filing.agency = ?', agency);
  if (state !== undefined) where.and('state = ANY(?::text[])', state);
  if (year !== undefined) where.and('year = ?', year);
  if (severity !== undefined || rule !== undefined) {
    where.and(
      `EXISTS (SELECT FROM soat.flag WHERE flag.filing = filing.id AND (?::text[] IS NULL OR severity = ANY(?))
         AND (?::text IS NULL OR rule = ?))`,
      severity ?? null,
      severity ?? null,
      rule ?? null,
      rule ?? null,
    );
  }
  if (code !== undefined) where.and(`errors::jsonb @> jsonb_build_array(jsonb_build_object('code', ?::text))`, code);
  if (q !== undefined) where.andFolded('filing.folded', foldedWords(q));
  return where;
}

function viewOf(row: Row, keys: KeysOf): FilingView {
  const {
    notes,
    software_version,
    configuration,
    line,
    agency,
    agency_name,
    abbreviation,
    error,
    warning,
    info,
    cannot_judge,
    open,
    ...rest
  } = row;
  const isOlder = software_version !== null && isOlderReading({ configuration, line }, keys);
  return {
    ...plain(rest),
    sha256: rest.sha256 ?? '',
    agency: agency === null || agency_name === null ? null : { id: agency, name: agency_name, abbreviation },
    flags: flagCountsOf({ error, warning, info, cannot_judge, open }),
    notices: [
      ...(rest.duplicateOf === null ? [] : (['duplicate'] as const)),
      ...(rest.version > 1 ? (['new-version'] as const) : []),
      ...(isOlder ? (['older-software'] as const) : []),
      ...notes,
    ],
  };
}
