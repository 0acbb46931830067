import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../test/support/dataFolder.js';
import { storeContract } from '../../test/support/storeContract.js';
import { openDataFolder } from './openDataFolder.js';

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

  it('says that it is unusable where no folder can be made', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const opening = openDataFolder(path.join(folder, 'file', 'data'));
    await expect(opening).rejects.toMatchObject({ code: 'data-folder-unusable' });
  });
});
