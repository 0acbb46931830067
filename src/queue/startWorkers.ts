import { type Job, UnrecoverableError } from 'bullmq';
import type { StageName } from '../audit/stageTask.js';
import { SoatError } from '../model/errors.js';
import type { Backend, WorkerHandle } from './Backend.js';
import { handlers, type JobContext, type PageCount, TryAgain } from './handlers.js';
import { jobData } from './jobs.js';
import { ThreadsClosed } from './Threads.js';

export interface WorkerListeners {
  surveyed(count: PageCount): void;
  /** A page has its outcome, good or bad. */
  pageDone(): void;
  /** A document has all it can have. */
  documentDone(sha256: string): void;
  /** The run cannot go on: the machine lacks something, or the database is gone. */
  fatal(error: unknown): void;
}

export interface WorkersOptions {
  readonly backend: Backend;
  readonly context: JobContext;
  /** Pages in work at once. */
  readonly jobs: number;
  readonly listeners: WorkerListeners;
}

/** Longer than any pause of the loop that renews locks; a laptop's sleep is healed by the stalled check. */
const lockDuration = 60_000;
/** A sleep stalls all jobs in work, and may come often; the outcome of work done twice is kept once. */
const maxStalledCount = 100;

/**
 * Starts a worker for every job of the table.
 * @returns the function that ends them
 */
export function startWorkers({ backend, context, jobs, listeners }: WorkersOptions): () => Promise<void> {
  const names = Object.keys(handlers) as StageName[];
  const unknown = Object.keys(jobData).filter((name) => !(name in handlers));
  if (unknown.length > 0) throw new Error(`jobs without a handler: ${unknown.join(', ')}`);

  const workers = names.map((name) => {
    const process = async (job: Job) => {
      try {
        return await handlers[name](job.data, job.attemptsMade + 1 >= (job.opts.attempts ?? 1), context);
      } catch (error) {
        if (!isForeseen(error)) listeners.fatal(error);
        throw error;
      }
    };
    const concurrency = name === 'read' ? jobs : 1;
    const worker = backend.work(name, process, { concurrency, lockDuration, maxStalledCount });
    worker.on('error', (error) => {
      // A lock lost in a laptop's sleep is an error too, and heals; a broken database does not.
      if (error instanceof SoatError) listeners.fatal(error);
    });
    listen(name, worker, listeners);
    return worker;
  });
  return async () => {
    await Promise.all(workers.map((worker) => worker.close()));
  };
}

function isForeseen(error: unknown): boolean {
  return error instanceof TryAgain || error instanceof UnrecoverableError || error instanceof ThreadsClosed;
}

function listen(name: StageName, worker: WorkerHandle, listeners: WorkerListeners): void {
  const ended: Readonly<Record<StageName, (sha256: string, result?: unknown) => void>> = {
    survey: (_sha256, result) => listeners.surveyed(result as PageCount),
    read: () => listeners.pageDone(),
    analyse: (sha256) => listeners.documentDone(sha256),
  };
  worker.on('completed', (job, result) => ended[name](job.data.sha256, result));
  worker.on('failed', (job) => {
    // A failure that is tried again has no end yet.
    if (job?.finishedOn !== undefined && name !== 'survey') ended[name](job.data.sha256);
  });
}
