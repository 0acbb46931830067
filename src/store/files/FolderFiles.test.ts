import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../../test/support/dataFolder.js';
import { filesContract } from '../../../test/support/filesContract.js';
import { FolderFiles } from './FolderFiles.js';

let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove } = await scratchFolder());
});
afterAll(() => remove());

filesContract('files in a folder', async () => new FolderFiles(folder));

describe('a folder that is not there', () => {
  it('is told as a fault of the machine, not of the file', async () => {
    const away = new FolderFiles(path.join(folder, 'unmounted'));
    await expect(away.fetch('originals/ab/abcd')).rejects.toMatchObject({ code: 'data-folder-unusable' });
  });
});
