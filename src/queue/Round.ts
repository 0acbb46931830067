import { EventEmitter, on } from 'node:events';
import type { Source } from '../audit/failedDocument.js';
import { SoatError } from '../model/errors.js';
import type { Store } from '../store/Store.js';
import type { AuditInput } from './auditInFolder.js';
import type { Backend } from './Backend.js';
import { retryableCodes } from './handlers.js';
import { priorities, surveyJob } from './jobs.js';

/** An input whose results are all kept, or that could not be opened. */
export interface Ready<Input> {
  readonly input: Input;
  readonly source: Source;
  readonly error: SoatError | null;
}

/** The files of one run: handed in one after another while the first are being read. */
export class Round<Input extends AuditInput> {
  /** The run's id in the data folder, once it has one. */
  id = '';
  readonly #inputs: readonly Input[];
  readonly #store: Store;
  readonly #backend: Backend;
  /** Inputs by their content: equal bytes are read once and reported for each name. */
  readonly #waiting = new Map<string, Ready<Input>[]>();
  readonly #done = new Set<string>();
  #left = false;
  readonly #news = new EventEmitter<{ ready: [Ready<Input>]; error: [unknown] }>();

  constructor(inputs: readonly Input[], store: Store, backend: Backend) {
    this.#inputs = inputs;
    this.#store = store;
    this.#backend = backend;
    // What still goes wrong while the run is being ended is told to nobody.
    this.#news.on('error', () => {});
  }

  /** Hands all inputs in and yields each when it is ready; rejects after `fail`, and with an `AbortError` for `signal`. */
  async *ready(
    pipeline: string | null,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Ready<Input>, void, undefined> {
    const news = on(this.#news, 'ready', signal === undefined ? {} : { signal });
    const handingIn = this.#handIn(pipeline).catch((error: unknown) => this.fail(error));
    let open = this.#inputs.length;
    try {
      for await (const [ready] of news) {
        yield ready as Ready<Input>;
        open--;
        if (open === 0) return;
      }
    } finally {
      // The data folder must not be written to once the caller closes it.
      this.#left = true;
      await handingIn;
    }
  }

  documentDone(sha256: string): void {
    if (this.#done.has(sha256)) return;
    this.#done.add(sha256);
    for (const ready of this.#waiting.get(sha256) ?? []) this.#news.emit('ready', ready);
  }

  fail(error: unknown): void {
    this.#news.emit('error', error);
  }

  async #handIn(pipeline: string | null): Promise<void> {
    const { runs, results } = this.#store;
    this.id = await runs.start(pipeline);
    for (const [place, input] of this.#inputs.entries()) {
      if (this.#left) return;
      const ready = await this.#keep(input);
      const { sha256 } = ready.source;
      await runs.addInput(this.id, place, input, ready.error === null ? sha256 : null);
      if (ready.error !== null || this.#done.has(sha256)) {
        this.#news.emit('ready', ready);
        continue;
      }
      const same = this.#waiting.get(sha256);
      if (same !== undefined) {
        same.push(ready);
        continue;
      }
      this.#waiting.set(sha256, [ready]);
      await results.forgetErrors(sha256, retryableCodes);
      await this.#backend.add(surveyJob({ sha256, pipeline, priority: priorities.inspector }));
    }
  }

  async #keep(input: Input): Promise<Ready<Input>> {
    const { relativeName } = input;
    try {
      const original = await this.#store.originals.keep(input.absolute);
      return { input, source: { relativeName, ...original }, error: null };
    } catch (error) {
      if (!(error instanceof SoatError) || error.code !== 'unreadable-file') throw error;
      return { input, source: { relativeName, sha256: '', bytes: 0 }, error };
    }
  }
}
