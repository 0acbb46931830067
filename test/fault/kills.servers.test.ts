import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../fixtures/make/random.js';
import { keysOf } from '../../src/audit/stageKeys.js';
import type { SoatDocument } from '../../src/model/document.js';
import { packageRoot } from '../../src/pipeline/packageRoot.js';
import { openBackend } from '../../src/queue/backends/openBackend.js';
import { handIn } from '../../src/queue/handIn.js';
import { priorities } from '../../src/queue/jobs.js';
import type { Deployment } from '../../src/store/Deployment.js';
import { openStore } from '../../src/store/openStore.js';
import { blankPdf } from '../support/blankPdf.js';
import { scratchFolder } from '../support/dataFolder.js';
import { faultyThread } from '../support/faultyThread.js';
import { newDatabase, onPostgres, startPostgres, startRedis, type TestServer } from '../support/servers.js';

/** `node bench/kills.mjs` asks for more of both. */
const kills = Number(process.env.SOAT_KILLS ?? 8);
const documents = Number(process.env.SOAT_DOCUMENTS ?? 12);
const patience = 120_000 + kills * 10_000;
const child = path.join(packageRoot, 'test', 'fault', 'lineChild.mjs');

let root: string;
let removeRoot: () => Promise<void>;
let files: readonly string[];
let undisturbed: ReadonlyMap<string, unknown>;
let redis: TestServer;
let postgres: TestServer;

beforeAll(async () => {
  ({ folder: root, remove: removeRoot } = await scratchFolder());
  writeFileSync(at('plan.json'), JSON.stringify({ pause: 150 }));
  files = Array.from({ length: documents }, (_, index) => {
    const file = at(`${index}.pdf`);
    writeFileSync(file, blankPdf(pagesOf(index), file));
    return file;
  });
  redis = await startRedis();
  postgres = await startPostgres();
  const calm = await deploymentAt('calm');
  await handInAll(calm);
  expect(await ended(start(calm))).toBe(0);
  undisturbed = await documentsOf(calm);
}, 300_000);
afterAll(async () => {
  await redis.stop();
  await postgres.stop();
  await removeRoot();
});

const at = (name: string) => path.join(root, name);

async function deploymentAt(name: string, servers: Partial<Deployment> = {}): Promise<Deployment> {
  mkdirSync(at(name), { recursive: true });
  return { dataFolder: at(name), databaseUrl: null, redisUrl: null, objectStore: null, ...servers };
}

async function handInAll(deployment: Deployment): Promise<void> {
  const store = await openStore(deployment);
  const backend = await openBackend(deployment, store, keysOf(null).line);
  for (const file of files) {
    const { sha256 } = await store.originals.keep(file);
    await handIn({ store, backend }, { sha256, pipeline: null, priority: priorities.round });
  }
  await backend.close();
  await store.close();
}

/** The JSON of every document by its content; with it, that all have ended, each once. */
async function documentsOf(deployment: Deployment, partial = 0): Promise<ReadonlyMap<string, unknown>> {
  const store = await openStore(deployment);
  const complete = documents - partial;
  expect(await store.documents.counts()).toEqual({ queued: 0, complete, partial, failed: 0 });
  await store.close();
  const folder = path.join(deployment.dataFolder, 'documents');
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown;
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, read(name)]),
  );
}

function start(deployment: Deployment, clockOffset = 0, settings: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [child, JSON.stringify(deployment), faultyThread], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SOAT_TEST_FOLDER: root, SOAT_CLOCK_OFFSET: String(clockOffset), ...settings },
  });
}

function ended(process_: ChildProcess): Promise<number | string | null> {
  if (process_.exitCode !== null) return Promise.resolve(process_.exitCode);
  return new Promise((resolve) => process_.once('exit', (code, signal) => resolve(code ?? signal)));
}

interface Disturbance {
  readonly processes: number;
  /** A fault of the surroundings, between two kills. */
  readonly between?: (kill: number) => Promise<void>;
  readonly clockOffset?: () => number;
}

/** Kills one process after another at random moments, each followed by a new one, until all documents have ended. */
async function disturb(deployment: Deployment, { processes, between, clockOffset = () => 0 }: Disturbance) {
  const chance = createRandom(path.basename(deployment.dataFolder));
  const running = Array.from({ length: processes }, () => start(deployment, clockOffset()));
  for (let kill = 0; kill < kills; kill++) {
    // From before the first statement to the midst of a page.
    await pause(chance.int(100, 5_000));
    await between?.(kill);
    const place = kill % processes;
    running[place]?.kill('SIGKILL');
    if (running[place] !== undefined) await ended(running[place]);
    running[place] = start(deployment, clockOffset());
  }
  expect(await Promise.all(running.map(ended))).toEqual(running.map(() => 0));
}

describe('a round whose processes are killed at random moments', () => {
  it(
    'says the same on the embedded database',
    async () => {
      const deployment = await deploymentAt('embedded');
      await handInAll(deployment);
      await disturb(deployment, { processes: 1 });
      expect(await documentsOf(deployment)).toEqual(undisturbed);
    },
    patience,
  );

  it(
    'says the same on PostgreSQL, which crashes too, with a clock that is an hour fast',
    async () => {
      const deployment = await deploymentAt('postgres', { databaseUrl: await newDatabase(postgres, 'alone') });
      await handInAll(deployment);
      let processes = 0;
      await disturb(deployment, {
        processes: 2,
        between: async (kill) => {
          if (kill % 4 === 3) await postgres.restart();
        },
        clockOffset: () => (processes++ % 3 === 2 ? 3_600_000 : 0),
      });
      expect(await documentsOf(deployment)).toEqual(undisturbed);
    },
    patience,
  );

  it(
    'says the same on Redis and PostgreSQL, which crash and cut connections',
    async () => {
      const deployment = await deploymentAt('redis', {
        databaseUrl: await newDatabase(postgres, 'data'),
        redisUrl: redis.url,
      });
      await handInAll(deployment);
      await disturb(deployment, {
        processes: 2,
        between: async (kill) => {
          if (kill % 4 === 1) await redis.restart();
          if (kill % 4 === 3) await cutConnections();
        },
      });
      expect(await documentsOf(deployment)).toEqual(undisturbed);
    },
    patience,
  );
});

const pagesOf = (index: number) => 1 + (index % 6);
const withPages = (least: number) => files.filter((_, index) => pagesOf(index) >= least).length;

describe('a round with pages on which the engine hangs or takes all memory', () => {
  beforeAll(() => writeFileSync(at('plan.json'), JSON.stringify({ 5: 'exhaust', 6: 'hang' })));
  afterAll(() => writeFileSync(at('plan.json'), JSON.stringify({ pause: 150 })));

  it.each([
    ['the embedded database', async () => ({})],
    ['PostgreSQL', async () => ({ databaseUrl: await newDatabase(postgres, 'faults') })],
    ['Redis', async () => ({ databaseUrl: await newDatabase(postgres, 'faults_redis'), redisUrl: redis.url })],
  ])('loses these pages alone, each by its code, on %s', { timeout: 600_000 }, async (name, servers) => {
    const deployment = await deploymentAt(`faults-${name}`, await servers());
    await handInAll(deployment);
    const settings = { SOAT_THREAD_BOUNDS: JSON.stringify({ limit: 20_000, heap: 256 }) };
    expect(await ended(start(deployment, 0, settings))).toBe(0);
    const read = await documentsOf(deployment, withPages(5));
    const codes = [...read.values()].flatMap((document) => (document as SoatDocument).errors);
    const told = codes.map(({ page, code }) => `${page} ${code}`).sort();
    expect(told).toEqual([
      ...Array<string>(withPages(5)).fill('5 engine-crashed'),
      ...Array<string>(withPages(6)).fill('6 page-timeout'),
    ]);
    const whole = [...read].filter(([, document]) => (document as SoatDocument).status === 'complete');
    for (const [content, document] of whole) expect(document).toEqual(undisturbed.get(content));
  });
});

function cutConnections(): Promise<void> {
  return onPostgres(
    postgres,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'",
  );
}
