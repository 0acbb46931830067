import { existsSync } from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import { Piscina } from 'piscina';
import type { StageName, StageTask } from '../audit/stageTask.js';
import type { ErrorCode } from '../model/errors.js';
import { packageRoot } from '../pipeline/packageRoot.js';
import { type EngineChoice, shippedEngine } from '../reading/engine/EngineChoice.js';
import { readingLimits } from '../reading/limits.js';
import type { StageOutcome } from '../store/StageResults.js';

/** Work that was let go because the threads were closed; it has no outcome. */
export class ThreadsClosed extends Error {
  override readonly name = 'ThreadsClosed';
}

interface Cost {
  /** Milliseconds after which the thread is ended: later than the stage's own limit, which gives a better reason. */
  readonly limit: number;
  readonly late: ErrorCode;
  readonly died: ErrorCode;
}

const grace = 30_000;

const costs: Readonly<Record<StageName, Cost>> = {
  survey: { limit: readingLimits.surveyMs + grace, late: 'document-timeout', died: 'internal' },
  read: { limit: readingLimits.pageMs + grace, late: 'page-timeout', died: 'engine-crashed' },
  // A thousand pages take minutes; only an endless loop takes longer.
  analyse: { limit: 1_200_000, late: 'internal', died: 'internal' },
  match: { limit: 1_200_000, late: 'internal', died: 'internal' },
};

export interface ThreadsOptions {
  /** How many at once. */
  readonly count: number;
  /** Which OCR engine the threads start; default: the shipped one. */
  readonly engine?: EngineChoice;
  /** Compiled entry of a thread; default: the build's. */
  readonly entry?: string;
  /** Replaces every stage's limit, in milliseconds. */
  readonly limit?: number;
  /** Megabytes of JavaScript objects that a thread may hold; default: by the machine. */
  readonly heap?: number;
}

/** Megabytes: the analysis of a thousand pages has room in the least; what needs more than the most is no report. */
const [leastHeap, mostHeap] = [1024, 4096];

/** A hostile page fills its thread's share and no more: half of the machine's memory is that of all threads together. */
function heapOf(count: number): number {
  return Math.min(mostHeap, Math.max(leastHeap, Math.floor(totalmem() / 2 / count / 1_048_576)));
}

/** The threads in which all CPU work runs. One that dies or hangs costs the task it had, and is replaced. */
export class Threads {
  readonly #pool: Piscina<StageTask, StageOutcome>;
  readonly #entry: string;
  readonly #limit: number | undefined;
  readonly #waiting: (() => void)[] = [];
  #free: number;
  #closed = false;

  constructor(options: ThreadsOptions) {
    const { count, engine = shippedEngine, limit, heap = heapOf(count) } = options;
    const { entry = path.join(packageRoot, 'dist', 'workers', 'thread.js') } = options;
    if (!existsSync(entry)) throw new Error(`${entry} is missing: run \`npm run build\``);
    this.#entry = entry;
    this.#limit = limit;
    this.#free = count;
    this.#pool = new Piscina({
      minThreads: 0,
      maxThreads: count,
      workerData: engine,
      resourceLimits: { maxOldGenerationSizeMb: heap },
      idleTimeout: Number.POSITIVE_INFINITY,
      // A thread asleep in Atomics.wait would not hear the engine's own thread.
      atomics: 'disabled',
    });
    // A thread that dies between two tasks costs nothing: the next task starts another.
    this.#pool.on('error', () => {});
  }

  /** The task's outcome, `late` or `died` included. @throws ThreadsClosed */
  async run(task: StageTask): Promise<StageOutcome> {
    await this.#enter();
    const cost = costs[task.stage];
    // The clock starts with the work, not with the wait for a thread.
    const clock = AbortSignal.timeout(this.#limit ?? cost.limit);
    try {
      if (this.#closed) throw new ThreadsClosed();
      // An entry named with the task fails with the task where it cannot be loaded; else the task would wait for ever.
      return await this.#pool.run(task, { filename: this.#entry, signal: clock });
    } catch (error) {
      if (this.#closed) throw new ThreadsClosed();
      const detail = error instanceof Error ? error.message : String(error);
      return clock.aborted ? { ok: false, code: cost.late, detail: null } : { ok: false, code: cost.died, detail };
    } finally {
      this.#leave();
    }
  }

  /** Ends all threads at once; what runs is let go. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#pool.destroy();
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}
