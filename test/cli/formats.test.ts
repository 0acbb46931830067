import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Truth } from '../../fixtures/make/truth.js';
import { batchSchema } from '../../src/model/batch.js';
import { documentSchema, type SoatDocument } from '../../src/model/document.js';
import { packageRoot } from '../../src/pipeline/packageRoot.js';
import { scratchFolder } from '../support/dataFolder.js';
import { soat } from '../support/soat.js';

const samples = path.join(packageRoot, 'fixtures', 'formats');
let root: string;
let removeRoot: () => Promise<void>;
const at = (...names: string[]) => path.join(root, ...names);

beforeAll(async () => {
  ({ folder: root, remove: removeRoot } = await scratchFolder());
  await mkdir(at('in', 'so-a'), { recursive: true });
  for (const name of ['bao-cao-word.docx', 'bao-cao-quet.tif', 'ho-so.zip'])
    await copyFile(path.join(samples, name), at('in', name));
  for (const number of [1, 2])
    await copyFile(path.join(samples, 'trang-dau.jpg'), at('in', 'so-a', `trang-${number}.jpg`));
  await writeFile(at('in', 'ghi-chu.txt'), 'Ghi chú');
});
afterAll(() => removeRoot());

async function documentOf(name: string): Promise<SoatDocument> {
  return documentSchema.parse(JSON.parse(await readFile(at('out', 'documents', `${name}.json`), 'utf8')));
}
async function truthOf(name: string): Promise<Truth> {
  return JSON.parse(await readFile(path.join(samples, `${name}.truth.json`), 'utf8')) as Truth;
}

describe('soat audit on every format', () => {
  it('reads each, names what it cannot read, and ends with 3 for that', async () => {
    expect(await soat(['audit', at('in'), '--out', at('out'), '--data', at('data')])).toMatchObject({ status: 3 });
    const { counts, failures } = batchSchema.parse(JSON.parse(await readFile(at('out', 'batch.json'), 'utf8')));
    expect(counts).toEqual({ complete: 5, partial: 0, failed: 1, duplicate: 1 });
    expect(new Map(failures.map(({ file, code }) => [file, code]))).toEqual(
      new Map([
        ['ghi-chu.txt', 'unsupported-format'],
        // A ZIP is like a folder of one agency, and two reports of two agencies lie in this one.
        ['ho-so.zip', 'several-reports'],
      ]),
    );
  }, 240_000);

  it('finds in a Word file all that stands in it: headings that Word numbers, citations, points', async () => {
    const { sections, citations, scores, report, flags, pages } = await documentOf('bao-cao-word.docx');
    const truth = await truthOf('bao-cao-word');
    const told = sections.filter(({ path: place }) => !place.startsWith('Phụ lục'));
    expect(told.map((section) => [section.path, section.title])).toEqual(
      truth.sections.map((one) => [one.path, one.title]),
    );
    const key = ({ full, date }: { full: string | null; date: string | null }) => `${full} ${date}`;
    const numbered = citations.filter(({ kind }) => kind === 'numbered');
    expect(numbered.map(key).sort()).toEqual(truth.citations.map(key).sort());
    const claims = new Set(scores.map(({ criterion, claimed, max }) => `${criterion}=${claimed}/${max}`));
    expect(claims).toEqual(
      new Set(truth.scores.map(({ criterion, claimed, max }) => `${criterion}=${claimed}/${max}`)),
    );
    expect(report).toMatchObject({ agency: truth.agency, number: truth.number, date: truth.date });
    expect(flags.map(({ rule }) => rule).sort()).toEqual(truth.flags.map(({ rule }) => rule).sort());
    expect(citations.every(({ boxes, origin }) => boxes.length === 0 && origin === 'text')).toBe(true);
    for (const { text, page } of citations) expect(pages[page - 1]?.text).toContain(text);
  });

  it('reads every page of a TIFF, of a folder of images, and what lies in a ZIP', async () => {
    const tiff = await documentOf('bao-cao-quet.tif');
    const truth = await truthOf('bao-cao-quet');
    expect(tiff.pages.map(({ origin }) => origin)).toEqual(['ocr', 'ocr', 'ocr']);
    const below = ({ sections }: Pick<Truth | SoatDocument, 'sections'>) =>
      sections.map(({ path: place }) => place).filter((place) => place.includes('/'));
    expect(below(tiff)).toEqual(below(truth));
    expect((await documentOf('so-a')).pages).toHaveLength(2);
    expect((await documentOf('ho-so.zip/Hồ sơ tự đánh giá/trang-dau.jpg')).report.number).toBe(truth.number);
  });
});
