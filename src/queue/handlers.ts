import { UnrecoverableError } from 'bullmq';
import type { z } from 'zod';
import type { StageKeys } from '../audit/stageKeys.js';
import type { PageOutcome, StageTask } from '../audit/stageTask.js';
import type { SoatDocument } from '../model/document.js';
import { type ErrorCode, errorKinds, SoatError } from '../model/errors.js';
import type { Survey } from '../reading/source/SourceFile.js';
import type { Documents } from '../store/Documents.js';
import { type StageKey, type StageOutcome, type StageResults, wholeDocument } from '../store/StageResults.js';
import type { Store } from '../store/Store.js';
import type { Backend } from './Backend.js';
import type { Comparer } from './Comparer.js';
import type { ComparisonRequest } from './comparisonRequest.js';
import { engineReads } from './engineReads.js';
import { analyseJob, type JobName, jobData } from './jobs.js';
import { loadAttachments } from './loadAttachments.js';
import type { Threads } from './Threads.js';
import { noteFailure } from './tracing.js';

export interface JobContext {
  readonly backend: Pick<Backend, 'add'>;
  readonly store: Pick<Store, 'originals' | 'results' | 'documents' | 'comparisons' | 'check'>;
  readonly threads: Pick<Threads, 'run'>;
  readonly comparer: Pick<Comparer, 'compare'>;
  /** @param pipeline name or file; null: by the report's year */
  readonly keys: (pipeline: string | null) => StageKeys;
}

/** What the queue knows of a job besides its data. */
export interface Attempt {
  readonly last: boolean;
  readonly priority: number;
  /** How often a process has vanished with this job in its hands. */
  readonly losses: number;
}

/** A failure that another try may heal: BullMQ tries again. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

type Handler<Data> = (data: Data, attempt: Attempt, context: JobContext) => Promise<unknown>;

/** What a survey tells of a document's pages. */
export interface PageCount {
  readonly pages: number;
  /** Pages that an earlier run read. */
  readonly kept: number;
}

/** Every job's handler. Each is idempotent: work whose outcome is kept is not done again. */
export const handlers: Readonly<Record<JobName, Handler<unknown>>> = {
  survey: checked(jobData.survey, async ({ sha256, pipeline }, attempt, context): Promise<PageCount> => {
    const { store, backend } = context;
    const keys = context.keys(pipeline);
    const task = async () => ({ stage: 'survey', file: await store.originals.pathOf(sha256) }) as const;
    const outcome = await perform(context, { sha256, page: wholeDocument, key: keys.survey, task, attempt });
    const pages = outcome.ok ? (JSON.parse(outcome.json) as Survey).pages.map(({ number }) => number) : [];
    const read = await store.results.pageErrors(sha256, keys.read);
    const toRead = pages.filter((page) => !read.has(page));
    await backend.add(analyseJob({ sha256, pipeline, priority: attempt.priority }, toRead));
    return { pages: pages.length, kept: pages.length - toRead.length };
  }),

  read: checked(jobData.read, async ({ sha256, pipeline, page }, attempt, context) => {
    const { originals } = context.store;
    const task = async () => ({ stage: 'read', file: await originals.pathOf(sha256), page }) as const;
    const outcome = await perform(context, { sha256, page, key: context.keys(pipeline).read, task, attempt });
    if (!outcome.ok) throw new UnrecoverableError(outcome.code);
  }),

  analyse: checked(jobData.analyse, async ({ sha256, pipeline }, attempt, context) => {
    const { results, documents } = context.store;
    const keys = context.keys(pipeline);
    const survey = await results.find(sha256, wholeDocument, keys.survey);
    // Forgotten by somebody who hands the document in again: that one's jobs go on.
    if (survey === undefined) return;
    if (!survey.ok) return documents.end({ sha256, pipeline }, 'failed');
    const key = keys.analyse(await results.pageErrors(sha256, keys.read));
    const task = async () => {
      const pages = await pagesOf(results, sha256, keys);
      return { stage: 'analyse', survey: survey.json, pages, pipeline } as const;
    };
    const outcome = await perform(context, { sha256, page: wholeDocument, key, task, attempt });
    await documents.end({ sha256, pipeline }, statusOf(outcome));
  }),

  match: checked(jobData.match, async ({ sha256, pipeline, attachments: files }, attempt, context) => {
    const { results } = context.store;
    const keys = context.keys(pipeline);
    const survey = await results.find(sha256, wholeDocument, keys.survey);
    if (survey?.ok !== true) return;
    const attachments = await loadAttachments(results, keys, files);
    const key = keys.match(await results.pageErrors(sha256, keys.read), attachments);
    const task = async () => {
      const pages = await pagesOf(results, sha256, keys);
      return { stage: 'match', survey: survey.json, pages, pipeline, attachments } as const;
    };
    await perform(context, { sha256, page: wholeDocument, key, task, attempt });
  }),

  compare: checked(jobData.compare, async ({ comparison }, attempt, { store: { comparisons }, comparer }) => {
    const owed = await comparisons.owed(comparison);
    if (owed === undefined) return;
    const parkedNow = attempt.losses >= lossesBeforeParking;
    const compared = () => comparer.compare(JSON.parse(owed) as ComparisonRequest).then(JSON.stringify);
    await comparisons.keep(comparison, parkedNow ? parked(attempt) : await tryMaking(compared));
  }),
};

async function pagesOf(results: StageResults, sha256: string, keys: StageKeys): Promise<readonly PageOutcome[]> {
  const read = await results.pages(sha256, keys.read);
  return [...read].map(([page, outcome]) => ({ page, outcome }));
}

function checked<Data>(schema: z.ZodType<Data>, handler: Handler<Data>): Handler<unknown> {
  return async (data, attempt, context) => handler(schema.parse(data), attempt, context);
}

function statusOf(outcome: StageOutcome): Parameters<Documents['end']>[1] {
  return outcome.ok ? (JSON.parse(outcome.json) as SoatDocument).status : 'failed';
}

interface Work {
  readonly sha256: string;
  readonly page: number;
  readonly key: StageKey;
  readonly task: () => Promise<StageTask>;
  readonly attempt: Attempt;
}

/** Processes are killed for many reasons; one job in hand each time can be no accident. */
const lossesBeforeParking = 10;

/**
 * Does a piece of work unless its outcome is kept, and keeps what comes of it.
 * @throws TryAgain; SoatError where the machine lacks something, which no other document would survive either
 */
async function perform(context: JobContext, work: Work): Promise<StageOutcome> {
  const { sha256, page, key, attempt } = work;
  const { results } = context.store;
  const kept = await results.find(sha256, page, key);
  if (kept !== undefined) return kept;
  const outcome = attempt.losses >= lossesBeforeParking ? parked(attempt) : await tryTask(context.threads, work);
  if (!outcome.ok) noteFailure(outcome.code);
  try {
    await results.keep(sha256, page, key, outcome);
    return outcome;
  } catch (error) {
    if (error instanceof SoatError) throw error;
    // The database is there and refuses this result: the document ends, the others go on.
    const refused = { ok: false, code: 'internal', detail: messageOf(error) } as const;
    await results.keep(sha256, page, key, refused);
    return refused;
  }
}

function parked({ losses }: Attempt): StageOutcome {
  return { ok: false, code: 'parked', detail: `${losses} ×` };
}

async function tryTask(threads: JobContext['threads'], { task, attempt }: Work): Promise<StageOutcome> {
  const outcome = await task().then((ready) => threads.run(ready), ofDocument);
  if (outcome.ok) return outcome;
  const { scope, retryable } = errorKinds[outcome.code];
  if (scope === 'machine') throw new SoatError(outcome.code, outcome.detail);
  if (retryable && !attempt.last) throw new TryAgain(outcome.code);
  if (engineFailures.has(outcome.code) && !(await engineReads(threads))) throw new SoatError('engine-unusable');
  return outcome;
}

async function tryMaking(make: () => Promise<string>): Promise<StageOutcome> {
  try {
    return { ok: true, json: await make() };
  } catch (error) {
    return ofDocument(error);
  }
}

/** Failures that a broken engine, or threads that cannot even start, bring to every document. */
const engineFailures: ReadonlySet<ErrorCode> = new Set([
  'engine-crashed',
  'page-timeout',
  'document-timeout',
  'internal',
]);

/** What preparing a task has to say against the document; what it says against the machine is thrown on. */
function ofDocument(error: unknown): StageOutcome {
  if (!(error instanceof SoatError) || errorKinds[error.code].scope === 'machine') throw error;
  return { ok: false, code: error.code, detail: error.detail };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Codes of failures that a new run tries again. */
export const retryableCodes = (Object.keys(errorKinds) as ErrorCode[]).filter((code) => errorKinds[code].retryable);
