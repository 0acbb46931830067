import { setTimeout as pause } from 'node:timers/promises';
import { keysOf } from '../dist/src/audit/stageKeys.js';
import { openBackend } from '../dist/src/queue/backends/openBackend.js';
import { startLine } from '../dist/src/queue/startLine.js';
import { startWorkers } from '../dist/src/queue/startWorkers.js';
import { openStore } from '../dist/src/store/openStore.js';

/**
 * One worker process of bench/workers.mjs: `DEPLOYMENT JOBS PAGE`. PAGE is `read`, or the milliseconds that a made-up
 * page takes; then survey and analysis are made up as well, and only queue and database work. At SIGTERM it prints
 * when its first page began, when its last ended, and how long its pages took together.
 */
const [deployment, jobs, page] = [JSON.parse(process.argv[2]), Number(process.argv[3]), process.argv[4]];
const store = await openStore(deployment);
const backend = await openBackend(deployment, store, keysOf(null).line);
const told = { began: null, ended: null, busy: 0, pages: 0 };

async function madeUp(task) {
  if (task.stage === 'survey') return { ok: true, json: JSON.stringify({ pages: pagesOf(10) }) };
  if (task.stage === 'analyse') return { ok: true, json: '{"status":"complete"}' };
  const began = Date.now();
  told.began ??= began;
  await pause(Number(page));
  told.ended = Date.now();
  told.busy += told.ended - began;
  told.pages++;
  return { ok: true, json: '{}' };
}

function pagesOf(count) {
  return Array.from({ length: count }, (_, index) => ({ number: index + 1 }));
}

const end = page === 'read' ? readForGood() : makeUp();
process.once('SIGTERM', async () => {
  await end();
  process.stdout.write(JSON.stringify(told), () => process.exit(0));
});
process.stdout.write('ready\n');

function readForGood() {
  const line = startLine({ store, backend, keys: keysOf, jobs });
  return () => line.stop(1_000);
}

function makeUp() {
  const { results, documents } = store;
  const context = {
    backend,
    store: { results, documents, originals: { pathOf: async () => '' } },
    threads: { run: madeUp },
    keys: keysOf,
  };
  const stopped = (error) => {
    throw error;
  };
  const workers = startWorkers({ backend, context, jobs, listeners: { stopped } });
  return () => workers.close();
}
