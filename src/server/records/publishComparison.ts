import type { BatchFlag } from '../../model/batch.js';
import type { SoatDocument } from '../../model/document.js';
import { criterionOf, pointsOfFlag } from '../../model/pointsAtStake.js';
import type { Comparison } from '../../model/round.js';
import { inTransaction, type Queryable, type SqlPool } from '../../store/sql.js';
import { agencyNamed } from './agencyNamed.js';
import type { RoundFile } from './filesOfRound.js';
import { folded } from './folded.js';
import { withoutNames } from './hiddenFrom.js';
import { orderVersions } from './orderVersions.js';
import { placeFilings } from './placeFilings.js';
import { type FlagOwner, type NewFlag, putFlags } from './putFlags.js';
import { sumPointsAtStake } from './sumPointsAtStake.js';

/** After the flags of the report itself, whatever their number. */
const firstPlace = 100_000;

interface Compared {
  readonly round: number;
  readonly comparison: Comparison;
  readonly files: readonly RoundFile[];
  /** When the reports were looked at. */
  readonly made: Date;
}

/**
 * Makes visible what the reports of a round say beside each other: a flag stands with the report that it asks about, or
 * with the one that its agency owes. Flags on versions that were replaced since stay as they were.
 */
export async function publishComparison(pool: SqlPool, { round, comparison, files, made }: Compared): Promise<void> {
  const idOf = new Map(files.map(({ file, id }) => [file, id]));
  await placeFilings(pool, round, comparison, idOf);
  const { rows: before } = await pool.query<{ filing: number }>(
    `SELECT DISTINCT filing FROM soat.flag WHERE round = $1 AND newest AND rule LIKE 'batch/%' AND filing IS NOT NULL`,
    [round],
  );
  const asked = new Map<number, BatchFlag[]>(before.map(({ filing }) => [filing, []]));
  const owed: BatchFlag[] = [];
  for (const flag of comparison.flags) {
    const filing = idOf.get(flag.file ?? '');
    if (filing === undefined) owed.push(flag);
    else asked.set(filing, [...(asked.get(filing) ?? []), flag]);
  }
  const quoting = withPlaces(comparison, idOf);
  for (const [filing, flags] of asked) {
    await inTransaction(pool, (session) => putOnFiling(session, filing, flags, quoting));
  }
  await inTransaction(pool, (session) => putOnOwed(session, round, comparison.year, owed, quoting));
  await pool.query(
    `INSERT INTO soat.round_comparison (round, result, made_at) VALUES ($1, $2::json, $3)
     ON CONFLICT (round) DO UPDATE SET result = excluded.result, made_at = excluded.made_at`,
    [round, JSON.stringify(comparison), made],
  );
}

type Quoting = (flag: BatchFlag, place: number) => NewFlag;

/** A flag as it is kept; its words name the document in which they stand where that is another one. */
function withPlaces({ agencyOf }: Comparison, idOf: ReadonlyMap<string, number>): Quoting {
  const agencies = new Map(agencyOf);
  return (flag, place) => {
    const { agency, severity, rule, outcome, confidence, subject, message, fingerprint, with: other, file: own } = flag;
    const evidence = flag.evidence.map(({ file, ...quotation }) => {
      const elsewhere = { document: idOf.get(file) ?? null, file, agency: agencies.get(file)?.of ?? null };
      return file === own ? quotation : { ...quotation, elsewhere };
    });
    // Words and names of another agency are not searched: who may not see them must not find them either.
    const words = evidence.flatMap((quotation) => ('elsewhere' in quotation ? [] : [quotation.text]));
    const others = evidence.flatMap((quotation) => ('elsewhere' in quotation ? [quotation.elsewhere] : []));
    const said = withoutNames(flag, {
      agencies: new Set([other, ...others.map(({ agency: of }) => of)].filter((name) => name !== null)),
      files: new Set(others.map(({ file }) => file)),
    });
    return {
      severity,
      criterion: null,
      points: null,
      place: firstPlace + place,
      content: {
        rule,
        outcome,
        confidence,
        subject,
        message,
        reason: flag.reason ?? null,
        with: other,
        evidence,
        fingerprint,
      },
      folded: folded(said.message.vi, ...words, agency, own),
    };
  };
}

async function putOnFiling(
  session: Queryable,
  filing: number,
  flags: readonly BatchFlag[],
  quoting: Quoting,
): Promise<void> {
  const { rows } = await session.query<FlagOwner & { result: string }>(
    `SELECT round, id AS filing, report, agency, result::text AS result
     FROM soat.filing JOIN soat.filing_result ON filing_result.filing = filing.id
     WHERE id = $1 AND kind = 'report' AND newest FOR UPDATE OF filing`,
    [filing],
  );
  const [row] = rows;
  if (row === undefined) return;
  const { result, ...owner } = row;
  const document = JSON.parse(result) as SoatDocument;
  const placed = flags.map((flag, place) => ({
    ...quoting(flag, place),
    criterion: criterionOf(document, flag),
    points: pointsOfFlag(document, flag),
  }));
  await putFlags(session, owner, 'round', placed);
  await sumPointsAtStake(session, { filing });
  if (owner.report !== null) await orderVersions(session, owner.report);
}

/** A report that is owed stands there before it comes, so that decisions have what they belong to. */
async function putOnOwed(
  session: Queryable,
  round: number,
  year: number | null,
  flags: readonly BatchFlag[],
  quoting: Quoting,
): Promise<void> {
  const reports = new Map<number, FlagOwner & { readonly flags: NewFlag[] }>();
  for (const [place, flag] of flags.entries()) {
    const agency = await agencyNamed(session, flag.agency, null);
    const report = await reportOwed(session, round, agency, year);
    const owner = reports.get(report) ?? { round, filing: null, report, agency, flags: [] };
    owner.flags.push(quoting(flag, place));
    reports.set(report, owner);
  }
  await session.query('DELETE FROM soat.flag WHERE round = $1 AND filing IS NULL AND report <> ALL($2::int[])', [
    round,
    [...reports.keys()],
  ]);
  for (const { flags: asked, ...owner } of reports.values()) await putFlags(session, owner, 'round', asked);
}

async function reportOwed(session: Queryable, round: number, agency: number, year: number | null): Promise<number> {
  const { rows: known } = await session.query<{ id: number }>(
    'SELECT id FROM soat.report WHERE round = $1 AND agency = $2 AND year IS NOT DISTINCT FROM $3 ORDER BY id LIMIT 1',
    [round, agency, year],
  );
  if (known[0] !== undefined) return known[0].id;
  const { rows } = await session.query<{ id: number }>(
    'INSERT INTO soat.report (round, agency, year) VALUES ($1, $2, $3) RETURNING id',
    [round, agency, year],
  );
  return rows[0]?.id ?? 0;
}
