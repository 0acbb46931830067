import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../test/support/dataFolder.js';
import { storeContract } from '../../test/support/storeContract.js';
import { openDataFolder } from './openDataFolder.js';
import { scratchBelow, sweepAbandoned } from './sweepLeftovers.js';

let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove } = await scratchFolder());
});
afterAll(() => remove());

storeContract('a data folder', () => openDataFolder(path.join(folder, 'data')));

describe('a data folder on a machine', () => {
  it('cannot be opened twice', async () => {
    const data = await openDataFolder(path.join(folder, 'once'));
    await expect(openDataFolder(path.join(folder, 'once'))).rejects.toMatchObject({ code: 'data-folder-in-use' });
    await data.close();
  });

  it('is rid of what a process that was killed left half done, when it is opened; what this one unpacked stays', async () => {
    const left = path.join(folder, 'left');
    for (const one of ['drafts', 'scratch/of-a-dead-process']) await mkdir(path.join(left, one), { recursive: true });
    await writeFile(path.join(left, 'drafts', 'half.new'), 'half');
    await writeFile(path.join(left, 'scratch', 'of-a-dead-process', '1'), 'unpacked');
    const mine = `${scratchBelow(left)}now`;
    await mkdir(mine);
    const data = await openDataFolder(left);
    expect(await readdir(path.join(left, 'drafts'))).toEqual([]);
    expect(await readdir(path.join(left, 'scratch'))).toEqual([path.basename(mine)]);
    await data.close();
  });

  it('is rid of old drafts only where other processes use it too', async () => {
    const drafts = path.join(folder, 'shared', 'drafts');
    await mkdir(drafts, { recursive: true });
    for (const name of ['old.new', 'young.new']) await writeFile(path.join(drafts, name), 'half');
    const before = new Date(Date.now() - 2 * 24 * 3_600_000);
    await utimes(path.join(drafts, 'old.new'), before, before);
    await sweepAbandoned(path.join(folder, 'shared'));
    expect(await readdir(drafts)).toEqual(['young.new']);
  });

  it('says that it is unusable where no folder can be made', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const opening = openDataFolder(path.join(folder, 'file', 'data'));
    await expect(opening).rejects.toMatchObject({ code: 'data-folder-unusable' });
  });
});
