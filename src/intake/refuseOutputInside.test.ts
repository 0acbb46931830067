import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseOutputInside } from './refuseOutputInside.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-output-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('refuseOutputInside', () => {
  it.each(['', 'out', 'deep/out'])('refuses an output folder at or below an input (%j)', async (below) => {
    await expect(refuseOutputInside(path.join(folder, below), [folder])).rejects.toMatchObject({
      code: 'out-inside-input',
    });
  });

  it('accepts a sibling whose name begins alike', async () => {
    await expect(refuseOutputInside(`${folder}-out`, [folder])).resolves.toBeUndefined();
  });
});
