import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { keysOf } from '../dist/src/audit/stageKeys.js';
import { openBackend } from '../dist/src/queue/backends/openBackend.js';
import { handIn } from '../dist/src/queue/handIn.js';
import { analyseJob } from '../dist/src/queue/jobs.js';
import { openStore } from '../dist/src/store/openStore.js';

/** `node bench/workers.mjs [two] [busy] [backlog]`: see bench/README.md. Needs redis-server and postgresql. */
const asked = process.argv.slice(2);
const benches = { two: twoProcesses, busy: busyWorkers, backlog: longBacklog };
const whole = { pipeline: null, priority: 10 };
const root = fileURLToPath(new URL('..', import.meta.url));
const { module: servers } = await runnerImport(path.join(root, 'test/support/servers.ts'));
const { module: folders } = await runnerImport(path.join(root, 'test/support/dataFolder.ts'));

print(`load ${os.loadavg()[0].toFixed(1)}, ${os.availableParallelism()} cores`);
const [redis, postgres, scratch] = [
  await servers.startRedis(),
  await servers.startPostgres(),
  await folders.scratchFolder(),
];
try {
  for (const [name, bench] of Object.entries(benches)) if (asked.length === 0 || asked.includes(name)) await bench();
} finally {
  await redis.stop();
  await postgres.stop();
  await scratch.remove();
}

/** Real pages: the bundled scans, read by one process with one thread, then by two. */
async function twoProcesses() {
  const seconds = [];
  for (const processes of [1, 2]) {
    const place = await open();
    const files = copies(`real-${processes}`, 4);
    for (const file of files) await handIn(place, { ...(await place.store.originals.keep(file)), ...whole });
    seconds.push((await run(place, { processes, jobs: 1, page: 'read' })).seconds);
    await close(place);
  }
  const [one, two] = seconds;
  print(`two: one process ${one.toFixed(1)} s, two ${two.toFixed(1)} s: ${(one / two).toFixed(2)} times`);
}

/** 32 workers, pages of two seconds: how much of their time they work. */
async function busyWorkers() {
  const place = await open();
  await queueMadeUp(place, 64);
  const { told } = await run(place, { processes: 4, jobs: 8, page: '2000' });
  const sum = (of) => told.reduce((total, one) => total + of(one), 0);
  const span = Math.max(...told.map(({ ended }) => ended)) - Math.min(...told.map(({ began }) => began));
  const busy = (100 * sum((one) => one.busy)) / (32 * span);
  print(
    `busy: 32 workers, ${sum((one) => one.pages)} pages in ${(span / 1000).toFixed(1)} s: ${busy.toFixed(1)} % busy`,
  );
  await close(place);
}

/** 100,000 pages are queued by one process while nobody works. */
async function longBacklog() {
  const place = await open();
  const began = performance.now();
  const memory = [];
  for (let documents = 0; documents < 10_000; documents += 1_000) {
    await queueMadeUp(place, 1_000, `backlog-${documents}`, (document) => analyse(place, document));
    global.gc?.();
    memory.push(Math.round(process.memoryUsage().rss / 1e6));
  }
  const counts = await place.backend.counts();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  print(`backlog: ${counts.read.waiting} pages in ${seconds} s; MB after each tenth: ${memory.join(' ')}`);
  await close(place);
}

async function open() {
  const deployment = {
    dataFolder: path.join(scratch.folder, 'data'),
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    objectStore: null,
  };
  mkdirSync(deployment.dataFolder, { recursive: true });
  const store = await openStore(deployment);
  const backend = await openBackend(deployment, store, keysOf(null).line);
  await backend.wipe();
  await store.pool.query('TRUNCATE soat.original CASCADE');
  return { deployment, store, backend };
}

async function close({ store, backend }) {
  await backend.close();
  await store.close();
}

/** Documents that have no file; with made-up surveys nobody asks for one. */
async function queueMadeUp({ store, backend }, count, prefix = 'made-up', add = undefined) {
  for (let index = 0; index < count; index++) {
    const sha256 = createHash('sha256').update(`${prefix}-${index}`).digest('hex');
    await store.pool.query('INSERT INTO soat.original (sha256, bytes) VALUES ($1, 0)', [sha256]);
    if (add === undefined) await handIn({ store, backend }, { sha256, ...whole });
    else await add({ sha256, ...whole });
  }
}

async function analyse({ backend }, document) {
  await backend.add(
    analyseJob(
      document,
      Array.from({ length: 10 }, (_, index) => index + 1),
    ),
  );
}

function copies(name, times) {
  const folder = path.join(scratch.folder, name);
  mkdirSync(folder);
  const reports = path.join(root, 'fixtures', 'reports');
  const scans = readdirSync(reports).filter((file) => /^0[36].*\.pdf$/.test(file));
  return scans.flatMap((file) =>
    Array.from({ length: times }, (_, time) => {
      const copy = path.join(folder, `${time}-${file}`);
      copyFileSync(path.join(reports, file), copy);
      appendFileSync(copy, `\n% ${name} ${time}\n`);
      return copy;
    }),
  );
}

/** Starts the processes, waits until nothing is owed, and ends them. @returns seconds since all were ready */
async function run({ deployment, store }, { processes, jobs, page }) {
  const child = path.join(root, 'bench', 'workerChild.mjs');
  const running = Array.from({ length: processes }, () =>
    spawn(process.execPath, [child, JSON.stringify(deployment), String(jobs), page], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const outputs = running.map(() => '');
  for (const [index, { stdout }] of running.entries()) {
    stdout.setEncoding('utf8').on('data', (chunk) => {
      outputs[index] += chunk;
    });
  }
  while (!outputs.every((output) => output.startsWith('ready'))) await pause(20);
  const began = performance.now();
  while ((await store.documents.counts()).queued > 0) await pause(100);
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(
    running.map((one) => {
      one.kill('SIGTERM');
      return new Promise((resolve) => one.once('exit', resolve));
    }),
  );
  return { seconds, told: outputs.map((output) => JSON.parse(output.replace('ready\n', ''))) };
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
