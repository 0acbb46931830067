import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BucketDouble, startBucketDouble } from '../../../test/support/bucketDouble.js';
import { scratchFolder } from '../../../test/support/dataFolder.js';
import { filesContract } from '../../../test/support/filesContract.js';
import { BucketFiles } from './BucketFiles.js';

let bucket: BucketDouble;
let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'test';
  process.env.AWS_SECRET_ACCESS_KEY = 'test';
  ({ folder, remove } = await scratchFolder());
  bucket = await startBucketDouble();
});
afterAll(async () => {
  await bucket.stop();
  await remove();
});

/** A process on a machine that has fetched nothing yet. */
const open = () => BucketFiles.open(bucket.settings, path.join(folder, randomUUID()));

filesContract('files in a bucket', open);

describe('a bucket', () => {
  it.each(['full', 'gone'] as const)('that is %s is a fault of the machine, and heals', async (fault) => {
    const files = await open();
    const draft = path.join(await files.draftFolder(), 'draft');
    await writeFile(draft, 'content');
    bucket.fail(fault);
    await expect(files.put('pages/late', draft)).rejects.toMatchObject({ code: 'object-store-unreachable' });
    bucket.fail(null);
    await files.put('pages/late', draft);
    expect(await files.sizeOf('pages/late')).toBe(7);
  });
});
