import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keysOf } from '../../dist/src/audit/stageKeys.js';
import { openBackend } from '../../dist/src/queue/backends/openBackend.js';
import { requeue } from '../../dist/src/queue/handIn.js';
import { loadDocument } from '../../dist/src/queue/loadDocument.js';
import { startLine } from '../../dist/src/queue/startLine.js';
import { openStore } from '../../dist/src/store/openStore.js';

/**
 * One process of a deployment (JSON, the first argument) whose pages are made up by the threads' entry (the second):
 * adds what is owed and has no job, works, and ends by itself when nothing is owed; the documents then stand as JSON in
 * `documents` below the data folder. A clock that is wrong by
 * SOAT_CLOCK_OFFSET milliseconds is its own alone. SOAT_THREAD_BOUNDS (JSON): `limit`, milliseconds that a task may
 * take, and `heap`, megabytes of a thread.
 */
const [deployment, entry] = [JSON.parse(process.argv[2]), process.argv[3]];
const out = path.join(deployment.dataFolder, 'documents');
const offset = Number(process.env.SOAT_CLOCK_OFFSET ?? 0);
const bounds = JSON.parse(process.env.SOAT_THREAD_BOUNDS ?? '{}');
const now = Date.now.bind(Date);
Date.now = () => now() + offset;

const store = await patiently(() => openStore(deployment));
const backend = await patiently(() => openBackend(deployment, store, keysOf(null).line));
// Short locks, so that a test need not wait a minute for a dead process's page.
const locks = { lockDuration: 1_500, stalledInterval: 500 };
const line = startLine({ store, backend, keys: keysOf, jobs: 2, threads: { entry, ...bounds }, locks, firstPause: 50 });
while (await patiently(isOwing)) await pause(500);
await line.stop(5_000);
mkdirSync(out, { recursive: true });
const { rows } = await store.pool.query(
  'SELECT sha256, bytes::int AS bytes FROM soat.document JOIN soat.original USING (sha256)',
);
for (const original of rows) {
  const document = await loadDocument(store.results, keysOf(null), { relativeName: 'report.pdf', ...original });
  writeFileSync(path.join(out, original.sha256), JSON.stringify(document));
}
await backend.close();
await store.close();
process.exit(0);

async function isOwing() {
  await requeue({ store, backend });
  return (await store.documents.counts()).queued > 0;
}

/** Waits for a server that is being restarted, as a service manager would; any other fault is one of the test. */
async function patiently(work) {
  while (true) {
    try {
      return await work();
    } catch (error) {
      if (!/-unreachable$/.test(error.code)) throw error;
      await pause(200);
    }
  }
}
