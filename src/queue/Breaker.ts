import { setTimeout as pause } from 'node:timers/promises';

export interface BreakerOptions {
  /** Resolves where work can go on. */
  readonly check: () => Promise<void>;
  readonly resume: () => void;
  /** Milliseconds before the first check; doubled after each, up to a minute. */
  readonly firstPause?: number;
}

const longestPause = 60_000;

/**
 * Stands for a line that was stopped because the machine lacks something: it asks again and again whether what was
 * missing is back, so that one fault of the machine is told once, and not of every document.
 */
export class Breaker {
  readonly #options: Required<BreakerOptions>;
  readonly #end = new AbortController();
  #reason: unknown = null;

  constructor(options: BreakerOptions) {
    this.#options = { firstPause: 1_000, ...options };
  }

  /** Why the line stands; null while it runs. */
  get reason(): unknown {
    return this.#reason;
  }

  /** The line has stopped: goes on with it as soon as a check passes. */
  trip(reason: unknown): void {
    const stood = this.#reason !== null;
    this.#reason = reason;
    if (!stood) void this.#waitForTheMachine();
  }

  close(): void {
    this.#end.abort();
  }

  async #waitForTheMachine(): Promise<void> {
    const { check, resume, firstPause } = this.#options;
    const { signal } = this.#end;
    for (let wait = firstPause; !signal.aborted; wait = Math.min(2 * wait, longestPause)) {
      await pause(wait, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await check();
      } catch (error) {
        this.#reason = error;
        continue;
      }
      this.#reason = null;
      resume();
      return;
    }
  }
}
