import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf, flagOf, scoreOf, sectionOf } from '../../../test/support/document.js';
import { batchFlagOf, recordOf } from '../../../test/support/round.js';
import type { RoundRecord } from '../RoundRecord.js';
import { summariesOf } from '../summarise.js';
import { writeWorkbook } from './writeWorkbook.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-workbook-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function written(record: RoundRecord): Promise<exceljs.Workbook> {
  const file = path.join(folder, 'audit.xlsx');
  await writeWorkbook(file, record, await summariesOf(record));
  return new exceljs.Workbook().xlsx.readFile(file);
}

function sheetOf(workbook: exceljs.Workbook, name: string): exceljs.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The shown texts of a sheet, row by row. */
function textsOf(sheet: exceljs.Worksheet): string[][] {
  const rows: string[][] = [];
  sheet.eachRow((row) => {
    rows.push(Array.from({ length: row.cellCount }, (_, index) => row.getCell(index + 1).text));
  });
  return rows;
}

const flagged = documentOf({
  source: { file: 'so y tế/báo cáo #1.pdf', sha256: 'b'.repeat(64), bytes: 1, pages: 7 },
  report: { ...documentOf().report, agency: '=HYPERLINK("http://x")', unread: ['signer'] },
  sections: [sectionOf({ path: 'II/2', criterion: 'B.1' })],
  scores: [scoreOf({ criterion: 'B.1', claimed: 27, max: 27 }), scoreOf({ criterion: 'total', claimed: 97.5 })],
  flags: [
    flagOf({ subject: 'criterion:B.1', evidence: [{ text: '6/20', page: 4, boxes: [] }] }),
    flagOf({ outcome: 'cannot-judge', fingerprint: 'f1' }),
  ],
});

describe('writeWorkbook', () => {
  it('has a sheet for each view, each with a head that stays, filters and repeats in print, and fits its page', async () => {
    const workbook = await written(recordOf([flagged]));
    const names = ['Tổng hợp', 'Biểu đồ', 'Xem trước', 'Điểm', 'Phát hiện', 'Văn bản trích dẫn', 'Lỗi đọc'];
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(names);
    for (const name of names.filter((one) => one !== 'Biểu đồ')) {
      const { views, autoFilter, pageSetup } = sheetOf(workbook, name);
      expect(views[0], name).toMatchObject({ state: 'frozen' });
      expect(autoFilter, name).toBeTruthy();
      expect(pageSetup, name).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
      expect(pageSetup.printTitlesRow, name).toMatch(/^\d+:\d+$/);
    }
  });

  it('puts the report with most points in question first, adds up, and names who sent nothing', async () => {
    const record = recordOf([documentOf(), flagged]);
    const absent = { ...record.batch.agencies[0], name: 'Sở Vắng', status: 'missing', report: null } as const;
    const agencies = [...record.batch.agencies, { ...absent, abbreviation: null, attachments: [], claimed: null }].map(
      (agency) => ({
        ...agency,
        kind: null,
        listed: false,
        late: false,
        doubtful: [],
        flags: agency.flags ?? { error: 0, warning: 0, info: 0 },
      }),
    );
    const workbook = await written({ ...record, batch: { ...record.batch, agencies } });
    const rows = textsOf(sheetOf(workbook, 'Tổng hợp'));
    expect(rows.slice(4).map((row) => row[1])).toEqual(['=HYPERLINK("http://x")', 'Sở Mẫu', 'Sở Vắng', 'Cộng']);
    expect(rows[4]?.slice(4, 10)).toEqual(['97.5', '27', '1', '0', '0', '1']);
    expect(rows.at(-1)?.[5]).toBe('27');
  });

  it('keeps what looks like a formula or a date a text, in cells that are formatted as text', async () => {
    const sheet = sheetOf(await written(recordOf([flagged])), 'Phát hiện');
    const [agency, quotation] = [sheet.getCell('A4'), sheet.getCell('H4')];
    expect([agency.type, agency.value, agency.numFmt]).toEqual([
      exceljs.ValueType.String,
      '=HYPERLINK("http://x")',
      '@',
    ]);
    expect([quotation.value, quotation.numFmt]).toEqual(['“6/20”', '@']);
  });

  it('links each finding to its place on the page of its document', async () => {
    const sheet = sheetOf(await written(recordOf([flagged])), 'Phát hiện');
    expect(sheet.getCell('F4').value).toMatchObject({
      text: 'Trang 4',
      hyperlink: 'documents/so%20y%20t%E1%BA%BF/b%C3%A1o%20c%C3%A1o%20%231.pdf.html#flag-f0',
    });
  });

  it('lays out scores by agency and criterion in the rubric’s order, with maxima and averages', async () => {
    const other = documentOf({ scores: [scoreOf({ criterion: 'A', claimed: 20 }), scoreOf({ claimed: 25 })] });
    const rows = textsOf(sheetOf(await written(recordOf([flagged, other])), 'Điểm'));
    expect(rows.slice(2, 7)).toEqual(
      [
        ['Cơ quan, đơn vị', 'A', 'B.1', 'Tổng'],
        ['Điểm tối đa', '20', '27'],
        ['=HYPERLINK("http://x")', '', '27', '97.5'],
        ['Sở Mẫu', '20', '25'],
        ['Bình quân', '20', '26', '97.5'],
      ].map((row) => expect.objectContaining(row)),
    );
  });

  it('sets both passages of a flag between agencies side by side', async () => {
    const rows = textsOf(
      sheetOf(await written(recordOf([flagged, documentOf()], { flags: [batchFlagOf()] })), 'Đối chiếu'),
    );
    expect(rows[3]).toEqual(
      expect.arrayContaining(['Sở Mẫu', 'Sở Khác', 'Cần giải trình', 'Trang 1', 'Trang 3', 'bao-cao.pdf\nkhac.pdf']),
    );
  });

  it('lists what was not read with the next step', async () => {
    const failed = documentOf({
      status: 'failed',
      errors: [{ code: 'encrypted', message: 'Tệp có mật khẩu.', retryable: false }],
    });
    const rows = textsOf(sheetOf(await written(recordOf([flagged, failed])), 'Lỗi đọc'));
    expect(rows.slice(3).map((row) => [row[3], row[5]])).toEqual([
      ['encrypted', 'Không'],
      ['unread-signer', ''],
    ]);
  });

  it('holds the charts as pictures on their sheet', async () => {
    const workbook = await written(recordOf([flagged]));
    expect(sheetOf(workbook, 'Biểu đồ').getImages()).toHaveLength(3);
    const zip = await JSZip.loadAsync(await readFile(path.join(folder, 'audit.xlsx')));
    const png = await zip.file('xl/media/chart1.png')?.async('nodebuffer');
    expect(png?.subarray(1, 4).toString()).toBe('PNG');
    expect(await readdir(folder)).toEqual(['audit.xlsx']);
  });

  it('stands without pictures where nothing was read', async () => {
    const workbook = await written(recordOf([documentOf({ status: 'failed' })]));
    expect(workbook.worksheets.map(({ name }) => name)).not.toContain('Biểu đồ');
  });

  it('lists what went wrong with a report as a whole, although it was read', async () => {
    const partial = documentOf({
      status: 'partial',
      errors: [{ code: 'document-timeout', message: 'Quá thời gian.', retryable: true }],
    });
    const rows = textsOf(sheetOf(await written(recordOf([partial])), 'Lỗi đọc'));
    expect(rows.slice(3).map((row) => row[3])).toEqual(['document-timeout']);
  });

  it('asks the report that a flag is about, and no other of an agency of the same name', async () => {
    const other = documentOf({ source: { ...flagged.source, file: 'khac.pdf', sha256: 'c'.repeat(64) } });
    const rows = textsOf(
      sheetOf(await written(recordOf([documentOf(), other], { flags: [batchFlagOf()] })), 'Tổng hợp'),
    );
    expect(rows.slice(4, 6).map((row) => [row.at(-1), row[10]])).toEqual([
      ['bao-cao.pdf', '1'],
      ['khac.pdf', '0'],
    ]);
  });

  it('counts the points that only the other agencies put in question, as the list of what to look at first does', async () => {
    const quiet = documentOf({ ...flagged, flags: [], source: { ...flagged.source, file: 'bao-cao.pdf' } });
    const workbook = await written(recordOf([quiet, documentOf()], { flags: [batchFlagOf()] }));
    expect(textsOf(sheetOf(workbook, 'Tổng hợp'))[4]?.slice(4, 6)).toEqual(['97.5', '27']);
  });

  it('says that all was read where nothing was not', async () => {
    const rows = textsOf(sheetOf(await written(recordOf([documentOf()])), 'Lỗi đọc'));
    expect(rows.slice(3)).toEqual([['Mọi tệp, mọi trang đều đọc được.']]);
  });

  it('prints a day before those that a spreadsheet counts, and leaves out a link that it cannot take', async () => {
    const source = { ...flagged.source, file: `${'ế'.repeat(80)}/`.repeat(6) };
    const workbook = await written(
      recordOf([documentOf({ source, report: { ...flagged.report, date: '1023-12-20' } })]),
    );
    const sheet = sheetOf(workbook, 'Tổng hợp');
    expect(sheet.getCell('D5').value).toBe('20/12/1023');
    expect(sheet.getCell('N5').value).toBe(source.file);
  });

  it('cuts a text that no cell takes', async () => {
    const flag = flagOf({ evidence: [{ text: 'a'.repeat(40_000), page: 1, boxes: [] }] });
    const sheet = sheetOf(await written(recordOf([documentOf({ flags: [flag] })])), 'Phát hiện');
    expect(sheet.getCell('H4').text).toHaveLength(32_767);
  });
});
