import { type BatchFlag, batchSchema, type LookFirst, type SoatBatch } from '../model/batch.js';
import type { SoatDocument } from '../model/document.js';
import { SoatError } from '../model/errors.js';
import type { FlagChanges } from '../model/flagChanges.js';
import { claimsAskedAbout, inOrder } from '../model/lookFirst.js';
import type { AgencyOfReport, Backing, Comparison } from '../model/round.js';
import type { Submission } from '../model/submission.js';
import { agenciesOf, type Brief, briefOf } from './agenciesOf.js';

/** What a round is besides its documents. */
export interface RoundFacts {
  readonly pipeline: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** Every document is the report or an attachment of one of them. */
  readonly submissions: readonly Submission[];
  /** Documents whose bytes another one of the round has; each is in the round too. */
  readonly duplicates: number;
  /** By the report's file. */
  readonly changes?: ReadonlyMap<string, FlagChanges>;
}

export interface Round extends RoundFacts {
  readonly documents: Iterable<SoatDocument>;
  /** What the reports say beside each other; absent where they were not compared. */
  readonly comparison?: Comparison | null;
}

/** As many claims as a round of a province asks about. */
const mostToLookAt = 1000;

/** The round as `soat.batch/v1`: one agency a submission. */
export function batchFile({ documents, comparison = null, ...facts }: Round): SoatBatch {
  const tally = new BatchTally(comparison);
  for (const document of documents) tally.add(document);
  return tally.file(facts);
}

/** As `batchFile`, for documents that come one after another: of each only what the round tells of it is kept. */
export class BatchTally {
  readonly #comparison: Comparison | null;
  readonly #counts = { complete: 0, partial: 0, failed: 0 };
  readonly #briefs = new Map<string, Brief>();
  readonly #claims: LookFirst[] = [];
  readonly #failures: Failure[] = [];
  readonly #flagsOn = new Map<string, readonly BatchFlag[]>();
  readonly #agencyOf: ReadonlyMap<string, AgencyOfReport>;
  readonly #backing: ReadonlyMap<string, readonly Backing[]>;

  constructor(comparison: Comparison | null) {
    this.#comparison = comparison;
    this.#agencyOf = new Map(comparison?.agencyOf);
    this.#backing = new Map(comparison?.backing);
    for (const flag of comparison?.flags ?? []) {
      if (flag.file !== null) this.#flagsOn.set(flag.file, [...(this.#flagsOn.get(flag.file) ?? []), flag]);
    }
  }

  add(document: SoatDocument): void {
    const { file } = document.source;
    this.#counts[document.status]++;
    this.#briefs.set(file, briefOf(document));
    this.#failures.push(...failuresOf(document));
    this.#claims.push(
      ...claimsAskedAbout({
        document,
        agency: this.#agencyOf.get(file)?.of ?? document.report.agency,
        batchFlags: this.#flagsOn.get(file) ?? [],
        backing: this.#backing.get(file) ?? [],
      }),
    );
  }

  file({ pipeline, startedAt, finishedAt, submissions, duplicates, changes }: RoundFacts): SoatBatch {
    const comparison = this.#comparison;
    return batchSchema.parse({
      schema: 'soat.batch/v1',
      pipeline,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
      counts: { ...this.#counts, duplicate: duplicates },
      agencies: agenciesOf({ submissions, changes, comparison }, this.#briefs),
      flags: [...(comparison?.flags ?? [])],
      lookFirst: inOrder(this.#claims).slice(0, mostToLookAt),
      failures: [...submissions.flatMap(problemOf), ...this.#failures],
    } satisfies SoatBatch);
  }
}

type Failure = SoatBatch['failures'][number];

function problemOf({ name, problem }: Submission): readonly Failure[] {
  if (problem === null) return [];
  const { code, explanation, retryable } = new SoatError(problem);
  return [{ file: name, code, message: explanation.vi, retryable }];
}

function failuresOf({ source, status, errors }: SoatDocument): readonly Failure[] {
  if (status !== 'failed') return [];
  return errors.map(({ code, message, retryable }) => ({ file: source.file, code, message, retryable }));
}
