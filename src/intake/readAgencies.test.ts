import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadVocabulary } from '../pipeline/loadVocabulary.js';
import { readAgencies } from './readAgencies.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-list-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const vocabulary = loadVocabulary().round;
const head = ['Tên cơ quan', 'Viết tắt', 'Loại', 'Cấp trên', 'Tên cũ'];
const rows = [
  ['Sở Y tế', 'SYT', 'Sở', 'UBND tỉnh Minh Hà', ''],
  ['Sở Nội vụ', '', '', '', 'Ban Tổ chức; Sở Tổ chức'],
];
const expected = [
  { name: 'Sở Y tế', abbreviation: 'SYT', kind: 'Sở', superior: 'UBND tỉnh Minh Hà', otherNames: [], files: [] },
  {
    name: 'Sở Nội vụ',
    abbreviation: null,
    kind: null,
    superior: null,
    otherNames: ['Ban Tổ chức', 'Sở Tổ chức'],
    files: [],
  },
];

async function csv(text: string): Promise<string> {
  const file = path.join(folder, 'ds.csv');
  await writeFile(file, text);
  return file;
}

const withMark = (mark: string) => [head, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(mark)).join('\r\n');

describe('readAgencies', () => {
  it.each([
    ['commas', withMark(',')],
    ['semicolons behind a byte order mark', `\uFEFF${withMark(';')}`],
    ['tabs', withMark('\t')],
    ['a title and an empty line above the head', `"Danh sách, năm 2023"\n\n${withMark(',')}`],
  ])('reads a CSV file with %s', async (_, text) => {
    expect(await readAgencies(await csv(text), vocabulary)).toEqual(expected);
  });

  it('reads an XLSX file', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('DS').addRows([['Danh sách cơ quan của đợt'], [], head, ...rows]);
    const file = path.join(folder, 'ds.xlsx');
    await workbook.xlsx.writeFile(file);
    expect(await readAgencies(file, vocabulary)).toEqual(expected);
  });

  it.each([
    ['no column of names', 'Mã,Số\n1,2'],
    ['no agency', 'Tên cơ quan,Viết tắt\n'],
    ['something else', 'PK\u0003\u0004 no workbook'],
    ['more than a list can hold', `Tên cơ quan\n${'Sở\n'.repeat(800_000)}`],
  ])('refuses a file with %s, and says so', async (_, text) => {
    await expect(readAgencies(await csv(text), vocabulary)).rejects.toMatchObject({ code: 'agencies-unreadable' });
  });

  it('refuses a file that is not there', async () => {
    await expect(readAgencies(path.join(folder, 'no.csv'), vocabulary)).rejects.toMatchObject({
      code: 'agencies-unreadable',
    });
  });
});
