import { type Job, UnrecoverableError, WaitingError } from 'bullmq';
import { errorKinds, SoatError } from '../model/errors.js';
import type { Backend, WorkerHandle } from './Backend.js';
import { endWithFault } from './endWithFault.js';
import { type Attempt, handlers, type JobContext, type PageCount } from './handlers.js';
import { type JobName, jobData, priorities } from './jobs.js';
import { ThreadsClosed } from './Threads.js';
import { traced } from './tracing.js';

export interface WorkerListeners {
  surveyed?(count: PageCount): void;
  /** A page has its outcome, good or bad. */
  pageDone?(): void;
  /** A document has all it can have. */
  documentDone?(sha256: string): void;
  /** No job can be done: the machine lacks something, or the database is gone. The workers have paused themselves. */
  stopped(error: unknown): void;
}

/** How long a job is held by a process that has vanished. */
export interface LockTimes {
  readonly lockDuration: number;
  readonly stalledInterval: number;
}

export interface WorkersOptions {
  readonly backend: Backend;
  readonly context: JobContext;
  /** Pages in work at once. */
  readonly jobs: number;
  readonly listeners: WorkerListeners;
  readonly locks?: LockTimes;
}

export interface Workers {
  /** Takes no more jobs; those in work go on. */
  pause(): void;
  resume(): void;
  /** Waits for the jobs in work. */
  close(): Promise<void>;
}

/** Longer than any pause of the loop that renews locks; a laptop's sleep is healed by the stalled check. */
const patientLocks: LockTimes = { lockDuration: 60_000, stalledInterval: 30_000 };
/** A sleep stalls all jobs in work, and may come often; the outcome of work done twice is kept once. */
const maxStalledCount = 100;

/** Starts a worker for every job of the table. */
export function startWorkers({ backend, context, jobs, listeners, locks = patientLocks }: WorkersOptions): Workers {
  const names = Object.keys(handlers) as JobName[];
  const unknown = Object.keys(jobData).filter((name) => !(name in handlers));
  if (unknown.length > 0) throw new Error(`jobs without a handler: ${unknown.join(', ')}`);

  const pause = () => {
    for (const worker of workers) void worker.pause(true);
  };
  const stop = (error: unknown) => {
    pause();
    listeners.stopped(error);
  };
  const workers = names.map((name) => {
    const process = async (job: Job, token?: string) => {
      try {
        return await traced(name, job, () => handle(name, job, context));
      } catch (error) {
        if (isOfMachine(error)) stop(error);
        else if (!(error instanceof ThreadsClosed)) throw error;
        // The job is not to blame: it goes back without losing a try.
        await job.moveToWait(token);
        throw new WaitingError();
      }
    };
    const concurrency = name === 'read' ? jobs : 1;
    const worker = backend.work(name, process, { concurrency, maxStalledCount, ...locks });
    worker.on('error', (error) => {
      // A lock lost in a laptop's sleep is an error too, and heals; a broken database does not.
      if (error instanceof SoatError) stop(error);
    });
    listen(name, worker, listeners);
    return worker;
  });
  return {
    pause,
    resume: () => {
      for (const worker of workers) worker.resume();
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** A fault that nobody expected is tried again as others are, and then ends what the job is about. */
async function handle(name: JobName, job: Job, context: JobContext): Promise<unknown> {
  const attempt = attemptOf(job);
  try {
    return await handlers[name](job.data, attempt, context);
  } catch (error) {
    const expected = error instanceof UnrecoverableError || error instanceof ThreadsClosed || isOfMachine(error);
    if (!expected && attempt.last) await endWithFault(name, job.data, error, context);
    throw error;
  }
}

function isOfMachine(error: unknown): boolean {
  return error instanceof SoatError && errorKinds[error.code].scope === 'machine';
}

function attemptOf(job: Job): Attempt {
  return {
    last: job.attemptsMade + 1 >= (job.opts.attempts ?? 1),
    priority: job.opts.priority ?? priorities.round,
    losses: job.stalledCounter,
  };
}

function listen(name: JobName, worker: WorkerHandle, listeners: WorkerListeners): void {
  const ended: Readonly<Record<JobName, (sha256: string, result?: unknown) => void>> = {
    survey: (_sha256, result) => listeners.surveyed?.(result as PageCount),
    read: () => listeners.pageDone?.(),
    analyse: (sha256) => listeners.documentDone?.(sha256),
    // Who waits for a match watches the queue: the report was done before, and its attachments differ.
    match: () => undefined,
    compare: () => undefined,
  };
  worker.on('completed', (job, result) => ended[name](job.data.sha256, result));
  worker.on('failed', (job) => {
    // A failure that is tried again has no end yet.
    if (job?.finishedOn === undefined) return;
    // A document that could not even be surveyed has no analysis whose end could be told.
    ended[name === 'survey' ? 'analyse' : name](job.data.sha256);
  });
}
