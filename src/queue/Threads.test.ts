import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../test/support/dataFolder.js';
import { faultyThread } from '../../test/support/faultyThread.js';
import { packageRoot } from '../pipeline/packageRoot.js';
import { Threads } from './Threads.js';

let folder: string;
let remove: () => Promise<void>;
let threads: Threads;

beforeEach(async () => {
  ({ folder, remove } = await scratchFolder());
  process.env.SOAT_TEST_FOLDER = folder;
  threads = new Threads({ count: 1, entry: faultyThread, limit: 5_000, heap: 128 });
});
afterEach(async () => {
  await threads.close();
  await remove();
});

const plan = (faults: object) => writeFileSync(path.join(folder, 'plan.json'), JSON.stringify(faults));
const read = (page: number) => threads.run({ stage: 'read', file: 'any.pdf', page });
const good = expect.objectContaining({ ok: true });

describe('the threads', () => {
  it('lose one task to a thread that dies, and go on', async () => {
    plan({ 2: 'die' });
    expect(await read(1)).toEqual(good);
    expect(await read(2)).toMatchObject({ ok: false, code: 'engine-crashed' });
    expect(await read(3)).toEqual(good);
  });

  it('end a thread that hangs in a loop, and go on', async () => {
    plan({ 1: 'hang' });
    expect(await read(1)).toMatchObject({ ok: false, code: 'page-timeout' });
    expect(await read(2)).toEqual(good);
  });

  it('end a thread that takes more memory than is its share, and go on', async () => {
    plan({ 1: 'exhaust' });
    expect(await read(1)).toMatchObject({ ok: false, code: 'engine-crashed' });
    expect(await read(2)).toEqual(good);
  });

  it('do not count the wait for a free thread as work', async () => {
    plan({ pause: 1_500 });
    expect(await Promise.all([1, 2, 3].map(read))).toEqual([good, good, good]);
  });

  it('tell what an unreadable file is about', async () => {
    const file = path.join(packageRoot, 'package.json');
    expect(await threads.run({ stage: 'survey', file })).toMatchObject({ ok: false, code: 'not-a-document' });
  });

  it('give no outcome to work that is let go at the end', async () => {
    plan({ pause: 60_000 });
    const running = [read(1), read(2)].map((work) => expect(work).rejects.toMatchObject({ name: 'ThreadsClosed' }));
    await threads.close();
    await Promise.all(running);
  });
});
