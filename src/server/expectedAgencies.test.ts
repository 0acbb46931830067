import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPdf } from '../../test/support/reportPdf.js';
import { type Answered, type Browser, startService, type TestService } from '../../test/support/startService.js';

let service: TestService;
let admin: Browser;
let round: number;

const heads = ['Tên cơ quan', 'Viết tắt', 'Loại', 'Cấp trên', 'Tên cũ', 'Tệp nộp'];
const rows = [
  ['Sở Quảng bá', 'SQB', 'Sở', 'UBND tỉnh Minh Hà', 'Sở Du lịch', ''],
  ['Sở Muối biển', '', '', '', '', 'thu-muc-a; b.pdf'],
];
const listed = [
  {
    name: 'Sở Quảng bá',
    abbreviation: 'SQB',
    kind: 'Sở',
    superior: 'UBND tỉnh Minh Hà',
    otherNames: ['Sở Du lịch'],
    files: [],
  },
  {
    name: 'Sở Muối biển',
    abbreviation: null,
    kind: null,
    superior: null,
    otherNames: [],
    files: ['thu-muc-a', 'b.pdf'],
  },
];

function table(): Buffer {
  const cells = [heads, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(','));
  return Buffer.from(`\ufeff${cells.join('\r\n')}`);
}

async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Danh sách').addRows([['Danh sách cơ quan'], heads, ...rows]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function take(name: string, content: Uint8Array): Promise<Answered> {
  const form = new FormData();
  form.append('files', new Blob([Buffer.from(content)]), name);
  return admin.call('POST', `/rounds/${round}/expected-agencies/file`, form);
}

beforeAll(async () => {
  service = await startService();
  admin = await service.administrator();
  round = (await admin.call('POST', '/rounds', { name: 'Đợt 2023' })).body.id;
}, 60_000);
afterAll(() => service.stop());

describe('the list of agencies that owe a report', () => {
  it.each([
    ['CSV', 'danh-sach.csv', async () => table()],
    ['XLSX', 'danh-sach.xlsx', workbook],
  ])('is taken from a file in %s with all that it tells', async (_, name, content) => {
    await admin.call('DELETE', `/rounds/${round}/expected-agencies`);
    expect((await take(name, await content())).body).toEqual({ agencies: 2 });
    const { body } = await admin.call('GET', `/rounds/${round}/expected-agencies`);
    expect(body.agencies).toEqual(listed);
  });

  it.each([
    ['no column of names', Buffer.from('Huyện,Xã\nA,B\n'), 'agencies-unreadable'],
    ['a broken workbook', Buffer.from('PK\x03\x04 hỏng'), 'agencies-unreadable'],
    ['more than a list takes', Buffer.alloc(2_100_000, 'a'), 'too-large'],
  ])('stays as it was where the file is %s, and the answer says why', async (_, content, code) => {
    const { body } = await take('danh-sach.csv', content);
    expect(body.error.code).toBe(code);
    expect(JSON.stringify(body)).not.toContain(service.folder);
    expect((await admin.call('GET', `/rounds/${round}/expected-agencies`)).body.agencies).toEqual(listed);
  });

  it('knows a report by the name that its agency bore before', async () => {
    const missing = async () =>
      (await admin.call('GET', `/rounds/${round}/agencies?status=missing`)).body.items.map(
        ({ agency }: { agency: { name: string } }) => agency.name,
      );
    expect(await missing()).toEqual(['Sở Muối biển', 'Sở Quảng bá']);
    await admin.upload(round, { 'bao-cao.pdf': reportPdf() });
    await admin.waitForRound(round);
    await expect.poll(missing, { timeout: 30_000 }).toEqual(['Sở Muối biển']);
  });
});
