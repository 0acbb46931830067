import { type BatchFlag, batchSchema, type LookFirst, type SoatBatch } from '../model/batch.js';
import type { SoatDocument } from '../model/document.js';
import { SoatError } from '../model/errors.js';
import type { FlagChanges } from '../model/flagChanges.js';
import { claimsAskedAbout, inOrder } from '../model/lookFirst.js';
import type { Comparison } from '../model/round.js';
import type { Submission } from '../model/submission.js';
import { agenciesOf } from './agenciesOf.js';

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
  /** What the reports say beside each other; absent where they were not compared. */
  readonly comparison?: Comparison | null;
}

/** As many claims as a round of a province asks about. */
const mostToLookAt = 1000;

/** The round as `soat.batch/v1`: one agency a submission. */
export function batchFile(round: Round): SoatBatch {
  const byFile = new Map(round.documents.map((document) => [document.source.file, document]));
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
    agencies: agenciesOf(round, (file) => byFile.get(file)),
    flags: [...(round.comparison?.flags ?? [])],
    lookFirst: lookFirstIn(round),
    failures: [...round.submissions.flatMap(problemOf), ...round.documents.flatMap(failuresOf)],
  } satisfies SoatBatch);
}

type Failure = SoatBatch['failures'][number];

function lookFirstIn({ documents, comparison }: Round): LookFirst[] {
  const agencyOf = new Map(comparison?.agencyOf);
  const backing = new Map(comparison?.backing);
  const flagsOn = new Map<string, BatchFlag[]>();
  for (const flag of comparison?.flags ?? []) {
    if (flag.file !== null) flagsOn.set(flag.file, [...(flagsOn.get(flag.file) ?? []), flag]);
  }
  const claims = documents.flatMap((document) => {
    const { file } = document.source;
    return claimsAskedAbout({
      document,
      agency: agencyOf.get(file)?.of ?? document.report.agency,
      batchFlags: flagsOn.get(file) ?? [],
      backing: backing.get(file) ?? [],
    });
  });
  return inOrder(claims).slice(0, mostToLookAt);
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
