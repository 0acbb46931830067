import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import exceljs from 'exceljs';
import { expect, it } from 'vitest';
import { type Sheet, writeSheet } from './writeSheet.js';

const sheet: Sheet<number> = {
  name: 'Số',
  title: 'CÁC SỐ',
  notes: ['Ghi chú'],
  footnotes: ['Hết'],
  columns: [{ head: 'Số', width: 9, style: 'count', value: (number) => number }],
  rows: [1, 2, 3, 4, 5],
};

it('goes on in another worksheet where one takes no more rows, and loses none', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'soat-sheet-'));
  try {
    const file = path.join(folder, 'rows.xlsx');
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: file });
    await writeSheet(workbook, sheet, 6);
    await workbook.commit();
    const { worksheets } = await new exceljs.Workbook().xlsx.readFile(file);
    const rows = worksheets.map(({ name, rowCount }) => [name, rowCount]);
    expect(rows).toEqual([
      ['Số', 6],
      ['Số (2)', 6],
      ['Số (3)', 5],
    ]);
    expect(worksheets.flatMap((one) => [4, 5].map((row) => one.getCell(row, 1).value))).toEqual([1, 2, 3, 4, 5, 'Hết']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
