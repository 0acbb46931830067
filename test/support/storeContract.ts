import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueuedDocument } from '../../src/store/Documents.js';
import type { Store } from '../../src/store/Store.js';
import { scratchFolder } from './dataFolder.js';

const key = { stage: 'read', version: 'v', dependencies: 'd' };

/** What must hold of every store; `open` opens the same one again after it was closed. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let folder: string;
    let data: Store;
    let remove: () => Promise<void>;

    beforeAll(async () => {
      ({ folder, remove } = await scratchFolder());
      data = await open();
    });
    afterAll(async () => {
      await data.close();
      await remove();
    });

    async function kept(content: string): Promise<string> {
      const file = path.join(folder, 'report.pdf');
      await writeFile(file, content);
      return (await data.originals.keep(file)).sha256;
    }

    it('keeps an original after the file handed in is gone', async () => {
      const sha256 = await kept('%PDF-');
      await rm(path.join(folder, 'report.pdf'));
      expect(sha256).toBe(createHash('sha256').update('%PDF-').digest('hex'));
      expect(await readFile(await data.originals.pathOf(sha256), 'utf8')).toBe('%PDF-');
    });

    it('removes an original whose time is over, says so, and keeps it anew when it is handed in again', async () => {
      const sha256 = await kept('old');
      const waiting = await kept('waiting');
      await data.documents.enqueue({ sha256: waiting, pipeline: null, priority: 1 });
      await data.pool.query("UPDATE soat.original SET stored_at = now() - interval '10 days' WHERE sha256 = ANY($1)", [
        [sha256, waiting],
      ]);
      expect(await data.originals.retire(11)).toBe(0);
      expect(await data.originals.retire(9)).toBe(1);
      await expect(data.originals.pathOf(sha256)).rejects.toMatchObject({ code: 'original-removed' });
      expect(await readFile(await data.originals.pathOf(waiting), 'utf8')).toBe('waiting');
      await kept('old');
      expect(await readFile(await data.originals.pathOf(sha256), 'utf8')).toBe('old');
      expect(await data.originals.retire(9)).toBe(0);
      await data.pool.query('DELETE FROM soat.document WHERE sha256 = $1', [waiting]);
    });

    it('keeps an analysis of text that holds what no text of a database can', async () => {
      const sha256 = await kept('NUL');
      const json = JSON.stringify({ comparable: { identity: { year: 2023 } }, text: 'Số\u0000 \uD835' });
      await data.results.keep(sha256, 0, { ...key, stage: 'analyse' }, { ok: true, json });
      const found = await data.results.find(sha256, 0, { ...key, stage: 'analyse' });
      expect(found?.ok === true && JSON.parse(found.json).text).toBe('Số\uFFFD \uFFFD');
    });

    it('keeps equal bytes once', async () => {
      const sha256 = await kept('twice');
      expect(await kept('twice')).toBe(sha256);
      expect((await data.pool.query('SELECT FROM soat.original WHERE sha256 = $1', [sha256])).rows).toHaveLength(1);
    });

    it('says which file it could not read', async () => {
      const missing = path.join(folder, 'missing.pdf');
      await expect(data.originals.keep(missing)).rejects.toMatchObject({ code: 'unreadable-file', detail: missing });
      await expect(data.originals.keep(folder)).rejects.toMatchObject({ code: 'unreadable-file' });
    });

    it('gives results back to the letter, over a restart too', async () => {
      const sha256 = await kept('order');
      // NUL and a lone surrogate stand in real text layers; the order of keys is the contract's.
      const json = JSON.stringify({ z: '\0 \ud800', a: 1.5 });
      await data.results.keep(sha256, 1, key, { ok: true, json });
      await data.close();
      data = await open();
      expect(await data.results.find(sha256, 1, key)).toEqual({ ok: true, json });
    });

    it('finds no result of another page, stage, version or dependency', async () => {
      const sha256 = await kept('keys');
      await data.results.keep(sha256, 1, key, { ok: true, json: '1' });
      expect(await data.results.find(sha256, 2, key)).toBeUndefined();
      for (const other of [{ stage: 'survey' }, { version: 'w' }, { dependencies: 'e' }]) {
        expect(await data.results.find(sha256, 1, { ...key, ...other })).toBeUndefined();
      }
    });

    it('gives all pages of a long document, in order', async () => {
      const sha256 = await kept('long');
      const numbers = Array.from({ length: 45 }, (_, index) => 45 - index);
      for (const page of numbers) await data.results.keep(sha256, page, key, { ok: true, json: `${page}` });
      const pages = await data.results.pages(sha256, key);
      expect([...pages.keys()]).toEqual(numbers.toReversed());
      expect(pages.get(41)).toEqual({ ok: true, json: '41' });
    });

    it('keeps the first of two outcomes', async () => {
      const sha256 = await kept('first');
      await data.results.keep(sha256, 1, key, { ok: true, json: '1' });
      await data.results.keep(sha256, 1, key, { ok: false, code: 'page-timeout', detail: null });
      expect(await data.results.find(sha256, 1, key)).toEqual({ ok: true, json: '1' });
    });

    it('forgets the failures it is told to, and nothing else', async () => {
      const sha256 = await kept('forget');
      await data.results.keep(sha256, 1, key, { ok: true, json: '1' });
      await data.results.keep(sha256, 2, key, { ok: false, code: 'page-timeout', detail: 'a\0b' });
      await data.results.keep(sha256, 3, key, { ok: false, code: 'page-unreadable', detail: null });
      await data.results.forgetErrors(sha256, ['page-timeout', 'engine-crashed']);
      expect(await data.results.pageErrors(sha256, key)).toEqual(
        new Map([
          [1, null],
          [3, 'page-unreadable'],
        ]),
      );
    });

    it('knows what is owed until it has ended, the longest owed first', async () => {
      const owed: QueuedDocument[] = [];
      for (const name of ['one', 'two', 'three']) {
        owed.push({ sha256: await kept(name), pipeline: name === 'two' ? 'pctn-2022' : null, priority: 10 });
      }
      for (const document of owed) expect(await data.documents.enqueue(document)).toBe(true);
      expect(await data.documents.enqueue({ ...owed[0], priority: 1 } as QueuedDocument)).toBe(false);
      expect(await all(data.documents.queued())).toEqual(owed);
      await data.documents.end(owed[1] as QueuedDocument, 'partial');
      expect(await all(data.documents.queued())).toEqual([owed[0], owed[2]]);
      expect(await data.documents.counts()).toEqual({ queued: 2, complete: 0, partial: 1, failed: 0 });
      expect(await data.documents.enqueue(owed[1] as QueuedDocument)).toBe(true);
      expect(await data.documents.counts()).toMatchObject({ queued: 3, partial: 0 });
    });

    it('answers when it is asked whether it works', async () => {
      await expect(data.check()).resolves.toBeUndefined();
    });
  });
}

async function all<One>(many: AsyncIterable<One>): Promise<One[]> {
  const found: One[] = [];
  for await (const one of many) found.push(one);
  return found;
}
