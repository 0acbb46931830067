import { setTimeout as pause } from 'node:timers/promises';
import type { StageKeys } from '../audit/stageKeys.js';
import { SoatError } from '../model/errors.js';
import type { Store } from '../store/Store.js';
import type { Backend } from './Backend.js';
import { Breaker } from './Breaker.js';
import { Comparer } from './Comparer.js';
import { engineReads } from './engineReads.js';
import { type LockTimes, startWorkers, type WorkerListeners } from './startWorkers.js';
import { Threads, type ThreadsOptions } from './Threads.js';

export interface LineOptions {
  readonly store: Store;
  readonly backend: Backend;
  readonly keys: (pipeline: string | null) => StageKeys;
  /** Pages in work at once. */
  readonly jobs: number;
  readonly listeners?: Omit<WorkerListeners, 'stopped'>;
  /** Told when the line stops because the machine lacks something, and (null) when it goes on. */
  readonly onStand?: (reason: unknown) => void;
  /** Replaces the threads' entry and limits. */
  readonly threads?: Omit<ThreadsOptions, 'count'>;
  readonly locks?: LockTimes;
  /** Milliseconds before a line that stopped first asks whether it can go on. */
  readonly firstPause?: number;
}

/** The workers and threads of one process, and the breaker that stops them. */
export interface Line {
  /** Why no work is taken now; null while it is. */
  readonly standing: unknown;
  /** Ends within about `graceMs`: work that takes longer is let go, and its jobs go back to the queue. */
  stop(graceMs: number): Promise<void>;
}

/** Starts taking jobs: of this process alone on an embedded queue, beside other processes on a server's. */
export function startLine(options: LineOptions): Line {
  const { store, backend, keys, jobs, listeners = {}, locks, onStand = () => {} } = options;
  const threads = new Threads({ ...options.threads, count: jobs });
  const workers = startWorkers({
    backend,
    context: { backend, threads, keys, store, comparer: new Comparer(store.results) },
    jobs,
    listeners: {
      ...listeners,
      stopped: (reason) => {
        breaker.trip(reason);
        onStand(reason);
      },
    },
    ...(locks === undefined ? {} : { locks }),
  });
  const breaker = new Breaker({
    check: async () => {
      await store.check();
      await backend.check();
      if (!(await engineReads(threads))) throw new SoatError('engine-unusable');
    },
    resume: () => {
      workers.resume();
      onStand(null);
    },
    ...(options.firstPause === undefined ? {} : { firstPause: options.firstPause }),
  });
  return {
    get standing() {
      return breaker.reason;
    },
    stop: async (graceMs) => {
      breaker.close();
      workers.pause();
      const clock = new AbortController();
      const closed = workers.close();
      await Promise.race([closed, pause(graceMs, undefined, { signal: clock.signal }).catch(() => undefined)]);
      clock.abort();
      await threads.close();
      await Promise.race([closed, pause(lastSteps)]);
    },
  };
}

/** Milliseconds for putting back what was let go; where the queue is lost too, its locks lapse by themselves. */
const lastSteps = 5_000;
