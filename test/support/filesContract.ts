import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileStore } from '../../src/store/files/FileStore.js';

/** What must hold of every place for files; `open` opens the same one for another process. */
export function filesContract(name: string, open: () => Promise<FileStore>): void {
  const draftOf = async (files: FileStore, content: string) => {
    const draft = path.join(await files.draftFolder(), randomUUID());
    await writeFile(draft, content);
    return draft;
  };

  describe(name, () => {
    it('gives back what was put in, to another process too', async () => {
      const files = await open();
      await files.put('originals/ab/abcd', await draftOf(files, 'nội dung'));
      for (const one of [files, await open()]) {
        expect(await readFile(await one.fetch('originals/ab/abcd'), 'utf8')).toBe('nội dung');
        expect(await one.sizeOf('originals/ab/abcd')).toBe(10);
      }
    });

    it('copies out and in without taking what it copies from', async () => {
      const files = await open();
      const [outside, again] = [`${await draftOf(files, 'bản gốc')}.out`, await draftOf(files, 'bản khác')];
      await files.copyIn('originals/co/copied', again);
      await files.copyOut('originals/co/copied', outside);
      for (const one of [outside, again]) expect(await readFile(one, 'utf8')).toBe('bản khác');
      await expect(files.copyOut('originals/no/nothing', outside)).rejects.toMatchObject({ code: 'original-missing' });
      await files.retire('originals/co/copied');
      await expect(files.copyOut('originals/co/copied', outside)).rejects.toMatchObject({ code: 'original-removed' });
    });

    it('knows nothing of what was never put in', async () => {
      const files = await open();
      expect(await files.sizeOf('originals/no/nothing')).toBeUndefined();
      await expect(files.fetch('originals/no/nothing')).rejects.toMatchObject({ code: 'original-missing' });
    });

    it('takes the same content twice', async () => {
      const files = await open();
      for (let time = 0; time < 2; time++) await files.put('pages/same', await draftOf(files, 'same'));
      expect(await readFile(await files.fetch('pages/same'), 'utf8')).toBe('same');
    });

    it('fetches once for all that ask at the same time', async () => {
      await open().then(async (files) => files.put('pages/wanted', await draftOf(files, 'wanted')));
      const files = await open();
      const fetched = await Promise.all(Array.from({ length: 8 }, () => files.fetch('pages/wanted')));
      expect(new Set(fetched).size).toBe(1);
      expect(await readFile(fetched[0] ?? '', 'utf8')).toBe('wanted');
    });

    it('forgets what is removed, and does not mind what is gone already', async () => {
      const files = await open();
      await files.put('pages/gone', await draftOf(files, 'gone'));
      for (let time = 0; time < 2; time++) await files.remove('pages/gone');
      expect(await files.sizeOf('pages/gone')).toBeUndefined();
      await expect(files.fetch('pages/gone')).rejects.toMatchObject({ code: 'original-missing' });
    });

    it('answers when it is asked whether it works', async () => {
      await expect((await open()).check()).resolves.toBeUndefined();
    });
  });
}
