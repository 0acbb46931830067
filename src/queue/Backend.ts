import type { FlowJob, Job, Processor, WorkerOptions } from 'bullmq';

/** What a worker tells its process; in a deployment with several processes each hears of its own jobs only. */
export interface WorkerHandle {
  on(event: 'completed', listener: (job: Job, result: unknown) => void): unknown;
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  /** @param force leaves running jobs to themselves */
  close(force?: boolean): Promise<void>;
}

/** The queue's store behind BullMQ. Code above it cannot tell an embedded database from a server. */
export interface Backend {
  /** Adds a job and the jobs that it waits for, all or none; a job whose id is there already stays as it is. */
  add(flow: FlowJob): Promise<void>;
  work(queue: string, processor: Processor, options: Omit<WorkerOptions, 'connection'>): WorkerHandle;
  close(): Promise<void>;
}
