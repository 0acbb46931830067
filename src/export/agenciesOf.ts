import type { SoatBatch } from '../model/batch.js';
import type { SoatDocument } from '../model/document.js';
import type { Comparison, RoundAgency } from '../model/round.js';
import type { Submission } from '../model/submission.js';
import type { Round } from './batchFile.js';

type Agency = SoatBatch['agencies'][number];

/** One agency a submission, then those on the list of which nothing came. */
export function agenciesOf(
  { submissions, changes, comparison = null }: Pick<Round, 'submissions' | 'changes' | 'comparison'>,
  documentOf: (file: string) => SoatDocument | undefined,
): Agency[] {
  const agencyOf = agenciesByFile(comparison);
  const submitted = submissions.flatMap((submission) => {
    const since = changes?.get(submission.report ?? '');
    return handedIn(submission, documentOf, agencyOf).map((agency) =>
      since === undefined ? agency : { ...agency, changes: since },
    );
  });
  return [...submitted, ...silentAgencies(comparison, submitted)];
}

/** A report handed in alone that could not be read is a failure and no agency: nothing of it tells whose it is. */
function handedIn(
  { report, attachments, problem }: Submission,
  documentOf: (file: string) => SoatDocument | undefined,
  agencyOf: ReadonlyMap<string, RoundAgency>,
): readonly Agency[] {
  const read = [...(report === null ? [] : [report]), ...attachments]
    .flatMap((file) => documentOf(file) ?? [])
    .filter(({ status }) => status !== 'failed');
  const [first] = read;
  if (report !== null && first?.source.file !== report) return [];
  const named = report === null ? read.find((document) => document.report.agency !== null) : first;
  const { scores, flags } = report === null || first === undefined ? { scores: [], flags: [] } : first;
  const fails = flags.filter((flag) => flag.outcome === 'fail');
  const withSeverity = (severity: string) => fails.filter((flag) => flag.severity === severity).length;
  const known = read.map(({ source }) => agencyOf.get(source.file)).find((agency) => agency !== undefined);
  const alone = problem === 'no-report' ? 'missing' : problem === 'several-reports' ? 'double' : 'submitted';
  return [
    {
      name: (known?.listed === true ? known.name : null) ?? named?.report.agency ?? null,
      abbreviation: known?.abbreviation ?? /[-/]([\p{Lu}\d&.]+)$/u.exec(named?.report.number ?? '')?.[1] ?? null,
      status: problem === null && known !== undefined ? known.status : alone,
      report,
      attachments: [...attachments],
      claimed: scores.find((score) => score.criterion === 'total')?.claimed ?? null,
      kind: known?.kind ?? null,
      late: known?.late ?? false,
      doubtful: [...(known?.doubtful ?? [])],
      flags: { error: withSeverity('error'), warning: withSeverity('warning'), info: withSeverity('info') },
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

/** Listed agencies of which no submission came. */
function silentAgencies(comparison: Comparison | null, submitted: readonly Agency[]): readonly Agency[] {
  const named = new Set(submitted.map(({ name }) => name));
  return (comparison?.agencies ?? [])
    .filter(({ listed, name, status }) => listed && status === 'missing' && !named.has(name))
    .map(({ name, abbreviation, status, kind, doubtful }) => ({
      name,
      abbreviation,
      status,
      report: null,
      attachments: [],
      claimed: null,
      kind,
      late: false,
      doubtful: [...doubtful],
      flags: { error: 0, warning: 0, info: 0 },
    }));
}
