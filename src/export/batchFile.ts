import { batchSchema, type SoatBatch } from '../model/batch.js';
import type { SoatDocument } from '../model/document.js';
import { SoatError } from '../model/errors.js';
import type { FlagChanges } from '../model/flagChanges.js';
import type { Submission } from '../model/submission.js';

export interface Round {
  readonly pipeline: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly documents: readonly SoatDocument[];
  /** Every document is the report or an attachment of one of them. */
  readonly submissions: readonly Submission[];
  /** Documents whose bytes another one of the round has; each is in `documents` too. */
  readonly duplicates: number;
  /** By the report's file. */
  readonly changes?: ReadonlyMap<string, FlagChanges>;
}

/** The round as `soat.batch/v1`: one agency a submission. */
export function batchFile(round: Round): SoatBatch {
  const byFile = new Map(round.documents.map((document) => [document.source.file, document]));
  const documentOf = (file: string) => byFile.get(file);
  const count = (status: SoatDocument['status']) => round.documents.filter((one) => one.status === status).length;
  return batchSchema.parse({
    schema: 'soat.batch/v1',
    pipeline: round.pipeline,
    startedAt: round.startedAt.toISOString(),
    finishedAt: round.finishedAt.toISOString(),
    counts: {
      complete: count('complete'),
      partial: count('partial'),
      failed: count('failed'),
      duplicate: round.duplicates,
    },
    agencies: round.submissions.flatMap((submission) => {
      const changes = round.changes?.get(submission.report ?? '');
      return agencyOf(submission, documentOf).map((agency) =>
        changes === undefined ? agency : { ...agency, changes },
      );
    }),
    flags: [],
    failures: [...round.submissions.flatMap(problemOf), ...round.documents.flatMap(failuresOf)],
  } satisfies SoatBatch);
}

type Agency = SoatBatch['agencies'][number];
type Failure = SoatBatch['failures'][number];

/** A report handed in alone that could not be read is a failure and no agency: nothing of it tells whose it is. */
function agencyOf(
  { report, attachments, problem }: Submission,
  documentOf: (file: string) => SoatDocument | undefined,
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
  return [
    {
      name: named?.report.agency ?? null,
      abbreviation: /[-/]([\p{Lu}\d&.]+)$/u.exec(named?.report.number ?? '')?.[1] ?? null,
      status: problem === 'no-report' ? 'missing' : problem === 'several-reports' ? 'double' : 'submitted',
      report,
      attachments: [...attachments],
      claimed: scores.find((score) => score.criterion === 'total')?.claimed ?? null,
      flags: { error: withSeverity('error'), warning: withSeverity('warning'), info: withSeverity('info') },
    },
  ];
}

function problemOf({ name, problem }: Submission): readonly Failure[] {
  if (problem === null) return [];
  const { code, explanation, retryable } = new SoatError(problem);
  return [{ file: name, code, message: explanation.vi, retryable }];
}

function failuresOf({ source, status, errors }: SoatDocument): readonly Failure[] {
  if (status !== 'failed') return [];
  return errors.map(({ code, message, retryable }) => ({ file: source.file, code, message, retryable }));
}
