import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from '../../test/support/document.js';
import { recordOf } from '../../test/support/round.js';
import { findLastRound, keepLastRound } from './lastRound.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-last-round-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const documents = ['a.pdf', 'b.pdf'].map((file) => documentOf({ source: { ...documentOf().source, file } }));
const { batch } = recordOf(documents);

async function* given() {
  yield* documents;
}

describe('findLastRound', () => {
  it('gives back what was kept, as often as it is asked for', async () => {
    await keepLastRound(folder, { pipeline: null, batch, documents: given });
    const round = await findLastRound(folder);
    expect([round.pipeline, round.batch]).toEqual([null, batch]);
    for (let pass = 0; pass < 2; pass++) {
      const read = [];
      for await (const document of round.documents()) read.push(document);
      expect(read).toEqual(documents);
    }
  });

  it.each([
    ['no round', async () => {}],
    ['a file that is none', () => writeFile(path.join(folder, 'last-round.jsonl.gz'), 'x')],
  ])('says so where the data folder holds %s', async (_case, prepare) => {
    await prepare();
    await expect(findLastRound(folder)).rejects.toMatchObject({ code: 'nothing-to-export' });
  });
});
