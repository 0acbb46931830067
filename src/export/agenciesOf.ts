import type { SoatBatch } from '../model/batch.js';
import type { SoatDocument } from '../model/document.js';
import type { FlagChanges } from '../model/flagChanges.js';
import type { Comparison, RoundAgency } from '../model/round.js';
import type { Submission } from '../model/submission.js';

type Agency = SoatBatch['agencies'][number];

/** What the list of agencies tells of a document. */
export interface Brief {
  readonly status: SoatDocument['status'];
  readonly agency: string | null;
  readonly number: string | null;
  readonly claimed: number | null;
  readonly flags: Agency['flags'];
}

export function briefOf({ status, report: { agency, number }, scores, flags }: SoatDocument): Brief {
  const fails = flags.filter(({ outcome }) => outcome === 'fail');
  const withSeverity = (severity: string) => fails.filter((flag) => flag.severity === severity).length;
  return {
    status,
    agency,
    number,
    claimed: scores.find(({ criterion }) => criterion === 'total')?.claimed ?? null,
    flags: { error: withSeverity('error'), warning: withSeverity('warning'), info: withSeverity('info') },
  };
}

interface Handed {
  readonly submissions: readonly Submission[];
  readonly changes: ReadonlyMap<string, FlagChanges> | undefined;
  readonly comparison: Comparison | null;
}

/** One agency a submission, then those on the list of which nothing came. */
export function agenciesOf({ submissions, changes, comparison }: Handed, briefs: ReadonlyMap<string, Brief>): Agency[] {
  const agencyOf = agenciesByFile(comparison);
  const submitted = submissions.flatMap((submission) => {
    const since = changes?.get(submission.report ?? '');
    return handedIn(submission, briefs, agencyOf).map((agency) =>
      since === undefined ? agency : { ...agency, changes: since },
    );
  });
  return [...submitted, ...silentAgencies(comparison, submitted)];
}

/**
 * A report handed in alone that could not be read is a failure and no agency, unless its name tells whose of the list it
 * is: nothing else of it does.
 */
function handedIn(
  { report, attachments, problem }: Submission,
  briefs: ReadonlyMap<string, Brief>,
  agencyOf: ReadonlyMap<string, RoundAgency>,
): readonly Agency[] {
  const files = [...(report === null ? [] : [report]), ...attachments];
  const read = files.flatMap((file) => briefs.get(file) ?? []).filter(({ status }) => status !== 'failed');
  const known = files.map((file) => agencyOf.get(file)).find((agency) => agency !== undefined);
  const own = report === null ? undefined : briefs.get(report);
  const isRead = own !== undefined && own.status !== 'failed';
  if (report !== null && !isRead && known?.listed !== true) return [];
  const named = report === null ? read.find(({ agency }) => agency !== null) : own;
  const isTold = problem === null || (problem === 'no-report' && known?.listed === true);
  const alone = problem === 'no-report' ? 'missing' : problem === 'several-reports' ? 'double' : 'submitted';
  return [
    {
      name: (known?.listed === true ? known.name : null) ?? named?.agency ?? null,
      abbreviation: known?.abbreviation ?? /[-/]([\p{Lu}\d&.]+)$/u.exec(named?.number ?? '')?.[1] ?? null,
      status: (isTold ? known?.status : undefined) ?? alone,
      report,
      attachments: [...attachments],
      claimed: own?.claimed ?? null,
      kind: known?.kind ?? null,
      listed: known?.listed ?? false,
      late: known?.late ?? false,
      doubtful: [...(known?.doubtful ?? [])],
      flags: own?.flags ?? { error: 0, warning: 0, info: 0 },
    },
  ];
}

function agenciesByFile(comparison: Comparison | null): ReadonlyMap<string, RoundAgency> {
  const byKey = new Map(comparison?.agencies.map((agency) => [agency.agencyKey, agency]));
  return new Map(
    (comparison?.agencyOf ?? []).flatMap(([file, { agencyKey }]) => {
      const agency = byKey.get(agencyKey);
      return agency === undefined ? [] : [[file, agency] as const];
    }),
  );
}

/** Listed agencies of which no submission came; one that a file may be of stays beside the unlisted one of its name. */
function silentAgencies(comparison: Comparison | null, submitted: readonly Agency[]): readonly Agency[] {
  const named = new Set(submitted.map(({ name }) => name));
  return (comparison?.agencies ?? [])
    .filter(({ listed, status }) => listed && status === 'missing')
    .filter(({ name, doubtful }) => doubtful.length > 0 || !named.has(name))
    .map(({ name, abbreviation, status, kind, doubtful }) => ({
      name,
      abbreviation,
      status,
      report: null,
      attachments: [],
      claimed: null,
      kind,
      listed: true,
      late: false,
      doubtful: [...doubtful],
      flags: { error: 0, warning: 0, info: 0 },
    }));
}
