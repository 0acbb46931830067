import { availableParallelism } from 'node:os';
import { keysOf } from '../audit/stageKeys.js';
import type { Deployment } from '../store/Deployment.js';
import { openStore } from '../store/openStore.js';
import { openBackend } from './backends/openBackend.js';
import { type LineOptions, startLine } from './startLine.js';

export interface WorkerOptions extends Pick<LineOptions, 'listeners' | 'onStand' | 'threads' | 'locks' | 'firstPause'> {
  readonly deployment: Deployment;
  /** Pages in work at once; default: all cores. */
  readonly jobs?: number;
  /** Aborted: no more work is taken, and what is in work has `graceMs` to end. */
  readonly signal: AbortSignal;
  readonly graceMs?: number;
  readonly onReady?: () => void;
}

/** A page takes seconds, the analysis of a long report a minute; process managers kill after half a minute or more. */
const usualGrace = 25_000;

/**
 * Works beside other processes of a deployment until it is told to stop. Lost servers are waited for.
 * @throws SoatError where a server cannot be reached at the start
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const { deployment, jobs = availableParallelism(), signal, graceMs = usualGrace, onReady = () => {} } = options;
  const store = await openStore(deployment);
  try {
    const backend = await openBackend(deployment, store, keysOf(null).line);
    try {
      const line = startLine({ ...options, store, backend, keys: keysOf, jobs });
      onReady();
      await aborted(signal);
      await line.stop(graceMs);
    } finally {
      await backend.close().catch(() => undefined);
    }
  } finally {
    await store.close().catch(() => undefined);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
