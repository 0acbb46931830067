import type { FlowJob, Job, Processor, WorkerOptions } from 'bullmq';
import type { JobName } from './jobs.js';

/** What a worker tells its process; in a deployment with several processes each hears of its own jobs only. */
export interface WorkerHandle {
  on(event: 'completed', listener: (job: Job, result: unknown) => void): unknown;
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  /** Takes no more jobs. @param doNotWaitActive resolves while jobs still run */
  pause(doNotWaitActive?: boolean): Promise<void>;
  resume(): void;
  /** @param force leaves running jobs to themselves */
  close(force?: boolean): Promise<void>;
}

export type WorkOptions = Omit<WorkerOptions, 'connection' | 'prefix'>;

/** Jobs of one stage. */
export interface QueueCounts {
  /** Ready, or waiting for another try. */
  readonly waiting: number;
  readonly active: number;
  /** Parents whose pages are being read. */
  readonly waitingForPages: number;
}

/** The queue's store behind BullMQ. Code above it cannot tell an embedded database from a server. */
export interface Backend {
  /** Adds jobs, each with those that it waits for or not at all; a job whose id is there already stays as it is. */
  add(...flows: readonly FlowJob[]): Promise<void>;
  work(stage: JobName, processor: Processor, options: WorkOptions): WorkerHandle;
  /**
   * Hears of every job of a stage that has ended, good or bad, in any process. While a connection is lost some may be
   * missed: the database tells the truth, this only tells when to look.
   * @returns the function that ends the listening
   */
  watch(stage: JobName, ended: (jobId: string) => void): Promise<() => Promise<void>>;
  counts(): Promise<Readonly<Record<JobName, QueueCounts>>>;
  /** Milliseconds for which the oldest job has been ready; null where none is. */
  age(): Promise<number | null>;
  /** Drops every job of every version. What runs goes on, and finds its job gone at its end. */
  wipe(): Promise<void>;
  /** @throws SoatError where the queue cannot be reached */
  check(): Promise<void>;
  close(): Promise<void>;
}
