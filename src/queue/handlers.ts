import { UnrecoverableError } from 'bullmq';
import type { z } from 'zod';
import type { StageKeys } from '../audit/stageKeys.js';
import type { StageName, StageTask } from '../audit/stageTask.js';
import { type ErrorCode, errorKinds, SoatError } from '../model/errors.js';
import type { Survey } from '../reading/surveyPdf.js';
import type { Originals } from '../store/Originals.js';
import { type StageKey, type StageOutcome, type StageResults, wholeDocument } from '../store/StageResults.js';
import type { Backend } from './Backend.js';
import { analyseJob, jobData } from './jobs.js';
import type { Threads } from './Threads.js';

export interface JobContext {
  readonly backend: Pick<Backend, 'add'>;
  readonly originals: Originals;
  readonly results: StageResults;
  readonly threads: Pick<Threads, 'run'>;
  readonly keys: StageKeys;
  /** Name or file; null: by the report's year. */
  readonly pipeline: string | null;
}

/** A failure that another try may heal: BullMQ tries again. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

type Handler<Data> = (data: Data, lastAttempt: boolean, context: JobContext) => Promise<unknown>;

/** What a survey tells of a document's pages. */
export interface PageCount {
  readonly pages: number;
  /** Pages that an earlier run read. */
  readonly kept: number;
}

/** Every job's handler. Each is idempotent: work whose outcome is kept is not done again. */
export const handlers: Readonly<Record<StageName, Handler<unknown>>> = {
  survey: checked(jobData.survey, async ({ sha256 }, lastAttempt, context): Promise<PageCount> => {
    const { results, keys, originals, backend } = context;
    const task = async () => ({ stage: 'survey', file: originals.pathOf(sha256) }) as const;
    const outcome = await perform(context, { sha256, page: wholeDocument, key: keys.survey, task, lastAttempt });
    const pages = outcome.ok ? (JSON.parse(outcome.json) as Survey).pages.map(({ number }) => number) : [];
    const read = await results.pageErrors(sha256, keys.read);
    const toRead = pages.filter((page) => !read.has(page));
    await backend.add(analyseJob(sha256, toRead));
    return { pages: pages.length, kept: pages.length - toRead.length };
  }),

  read: checked(jobData.read, async ({ sha256, page }, lastAttempt, context) => {
    const { keys, originals } = context;
    const task = async () => ({ stage: 'read', file: originals.pathOf(sha256), page }) as const;
    const outcome = await perform(context, { sha256, page, key: keys.read, task, lastAttempt });
    if (!outcome.ok) throw new UnrecoverableError(outcome.code);
  }),

  analyse: checked(jobData.analyse, async ({ sha256 }, lastAttempt, context) => {
    const { results, keys, pipeline } = context;
    const survey = await results.find(sha256, wholeDocument, keys.survey);
    if (survey === undefined || !survey.ok) return;
    const key = keys.analyse(await results.pageErrors(sha256, keys.read));
    const task = async () => {
      const read = await results.pages(sha256, keys.read);
      const pages = [...read].map(([page, outcome]) => ({ page, outcome }));
      return { stage: 'analyse', survey: survey.json, pages, pipeline } as const;
    };
    await perform(context, { sha256, page: wholeDocument, key, task, lastAttempt });
  }),
};

function checked<Data>(schema: z.ZodType<Data>, handler: Handler<Data>): Handler<unknown> {
  return async (data, lastAttempt, context) => handler(schema.parse(data), lastAttempt, context);
}

interface Work {
  readonly sha256: string;
  readonly page: number;
  readonly key: StageKey;
  readonly task: () => Promise<StageTask>;
  readonly lastAttempt: boolean;
}

/**
 * Does a piece of work unless its outcome is kept, and keeps what comes of it.
 * @throws TryAgain; SoatError where the machine lacks something, which no other document would survive either
 */
async function perform({ results, threads }: JobContext, work: Work): Promise<StageOutcome> {
  const { sha256, page, key } = work;
  const kept = await results.find(sha256, page, key);
  if (kept !== undefined) return kept;
  const outcome = await threads.run(await work.task());
  if (!outcome.ok) {
    const { scope, retryable } = errorKinds[outcome.code];
    if (scope === 'machine') throw new SoatError(outcome.code, outcome.detail);
    if (retryable && !work.lastAttempt) throw new TryAgain(outcome.code);
  }
  await results.keep(sha256, page, key, outcome);
  return outcome;
}

/** Codes of failures that a new run tries again. */
export const retryableCodes = (Object.keys(errorKinds) as ErrorCode[]).filter((code) => errorKinds[code].retryable);
