import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blankPdf } from '../../test/support/blankPdf.js';
import { type BucketDouble, startBucketDouble } from '../../test/support/bucketDouble.js';
import { scratchFolder } from '../../test/support/dataFolder.js';
import { faultyThread } from '../../test/support/faultyThread.js';
import { keysOf } from '../audit/stageKeys.js';
import type { QueuedDocument } from '../store/Documents.js';
import { openDataFolder } from '../store/openDataFolder.js';
import { wholeDocument } from '../store/StageResults.js';
import type { Store } from '../store/Store.js';
import type { Backend } from './Backend.js';
import { openEmbeddedBackend } from './backends/openEmbeddedBackend.js';
import { Comparer } from './Comparer.js';
import { handIn, rebuildQueue, requeue, requeueWhereIdle } from './handIn.js';
import { handlers } from './handlers.js';
import { priorities, surveyJob } from './jobs.js';
import { loadDocument } from './loadDocument.js';
import { type Line, startLine } from './startLine.js';
import { Threads } from './Threads.js';

let root: string;
let removeRoot: () => Promise<void>;
let bucket: BucketDouble;
let store: Store;
let backend: Backend;
let line: Line | undefined;
/** The test's own folder, with its files and its plan. */
let folder: string;
/** Why the line stood, and null for each time it went on. */
let stands: unknown[];

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'test';
  process.env.AWS_SECRET_ACCESS_KEY = 'test';
  ({ folder: root, remove: removeRoot } = await scratchFolder());
  bucket = await startBucketDouble();
  store = await openDataFolder(path.join(root, 'data'), bucket.settings);
  backend = await openEmbeddedBackend(store.pool, keysOf(null).line);
});
beforeEach(() => {
  folder = mkdtempSync(path.join(root, 'test-'));
  process.env.SOAT_TEST_FOLDER = folder;
  stands = [];
});
afterEach(async () => {
  await line?.stop(0);
  line = undefined;
  bucket.fail(null);
  await backend.wipe();
  await store.pool.query('DELETE FROM soat.document');
});
afterAll(async () => {
  await backend.close();
  await store.close();
  await bucket.stop();
  await removeRoot();
});

const at = (name: string) => path.join(folder, name);
const plan = (faults: object) => writeFileSync(at('plan.json'), JSON.stringify(faults));

function start(): void {
  line = startLine({
    store,
    backend,
    keys: keysOf,
    jobs: 2,
    threads: { entry: faultyThread },
    firstPause: 50,
    onStand: (reason) => stands.push(reason),
  });
}

/** A report that no other test has, kept. */
async function report(name: string, pages = 2): Promise<QueuedDocument> {
  writeFileSync(at(name), blankPdf(pages, at(name)));
  const { sha256 } = await store.originals.keep(at(name));
  return { sha256, pipeline: null, priority: priorities.round };
}

const counts = () => store.documents.counts();
const patience = { timeout: 40_000, interval: 100 };

describe('a line', () => {
  it('does what is owed', async () => {
    start();
    await handIn({ store, backend }, await report('a.pdf'));
    await expect.poll(counts, patience).toEqual({ queued: 0, complete: 1, partial: 0, failed: 0 });
  });

  it('does from the database what the queue has lost', async () => {
    for (const name of ['a.pdf', 'b.pdf']) await handIn({ store, backend }, await report(name));
    await backend.wipe();
    expect(await rebuildQueue({ store, backend })).toBe(2);
    expect(await requeue({ store, backend })).toBe(2);
    start();
    await expect.poll(counts, patience).toMatchObject({ queued: 0, complete: 2 });
    expect(await requeue({ store, backend })).toBe(0);
  });

  it('takes up what never reached the queue, and adds nothing while there is work', async () => {
    const lost = await report('lost.pdf');
    await store.documents.enqueue(lost);
    await backend.add({ ...surveyJob(await report('b.pdf')), opts: { delay: 60_000 } });
    await requeueWhereIdle({ store, backend });
    expect(await backend.counts()).toMatchObject({ survey: { waiting: 1 } });
    await backend.wipe();
    await requeueWhereIdle({ store, backend });
    start();
    await expect.poll(counts, patience).toMatchObject({ queued: 0, complete: 1 });
  });

  it('stands while the engine is gone, blames no page, and goes on by itself', async () => {
    plan({ engine: 'gone' });
    start();
    for (const name of ['a.pdf', 'b.pdf']) await handIn({ store, backend }, await report(name));
    await expect.poll(() => line?.standing, patience).toMatchObject({ code: 'engine-unusable' });
    expect(await counts()).toMatchObject({ queued: 2 });
    plan({});
    await expect.poll(counts, patience).toEqual({ queued: 0, complete: 2, partial: 0, failed: 0 });
    expect(stands.at(-1)).toBeNull();
    expect(line?.standing).toBeNull();
  });

  it('stands while the file store is gone, and goes on by itself', async () => {
    const document = await report('a.pdf');
    bucket.fail('gone');
    start();
    await handIn({ store, backend }, document);
    await expect.poll(() => line?.standing, patience).toMatchObject({ code: 'object-store-unreachable' });
    expect(await counts()).toMatchObject({ queued: 1 });
    bucket.fail(null);
    await expect.poll(counts, patience).toMatchObject({ queued: 0, complete: 1 });
  });

  it('ends a document whose original is gone, and does the others', async () => {
    const gone = await report('gone.pdf');
    await store.files.remove(`originals/${gone.sha256.slice(0, 2)}/${gone.sha256}`);
    start();
    await handIn({ store, backend }, gone);
    await handIn({ store, backend }, await report('a.pdf'));
    await expect.poll(counts, patience).toMatchObject({ queued: 0, complete: 1, failed: 1 });
    const survey = await store.results.find(gone.sha256, wholeDocument, keysOf(null).survey);
    expect(survey).toMatchObject({ ok: false, code: 'original-missing' });
  });

  it('ends a document whose handler fails for no known reason, never stands for it, and does the others', async () => {
    const broken = await report('broken.pdf');
    const { survey } = keysOf(null);
    await store.results.keep(broken.sha256, wholeDocument, survey, { ok: true, json: '"no survey"' });
    start();
    await handIn({ store, backend }, broken);
    await handIn({ store, backend }, await report('a.pdf'));
    await expect.poll(counts, patience).toEqual({ queued: 0, complete: 1, partial: 0, failed: 1 });
    const source = { relativeName: 'broken.pdf', sha256: broken.sha256, bytes: 1 };
    const { status, errors } = await loadDocument(store.results, keysOf(null), source);
    expect([status, errors.map(({ code }) => code)]).toEqual(['failed', ['internal']]);
    expect(stands).toEqual([]);
  });

  it('ends a document with the page that kills its thread, and tries that page again when it is handed in anew', async () => {
    plan({ 2: 'die' });
    start();
    const document = await report('a.pdf');
    await handIn({ store, backend }, document);
    await expect.poll(counts, patience).toMatchObject({ partial: 1 });
    plan({});
    await handIn({ store, backend }, document);
    await expect.poll(counts, patience).toMatchObject({ partial: 0, complete: 1 });
  });

  it('stops within its bound, and gives back what it had in work', async () => {
    plan({ 1: 'hang', 2: 'hang' });
    start();
    await handIn({ store, backend }, await report('a.pdf'));
    await expect.poll(() => backend.counts(), patience).toMatchObject({ read: { active: 2 } });
    await line?.stop(100);
    expect(await backend.counts()).toMatchObject({ read: { active: 0, waiting: 2 }, analyse: { waitingForPages: 1 } });
    expect(await counts()).toMatchObject({ queued: 1 });
  });
});

describe('a job that takes its process with it again and again', () => {
  const losing = { last: false, priority: priorities.round, losses: 10 };

  it('is set aside with its reason, and its document ends', async () => {
    const threads = new Threads({ count: 1, entry: faultyThread });
    const context = { store, backend, threads, comparer: new Comparer(store.results), keys: keysOf };
    const { sha256 } = await report('poison.pdf', 3);
    await store.documents.enqueue({ sha256, pipeline: null, priority: 1 });
    const data = { sha256, pipeline: null };
    await handlers.survey(data, { ...losing, losses: 0 }, context);
    await expect(handlers.read({ ...data, page: 2 }, losing, context)).rejects.toThrow('parked');
    for (const page of [1, 3]) await handlers.read({ ...data, page }, { ...losing, losses: 9 }, context);
    await handlers.analyse(data, { ...losing, losses: 0 }, context);
    await threads.close();
    expect(await store.results.pageErrors(sha256, keysOf(null).read)).toEqual(
      new Map([
        [1, null],
        [2, 'parked'],
        [3, null],
      ]),
    );
    expect(await counts()).toMatchObject({ queued: 0, partial: 1 });
  });
});
