import { availableParallelism } from 'node:os';
import { failedDocument } from '../audit/failedDocument.js';
import { likenessOnly } from '../audit/likenessToReport.js';
import { stageKeys } from '../audit/stageKeys.js';
import type { SoatDocument } from '../model/document.js';
import type { FlagChanges } from '../model/flagChanges.js';
import type { Store } from '../store/Store.js';
import { openEmbeddedBackend } from './backends/openEmbeddedBackend.js';
import { Comparer } from './Comparer.js';
import { changesSince } from './changesSince.js';
import type { CompareOptions } from './compareRound.js';
import { loadDocument } from './loadDocument.js';
import { matchSubmissions, type ReadInput } from './matchSubmissions.js';
import { type AuditProgress, ProgressCount } from './ProgressCount.js';
import { Round } from './Round.js';
import { startWorkers } from './startWorkers.js';
import { Threads, type ThreadsOptions } from './Threads.js';

/** One file to be audited. Whatever else the caller's object holds comes back untouched with the result. */
export interface AuditInput {
  /** Absolute path of the file. */
  readonly absolute: string;
  /** The name that results carry (`source.file`): below a PATH that is a folder, with its sub-folders. */
  readonly relativeName: string;
  /** Folder under which it was found: what lies in one sub-folder of it was handed in together. Absent: it stands alone. */
  readonly root?: string;
}

export interface FolderAuditOptions<Input extends AuditInput> {
  readonly inputs: readonly Input[];
  /** Files refused before reading, with what is said of them: they may hold what a report cites. */
  readonly refused?: readonly Omit<AuditResult<Input>, 'changes'>[];
  /** Name or file; null: by the report's year. */
  readonly pipeline: string | null;
  /** Reading threads; default: all cores. */
  readonly jobs?: number;
  readonly onProgress?: (progress: AuditProgress) => void;
  /** Aborted: what runs is let go, what was read is kept, and the iteration throws an `AbortError`. */
  readonly signal?: AbortSignal;
  /** Called when all results were handed out, while store and queue are still open. */
  readonly afterwards?: (room: CompareOptions) => Promise<void>;
  /** Which engine the threads start, and what replaces their entry and limits. */
  readonly threads?: Omit<ThreadsOptions, 'count'>;
}

export interface AuditResult<Input extends AuditInput> {
  readonly input: Input;
  /** Status `failed` where the file as a whole could not be read; this function never throws for a file. */
  readonly document: SoatDocument;
  /** Flags since the last run over this report in the same data folder; null where there was none. */
  readonly changes: FlagChanges | null;
}

/**
 * Yields one result an input as soon as it is read; then, for each submission with attachments, the report and its
 * attachments once more, seen together. As `runAudit`, in a data folder that is open; it stays open. One audit at a time.
 */
export async function* auditInFolder<Input extends AuditInput>(
  store: Store,
  options: FolderAuditOptions<Input>,
): AsyncGenerator<AuditResult<Input>, void, undefined> {
  const { inputs, pipeline, refused = [], jobs = availableParallelism(), onProgress = () => {}, signal } = options;
  const { results, runs } = store;
  const keys = stageKeys(pipeline, options.threads?.engine);
  const threads = new Threads({ ...options.threads, count: jobs });
  const backend = await openEmbeddedBackend(store.pool, keys.line);
  const progress = new ProgressCount(inputs.length, onProgress);
  const broken = new AbortController();
  const read: ReadInput<Input>[] = [...refused];
  const told = async (input: Input, document: SoatDocument) => ({
    input,
    document,
    changes: await changesSince(runs, round.id, input.absolute, document),
  });
  const round = new Round(inputs, store, backend);
  const workers = startWorkers({
    backend,
    context: { backend, threads, store, keys: () => keys, comparer: new Comparer(results) },
    jobs,
    listeners: {
      surveyed: (count) => progress.surveyed(count),
      pageDone: () => progress.pageRead(),
      documentDone: (sha256) => round.documentDone(sha256),
      stopped: (error) => {
        round.fail(error);
        broken.abort(error);
      },
    },
  });
  try {
    for await (const { input, source, error } of round.ready(pipeline, signal)) {
      const document = error === null ? await loadDocument(results, keys, source) : failedDocument(source, error);
      if (error === null) await runs.setStatus(round.id, source.sha256, document.status);
      progress.documentDone();
      read.push({ input, document: likenessOnly(document) });
      yield await told(input, document);
    }
    const stop = AbortSignal.any([broken.signal, ...(signal === undefined ? [] : [signal])]);
    for await (const { input, document } of matchSubmissions(read, { store, backend, keys, pipeline, signal: stop })) {
      yield await told(input, document);
    }
    await runs.finish(round.id);
    await options.afterwards?.({ store, backend, keys, signal: stop });
  } finally {
    workers.pause();
    // In this order: jobs end with their threads, workers with their jobs.
    for (const close of [() => threads.close(), () => workers.close(), () => backend.close()]) {
      // All that was acknowledged is on the disk; a fault in closing must not hide why the run ended.
      await close().catch(() => undefined);
    }
  }
}
