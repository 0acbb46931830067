import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf, flagOf } from '../../test/support/document.js';
import { readDocuments, writeDocument } from './outputFolder.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const documentIn = (file: string) => documentOf({ source: { file, sha256: '', bytes: 1, pages: 1 } });

describe('writeDocument', () => {
  it('keeps sub-folders and adds .json to the whole name', async () => {
    const document = documentIn('so-a/báo cáo.pdf');
    await writeDocument(folder, document);
    const written = JSON.parse(await readFile(path.join(folder, 'documents/so-a/báo cáo.pdf.json'), 'utf8'));
    expect(written).toEqual(document);
  });

  it('cuts a name that leaves no room for .json, and keeps two such names apart', async () => {
    const long = 'Báo cáo tự đánh giá công tác phòng, chống tham nhũng '.repeat(4).slice(0, 200);
    for (const end of ['1', '2']) await writeDocument(folder, documentIn(`so-a/${long}${end}.pdf`));
    const names = await readdir(path.join(folder, 'documents/so-a'));
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^Báo cáo tự đánh giá .*~[0-9a-f]{8}\.json$/);
  });

  it('refuses to write what the schema does not allow', async () => {
    const broken = documentOf({ flags: [flagOf({ confidence: 2 })] });
    await expect(writeDocument(folder, broken)).rejects.toThrow(/confidence/);
  });

  it('says that the output cannot be written', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await expect(writeDocument(file, documentOf())).rejects.toMatchObject({ code: 'output-unwritable' });
  });
});

describe('readDocuments', () => {
  it('reads back what was written, in the order asked for', async () => {
    for (const file of ['a.pdf', 'b/c.pdf']) await writeDocument(folder, documentIn(file));
    const read = [];
    for await (const document of readDocuments(folder, ['b/c.pdf', 'a.pdf'])) read.push(document);
    expect(read).toEqual([documentIn('b/c.pdf'), documentIn('a.pdf')]);
  });
});
