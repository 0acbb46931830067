import { batchSchema, type SoatBatch } from '../model/batch.js';
import type { SoatDocument } from '../model/document.js';

export interface Round {
  readonly pipeline: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly documents: readonly SoatDocument[];
  /** Documents whose bytes another one of the round has; each is in `documents` too. */
  readonly duplicates: number;
}

/** The round as `soat.batch/v1`: one agency a report that was read. */
export function batchFile(round: Round): SoatBatch {
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
    agencies: round.documents.filter((document) => document.status !== 'failed').map(agencyOf),
    flags: [],
    failures: round.documents.flatMap(({ source, status, errors }) =>
      status === 'failed'
        ? errors.map(({ code, message, retryable }) => ({ file: source.file, code, message, retryable }))
        : [],
    ),
  } satisfies SoatBatch);
}

function agencyOf({ report, source, scores, flags }: SoatDocument): SoatBatch['agencies'][number] {
  const fails = flags.filter((flag) => flag.outcome === 'fail');
  const withSeverity = (severity: string) => fails.filter((flag) => flag.severity === severity).length;
  return {
    name: report.agency,
    abbreviation: report.number === null ? null : (/[-/]([\p{Lu}\d&.]+)$/u.exec(report.number)?.[1] ?? null),
    status: 'submitted',
    report: source.file,
    attachments: [],
    claimed: scores.find((score) => score.criterion === 'total')?.claimed ?? null,
    flags: { error: withSeverity('error'), warning: withSeverity('warning'), info: withSeverity('info') },
  };
}
