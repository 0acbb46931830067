import type { Severity } from '../../model/rule.js';
import type { Queryable } from '../../store/sql.js';
import type { FlagView } from './Flags.js';
import { storable } from './folded.js';
import { type Matter, StandingDecisions } from './StandingDecisions.js';

/** Whom flags are about: a filing, or an agency that owes a report and handed none in. */
export interface FlagOwner {
  readonly round: number;
  readonly filing: number | null;
  readonly report: number | null;
  readonly agency: number | null;
}

/** What says so: the report itself, or the reports of the round beside each other. */
export type FlagOrigin = 'report' | 'round';

export interface NewFlag {
  readonly severity: Severity;
  readonly criterion: string | null;
  readonly points: number | null;
  readonly place: number;
  readonly content: Pick<
    FlagView,
    'rule' | 'outcome' | 'confidence' | 'subject' | 'message' | 'reason' | 'evidence' | 'fingerprint' | 'with'
  >;
  /** What is searched. */
  readonly folded: string;
}

/**
 * Puts flags in place of those that the same origin gave before, with the decisions that were made on them. A flag that
 * is there already keeps its id.
 */
export async function putFlags(
  session: Queryable,
  owner: FlagOwner,
  origin: FlagOrigin,
  flags: readonly NewFlag[],
): Promise<void> {
  const { round, filing, report, agency } = owner;
  const standing = report === null ? null : await StandingDecisions.read(session, [{ report }]);
  const rows = flags.map((flag) => {
    const matter: Matter = { report: report ?? 0, fingerprint: flag.content.fingerprint };
    const { rule, outcome, fingerprint } = flag.content;
    return { ...flag, rule, outcome, fingerprint, review: standing?.state(matter, standing.on(matter)) ?? 'open' };
  });
  await session.query(
    `DELETE FROM soat.flag WHERE filing IS NOT DISTINCT FROM $1 AND report IS NOT DISTINCT FROM $2 AND round = $3
       AND (rule LIKE 'batch/%') = $4 AND fingerprint <> ALL($5::text[])`,
    [filing, report, round, origin === 'round', rows.map(({ fingerprint }) => fingerprint)],
  );
  await session.query(
    `INSERT INTO soat.flag (round, filing, report, agency, newest, fingerprint, rule, severity, catalogue_severity,
       outcome, criterion, points, place, review, content, folded)
     SELECT $1, $2, $3, $4, true, fingerprint, rule,
       coalesce((SELECT severities ->> rule FROM soat.round WHERE round.id = $1), severity), severity,
       outcome, criterion, points, place, review, content, folded
     FROM json_to_recordset($5::json) AS made (fingerprint text, rule text, severity text, outcome text,
       criterion text, points float8, place int, review text, content json, folded text)
     ON CONFLICT ${filing === null ? '(report, fingerprint) WHERE filing IS NULL' : '(filing, fingerprint)'}
     DO UPDATE SET report = excluded.report, agency = excluded.agency,
       severity = excluded.severity, catalogue_severity = excluded.catalogue_severity, outcome = excluded.outcome,
       criterion = excluded.criterion, points = excluded.points, place = excluded.place, review = excluded.review,
       content = excluded.content, folded = excluded.folded`,
    [
      round,
      filing,
      report,
      agency,
      JSON.stringify(rows, (_key, value) => (typeof value === 'string' ? storable(value) : value)),
    ],
  );
}
