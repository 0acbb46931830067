import type { z } from 'zod';
import { SoatError } from '../../model/errors.js';
import type { SqlPool } from '../../store/sql.js';
import type { FlagFilter, flag } from '../api/flags.js';
import type { Person } from '../http/Caller.js';
import { foldedWords } from './folded.js';
import { type Hidden, hiddenFrom, withoutNames } from './hiddenFrom.js';
import { type Order, type Page, pageOf } from './page.js';
import { type Matter, StandingDecisions } from './StandingDecisions.js';
import { onlyVisible } from './visible.js';
import { Where } from './Where.js';

export type FlagView = z.output<typeof flag>;
type Content = Pick<
  FlagView,
  'rule' | 'outcome' | 'confidence' | 'subject' | 'message' | 'reason' | 'evidence' | 'fingerprint' | 'with'
>;

interface Row {
  readonly id: number;
  readonly round: number;
  readonly content: Content;
  readonly severity: FlagView['severity'];
  readonly criterion: string | null;
  readonly points: number | null;
  readonly change: FlagView['change'];
  readonly review: FlagView['review']['state'];
  readonly report: number | null;
  readonly filing: number | null;
  readonly file: string | null;
  readonly version: number | null;
  readonly agency: number | null;
  readonly agency_name: string | null;
  readonly abbreviation: string | null;
}

const columns = `flag.id, flag.round, content, severity, flag.criterion, points, change, review, flag.report, flag.filing, file,
  version, flag.agency, agency.name AS agency_name, abbreviation`;
const details = `LEFT JOIN soat.filing ON filing.id = flag.filing LEFT JOIN soat.agency ON agency.id = flag.agency`;
const tables = `soat.flag ${details}`;

export type FlagOrder = 'severity' | 'place' | 'points' | 'newest';

const orders: Readonly<Record<FlagOrder, Order>> = {
  severity: { by: 'flag.gravity', type: 'integer' },
  place: { by: 'flag.place', type: 'integer' },
  points: { by: 'coalesce(flag.points, 0)', type: 'double precision', descending: true },
  newest: { by: 'flag.id', type: 'integer', descending: true },
};

/** The flags of all rounds, with what people decided on them. */
export class Flags {
  readonly #pool: SqlPool;

  constructor(pool: SqlPool) {
    this.#pool = pool;
  }

  async list(
    filter: FlagFilter & { readonly sort: FlagOrder; readonly cursor?: string | undefined; readonly limit: number },
    person: Person,
  ): Promise<Page<FlagView>> {
    const { sort, cursor, limit } = filter;
    const where = onlyVisible(whereOf(filter), 'flag.agency', person);
    const page = await pageOf<Row>(this.#pool, {
      select: columns,
      from: 'soat.flag',
      details,
      where,
      order: orders[sort],
      id: 'flag.id',
      cursor,
      limit,
    });
    return { ...page, items: await this.#views(page.items, person) };
  }

  /** @throws SoatError `not-found` */
  async find(id: number, person: Person): Promise<FlagView> {
    const [view] = await this.#select(new Where().and('flag.id = ?', id), person);
    if (view === undefined) throw new SoatError('not-found');
    return view;
  }

  async ofFiling(filing: number, person: Person): Promise<FlagView[]> {
    return this.#select(new Where().and('flag.filing = ?', filing), person);
  }

  /** What decisions on a flag belong to. @throws SoatError `not-found` */
  async matter(id: number, person: Person): Promise<Matter> {
    const [matter] = await this.#matters(onlyVisible(new Where().and('flag.id = ?', id), 'flag.agency', person));
    if (matter === undefined) throw new SoatError('not-found');
    return matter;
  }

  async matters(filter: FlagFilter, person: Person): Promise<Matter[]> {
    return this.#matters(onlyVisible(whereOf(filter), 'flag.agency', person));
  }

  /** The latest flag of each matter. */
  async latestOf(matters: readonly Matter[]): Promise<{ round: number; document: number | null; flag: number }[]> {
    const { rows } = await this.#pool.query<{ round: number; document: number | null; flag: number }>(
      `SELECT DISTINCT ON (report, fingerprint) round, filing AS document, flag.id AS flag
       FROM soat.flag JOIN json_to_recordset($1::json) AS matter (report int, fingerprint text)
         USING (report, fingerprint)
       ORDER BY report, fingerprint, flag.id DESC`,
      [JSON.stringify(matters)],
    );
    return rows;
  }

  async #select(condition: Where, person: Person): Promise<FlagView[]> {
    const where = onlyVisible(condition, 'flag.agency', person);
    const { rows } = await this.#pool.query<Row>(
      `SELECT ${columns} FROM ${tables} ${where.text} ORDER BY flag.place, flag.id`,
      where.params,
    );
    return this.#views(rows, person);
  }

  async #matters(where: Where): Promise<Matter[]> {
    const { rows } = await this.#pool.query<Matter>(
      `SELECT DISTINCT flag.report, fingerprint FROM ${tables} ${where.and('flag.report IS NOT NULL').text}`,
      where.params,
    );
    return rows;
  }

  async #views(rows: readonly Row[], person: Person): Promise<FlagView[]> {
    const reports = rows.flatMap(({ report }) => (report === null ? [] : [{ report }]));
    const standing = await StandingDecisions.read(this.#pool, reports);
    const rounds = new Set(rows.map(({ round }) => round));
    const hidden = await hiddenFrom(this.#pool, person, [...rounds]);
    return rows.map((row) => {
      const { id, severity, criterion, points, change, review, report } = row;
      const content = withoutHidden(row.content, hidden);
      const decisions = report === null ? [] : standing.on({ report, fingerprint: content.fingerprint });
      return {
        id,
        document: documentOf(row),
        agency: agencyOf(row),
        ...content,
        severity,
        criterion,
        points,
        change,
        review: {
          state: review,
          decisions: decisions.map(({ person, name, decision, reason, note, at }) => ({
            by: { id: person, name },
            decision,
            reason,
            note,
            at: at.toISOString(),
          })),
        },
      };
    });
  }
}

/** What a flag says and quotes of agencies that are limited to others is left out. */
function withoutHidden(content: Content, hidden: Hidden): Content {
  const isHidden = ({ elsewhere }: Content['evidence'][number]) => hidden.documents.has(elsewhere?.document ?? 0);
  const [others, evidence] = [content.evidence.filter(isHidden), content.evidence.filter((one) => !isHidden(one))];
  const named = others.flatMap(({ elsewhere }) => elsewhere?.agency ?? []);
  // An attachment tells no agency: the other one of the flag is it, unless words of its own are shown.
  const isShown = evidence.some(({ elsewhere }) => elsewhere?.agency === content.with);
  const other = others.length === 0 || isShown || content.with === null ? [] : [content.with];
  return withoutNames(
    { ...content, evidence },
    {
      agencies: new Set([...hidden.agencies, ...named, ...other]),
      files: new Set([...hidden.files, ...others.flatMap(({ elsewhere }) => elsewhere?.file ?? [])]),
    },
  );
}

function documentOf({ filing, file, version }: Row): FlagView['document'] {
  return filing === null || file === null ? null : { id: filing, file, version: version ?? 1 };
}

function agencyOf({ agency, agency_name, abbreviation }: Row): FlagView['agency'] {
  return agency === null || agency_name === null ? null : { id: agency, name: agency_name, abbreviation };
}

function whereOf(filter: FlagFilter): Where {
  const where = new Where();
  const { round, document, agency, rule, severity, outcome, criterion, review, change, versions, origin, q } = filter;
  if (round !== undefined) where.and('flag.round = ?', round);
  if (document !== undefined) where.and('flag.filing = ?', document);
  else if (versions === 'newest') where.and('flag.newest');
  if (agency !== undefined) where.and('flag.agency = ?', agency);
  if (rule !== undefined) where.and('rule = ANY(?::text[])', rule);
  if (severity !== undefined) where.and('severity = ANY(?::text[])', severity);
  if (outcome !== undefined) where.and('outcome = ANY(?::text[])', outcome);
  if (criterion !== undefined) where.and("criterion = ? OR criterion LIKE ? || '.%'", criterion, criterion);
  if (origin !== undefined) where.and("(rule LIKE 'batch/%') = ?", origin === 'round');
  if (review !== undefined) where.and('review = ANY(?::text[])', review);
  if (change !== undefined) where.and('change = ?', change);
  if (q !== undefined) where.andFolded('flag.folded', foldedWords(q));
  return where;
}
