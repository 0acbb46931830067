import path from 'node:path';
import { type Processor, UnrecoverableError } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../../test/support/dataFolder.js';
import { openDataFolder } from '../../store/openDataFolder.js';
import type { Store } from '../../store/Store.js';
import type { Backend } from '../Backend.js';
import { openEmbeddedBackend } from './openEmbeddedBackend.js';

let store: Store;
let remove: () => Promise<void>;
let backend: Backend;

beforeAll(async () => {
  const scratch = await scratchFolder();
  remove = scratch.remove;
  store = await openDataFolder(path.join(scratch.folder, 'data'));
  backend = await openEmbeddedBackend(store.pool, 'v1');
});
afterAll(async () => {
  await backend.close();
  await store.close();
  await remove();
});

const add = (jobId: string) =>
  backend.add({ name: 'read', queueName: 'read', opts: { jobId, removeOnComplete: true, removeOnFail: true } });

/** Takes jobs until the `processor` has done one; how often that one was lost. */
async function lossesOfNext(processor: Processor = async () => undefined): Promise<number> {
  const worker = await new Promise<{ losses: number; close(): Promise<void> }>((resolve) => {
    const handle = backend.work(
      'read',
      async (job, token) => {
        resolve({ losses: job.stalledCounter, close: () => handle.close() });
        return processor(job, token);
      },
      {},
    );
  });
  await worker.close();
  return worker.losses;
}

/** A process takes the job, vanishes, and another opens the queue. */
async function vanishWith(jobId: string): Promise<void> {
  await add(jobId);
  const worker = backend.work('read', () => new Promise(() => {}), {});
  await expect.poll(() => backend.counts()).toMatchObject({ read: { active: 1 } });
  await worker.close(true);
  await backend.close();
  backend = await openEmbeddedBackend(store.pool, 'v1');
}

describe('the queue of a data folder', () => {
  it('is empty when it is opened, and knows how often each job took its process with it', async () => {
    for (let losses = 1; losses <= 2; losses++) await vanishWith('poison');
    expect(await backend.counts()).toMatchObject({ read: { active: 0, waiting: 0 } });
    await add('good');
    expect(await lossesOfNext()).toBe(0);
    await add('poison');
    expect(await lossesOfNext()).toBe(2);
  });

  it.each([
    ['done', async () => undefined],
    ['set aside', () => Promise.reject(new UnrecoverableError('parked'))],
  ])('forgets the losses of a job that was %s', async (_end, processor) => {
    await vanishWith('job');
    await add('job');
    expect(await lossesOfNext(processor)).toBe(1);
    await add('job');
    expect(await lossesOfNext()).toBe(0);
  });
});
