import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../../test/support/dataFolder.js';
import { MarkFolders } from './MarkFolders.js';

let marks: MarkFolders;
let remove: () => Promise<void>;

beforeEach(async () => {
  const scratch = await scratchFolder();
  remove = scratch.remove;
  marks = new MarkFolders(scratch.folder);
  await marks.create();
  await writeFile(marks.pathOf('taken', 'x.pdf'), 'nội dung');
});
afterEach(() => remove());

const names = (mark: 'taken' | 'done' | 'failed') => readdir(marks.pathOf(mark, '')).then((all) => all.sort());

describe('what is said of a drop', () => {
  it('stands beside it', async () => {
    expect(await marks.finish('x.pdf', 'không đọc được', 'thiếu trang 2')).toBe(true);
    expect(await names('failed')).toEqual(['x.pdf', 'x.pdf.error.txt', 'x.pdf.luu-y.txt']);
    expect(await readFile(marks.pathOf('failed', 'x.pdf.error.txt'), 'utf8')).toBe('\uFEFFkhông đọc được\r\n');
  });

  it('stands there before the drop does: what cannot be said yet is not moved on', async () => {
    await mkdir(marks.pathOf('failed', 'x.pdf.error.txt'));
    await expect(marks.finish('x.pdf', 'không đọc được')).rejects.toMatchObject({ code: 'inbox-unusable' });
    expect(await names('taken')).toEqual(['x.pdf']);
    expect(existsSync(marks.pathOf('failed', 'x.pdf'))).toBe(false);
  });

  it('is said again by whoever goes on after a process that was killed before the move', async () => {
    await writeFile(marks.pathOf('failed', 'x.pdf.error.txt'), 'nửa ch');
    expect(await marks.finish('x.pdf', 'không đọc được')).toBe(true);
    expect(await names('failed')).toEqual(['x.pdf', 'x.pdf.error.txt']);
    expect(await readFile(marks.pathOf('failed', 'x.pdf.error.txt'), 'utf8')).toContain('không đọc được');
  });

  it('finds room beside a name that has none to spare', async () => {
    const name = `${'ễ'.repeat(83)}x.pdf`;
    for (const again of [false, true]) {
      await writeFile(marks.pathOf('taken', name), 'nội dung');
      expect(await marks.finish(name, 'không đọc được')).toBe(true);
      const all = await names('failed');
      const notes = all.filter((one) => one.endsWith('.error.txt'));
      expect([notes.length, all.length]).toEqual(again ? [2, 4] : [1, 2]);
    }
  });

  it('goes where the drop could not be moved', async () => {
    expect(await marks.finish('mất.pdf', null, 'thiếu trang 2')).toBe(false);
    expect(await names('done')).toEqual([]);
  });
});
