import { softwareVersion } from '../../audit/softwareVersion.js';
import type { SoatDocument } from '../../model/document.js';
import { criterionOf, pointsOfFlag } from '../../model/pointsAtStake.js';
import { inTransaction, type Queryable, type SqlPool } from '../../store/sql.js';
import { agencyNamed } from './agencyNamed.js';
import { folded, storable } from './folded.js';
import { orderVersions } from './orderVersions.js';
import { putFlags } from './putFlags.js';
import { sumPointsAtStake } from './sumPointsAtStake.js';

export type FilingKind = 'report' | 'attachment' | null;

interface Filing {
  readonly id: number;
  readonly round: number;
  readonly report: number | null;
  readonly file: string;
  readonly agency: number | null;
  /** The agency of the round's list that it is of; null: that of its letterhead. */
  readonly placed: number | null;
}

export interface ReadFiling {
  readonly filing: number;
  readonly document: SoatDocument;
  /** Only a report has scores and flags; null: not told yet, as the rest of its folder is being read. */
  readonly kind: FilingKind;
  /** Of the code and data that read it (`StageKeys.line`); null where these are missing. */
  readonly line: string | null;
}

/**
 * Makes what was read of a filing visible: its row, its scores, its flags with the decisions that were made on them
 * before, and its place among the versions of its report. Publishing twice changes nothing. Where it could not be read
 * again because its original was removed on purpose, the former reading stays, with a word of it.
 */
export async function publishFiling(pool: SqlPool, { filing, document, kind, line }: ReadFiling): Promise<void> {
  await inTransaction(pool, async (session) => {
    if (document.errors.some(wasRemoved) && (await keepFormerReading(session, filing, document))) return;
    const { rows } = await session.query<Filing>(
      'SELECT id, round, report, file, agency, placed FROM soat.filing WHERE id = $1 FOR UPDATE',
      [filing],
    );
    const [known] = rows;
    if (known === undefined) return;
    const agency = known.placed ?? (await agencyOf(session, document));
    await keepLimits(session, known.agency, agency);
    const isReport = kind === 'report' && document.status !== 'failed';
    const report = isReport ? await reportOf(session, known, agency, document) : null;
    await describe(session, filing, { document, agency, report, kind, line, file: known.file });
    if (document.status !== 'failed') {
      await session.query(
        `INSERT INTO soat.filing_result (filing, result) VALUES ($1, $2::json)
         ON CONFLICT (filing) DO UPDATE SET result = excluded.result, made_at = now()`,
        [filing, JSON.stringify(document)],
      );
      const said = isReport ? document : { ...document, scores: [], flags: [] };
      await replaceScores(session, filing, said);
      await replaceFlags(session, { ...known, report }, agency, said);
      await sumPointsAtStake(session, { filing });
    }
    await session.query(
      // With its agency: who may not see the first must not see the copy.
      `UPDATE soat.filing SET state = $2, pages = $3, pages_done = $3, errors = $4::json, agency = $5
       WHERE duplicate_of = $1`,
      [filing, document.status, document.source.pages, errorsOf(document), agency],
    );
    for (const one of new Set([known.report, report])) if (one !== null) await orderVersions(session, one);
  });
}

type Failure = SoatDocument['errors'][number];

const wasRemoved = ({ code }: Failure) => code === 'original-removed';

/** @returns false where there was none */
async function keepFormerReading(session: Queryable, filing: number, { errors }: SoatDocument): Promise<boolean> {
  const { rows } = await session.query<{ result: string }>(
    'SELECT result::text AS result FROM soat.filing_result WHERE filing = $1',
    [filing],
  );
  const [former] = rows.map(({ result }) => JSON.parse(result) as SoatDocument);
  const removed = errors.find(wasRemoved);
  if (former === undefined || removed === undefined) return false;
  const { page: _, ...word } = removed;
  await session.query(
    `UPDATE soat.filing SET state = $2, pages = $3, pages_done = $3, errors = $4::json
     WHERE id = $1 OR duplicate_of = $1`,
    [filing, former.status, former.source.pages, errorsOf({ errors: [...former.errors, word] })],
  );
  return true;
}

async function agencyOf(session: Queryable, { report }: SoatDocument): Promise<number | null> {
  if (report.agency === null) return null;
  const abbreviation = /[-/]([\p{Lu}\d&.]+)$/u.exec(report.number ?? '')?.[1] ?? null;
  return agencyNamed(session, report.agency, abbreviation);
}

/** What was limited to some reviewers stays limited to them when it turns out to be another agency's, unless that one is. */
async function keepLimits(session: Queryable, before: number | null, agency: number | null): Promise<void> {
  if (before === null || agency === null || before === agency) return;
  await session.query(
    `INSERT INTO soat.agency_reviewer (agency, person) SELECT $2, person FROM soat.agency_reviewer WHERE agency = $1
       AND NOT EXISTS (SELECT FROM soat.agency_reviewer own WHERE own.agency = $2)`,
    [before, agency],
  );
}

/** The report that a filing is a version of. A new reading that tells another agency takes the decisions with it. */
async function reportOf(session: Queryable, filing: Filing, agency: number | null, { report }: SoatDocument) {
  const { rows: same } = await session.query<{ id: number }>(
    'SELECT id FROM soat.report WHERE round = $1 AND agency = $2 AND year IS NOT DISTINCT FROM $3 ORDER BY id LIMIT 1',
    [filing.round, agency, report.year],
  );
  if (same[0] !== undefined && filing.report === null) return same[0].id;
  if (filing.report !== null) {
    const { rows: alone } = await session.query(
      'SELECT FROM soat.report WHERE id = $1 AND (SELECT count(*) FROM soat.filing WHERE report = $1) <= 1',
      [filing.report],
    );
    if (same[0] !== undefined && same[0].id !== filing.report) {
      if (alone.length > 0) await moveWords(session, filing.report, same[0].id);
      return same[0].id;
    }
    if (alone.length > 0) {
      await session.query('UPDATE soat.report SET agency = $2, year = $3 WHERE id = $1', [
        filing.report,
        agency,
        report.year,
      ]);
    }
    return filing.report;
  }
  const { rows } = await session.query<{ id: number }>(
    'INSERT INTO soat.report (round, agency, year) VALUES ($1, $2, $3) RETURNING id',
    [filing.round, agency, report.year],
  );
  return rows[0]?.id ?? null;
}

/** What people said of a report that turns out to be another one. */
async function moveWords(session: Queryable, from: number, to: number): Promise<void> {
  await session.query('UPDATE soat.decision SET report = $2 WHERE report = $1', [from, to]);
  await session.query('UPDATE soat.suggestion SET report = $2 WHERE report = $1', [from, to]);
}

interface Description {
  readonly document: SoatDocument;
  readonly agency: number | null;
  readonly report: number | null;
  readonly kind: FilingKind;
  readonly line: string | null;
  readonly file: string;
}

async function describe(session: Queryable, filing: number, description: Description) {
  const { document, agency, report, kind, line, file } = description;
  const { report: facts, scores, status, source, notes, pipeline } = document;
  const text = (value: string | null) => (value === null ? null : storable(value));
  await session.query(
    `UPDATE soat.filing SET state = $2, report = $3, agency = $4, number = $5, date = $6, year = $7, title = $8,
       claimed = $9, pages = $10, pages_done = $10, errors = $11::json, notes = $12,
       pipeline = $13, software_version = $14, folded = $15, kind = $16, line = $17
     WHERE id = $1`,
    [
      filing,
      status,
      report,
      agency,
      text(facts.number),
      facts.date,
      facts.year,
      text(facts.title),
      scores.find(({ criterion }) => criterion === 'total')?.claimed ?? null,
      source.pages,
      errorsOf(document),
      notes,
      pipeline,
      softwareVersion,
      folded(file, facts.agency, facts.number, facts.title),
      status === 'failed' ? null : kind,
      line,
    ],
  );
}

function errorsOf({ errors }: Pick<SoatDocument, 'errors'>): string {
  return JSON.stringify(
    errors.map(({ code, page, message, retryable }) => ({
      code,
      page: page ?? null,
      message: storable(message),
      retryable,
    })),
  );
}

/** Of a criterion claimed twice (in text and table) the first counts, as on the page. */
async function replaceScores(session: Queryable, filing: number, { scores }: SoatDocument): Promise<void> {
  await session.query('DELETE FROM soat.score WHERE filing = $1', [filing]);
  await session.query(
    `INSERT INTO soat.score (filing, criterion, claimed, maximum, page)
     SELECT $1, criterion, claimed, maximum, page FROM json_to_recordset($2::json)
       AS score (criterion text, claimed float8, maximum float8, page int)
     ON CONFLICT DO NOTHING`,
    [
      filing,
      JSON.stringify(scores.map(({ criterion, claimed, max, page }) => ({ criterion, claimed, maximum: max, page }))),
    ],
  );
}

async function replaceFlags(
  session: Queryable,
  { id, round, report, file }: Filing,
  agency: number | null,
  document: SoatDocument,
): Promise<void> {
  const flags = document.flags.map(({ severity, ...flag }, place) => ({
    severity,
    criterion: criterionOf(document, flag),
    points: pointsOfFlag(document, flag),
    place,
    content: { ...flag, reason: flag.reason ?? null, with: null },
    folded: folded(flag.message.vi, ...flag.evidence.map(({ text }) => text), document.report.agency, file),
  }));
  await putFlags(session, { round, filing: id, report, agency }, 'report', flags);
}
