import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnPdf, written } from '../../test/support/drawnPdf.js';
import { reportPdf } from '../../test/support/reportPdf.js';
import { type Browser, startService, type TestService } from '../../test/support/startService.js';

let service: TestService;
let admin: Browser;
let round: number;

const plan = drawnPdf(
  written([
    'UBND TỈNH MINH HÀ',
    'SỞ DU LỊCH',
    'Số: 45/KH-SDL',
    'Minh Hà, ngày 06 tháng 3 năm 2023',
    'KẾ HOẠCH',
    'Phòng, chống tham nhũng năm 2023',
    'Căn cứ Luật Phòng, chống tham nhũng năm 2018, Sở Du lịch ban hành kế hoạch.',
  ]),
);
const citing = (number: string) =>
  reportPdf({
    'C.1': `Sở đã ban hành Kế hoạch số ${number}/KH-SDL ngày 06/3/2023.\nTự đánh giá đạt: 12/12 điểm`,
    total: 'Tổng điểm tự đánh giá: 98/100 điểm.',
  });

beforeAll(async () => {
  service = await startService();
  admin = await service.administrator();
  round = (await admin.call('POST', '/rounds', { name: 'Đợt 2023' })).body.id;
}, 60_000);
afterAll(() => service.stop());

/** Hands a folder in, waits until its report is told from its attachments, and tells that report. */
async function handIn(folder: string, files: Readonly<Record<string, Uint8Array>>): Promise<number> {
  const named = Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes]);
  await admin.upload(round, Object.fromEntries(named));
  const report = async () => {
    const { body } = await admin.call('GET', `/documents?round=${round}&q=${folder}&versions=all`);
    return body.items.find(({ kind }: { kind: string | null }) => kind === 'report')?.id;
  };
  await expect.poll(report, { timeout: 30_000 }).toEqual(expect.any(Number));
  return report();
}

/** How the evidence rule judges a document that the report cites. */
async function judged(report: number, full: string): Promise<string | null> {
  const { body } = await admin.call('GET', `/flags?document=${report}&rule=evidence/not-submitted`);
  const flag = body.items.find(({ subject }: { subject: string }) => subject === `citation:${full}`);
  return flag === undefined ? null : flag.outcome;
}

async function correct(report: number, read: string, corrected: string) {
  for (const page of [1, 2, 3]) {
    const { body } = await admin.call('GET', `/documents/${report}/pages/${page}/words`);
    const word = body.words?.find(({ text }: { text: string }) => text === read);
    if (word === undefined) continue;
    return admin.call('POST', `/documents/${report}/corrections`, { page, box: word.box, read, corrected });
  }
  throw new Error(`no page reads ${read}`);
}

describe('a report that was handed in with attachments', () => {
  it('stays beside them when its reading is corrected, and when that is undone', async () => {
    const report = await handIn('sua-so', { 'bao-cao.pdf': citing('46'), 'ke-hoach.pdf': plan });
    expect(await judged(report, '46/KH-SDL')).toBe('fail');
    const { body: made } = await correct(report, '46/KH-SDL', '45/KH-SDL');
    expect(made).toMatchObject({ read: '46/KH-SDL', corrected: '45/KH-SDL', applied: true });
    expect([await judged(report, '46/KH-SDL'), await judged(report, '45/KH-SDL')]).toEqual([null, null]);
    const { body: result } = await admin.call('GET', `/documents/${report}/result`);
    expect(result.submitted).toContainEqual(
      expect.objectContaining({ document: '45/KH-SDL', result: 'submitted', file: 'sua-so/ke-hoach.pdf' }),
    );
    await admin.call('DELETE', `/corrections/${made.id}`);
    expect(await judged(report, '46/KH-SDL')).toBe('fail');
    const { body: corrections } = await admin.call('GET', `/documents/${report}/corrections`);
    expect(corrections.items).toMatchObject([
      { read: '46/KH-SDL', corrected: '45/KH-SDL', undoneAt: expect.any(String) },
    ]);
  });

  it('is seen beside an attachment that another agency handed in too', async () => {
    const report = await handIn('dung-chung', { 'bao-cao.pdf': citing('45'), 'ke-hoach.pdf': plan });
    const { body } = await admin.call('GET', `/documents?round=${round}&q=dung-chung&versions=all`);
    expect(body.items.some(({ duplicateOf }: { duplicateOf: number | null }) => duplicateOf !== null)).toBe(true);
    expect(await judged(report, '45/KH-SDL')).toBeNull();
  });

  it('is not said to lack what may stand in a file that could not be read', async () => {
    const hidden = { 'bao-cao.pdf': citing('47'), 'hong.pdf': Buffer.from('%PDF-1.7 hỏng'), 'ke-hoach.pdf': plan };
    const report = await handIn('tep-hong', hidden);
    expect(await judged(report, '47/KH-SDL')).toBe('cannot-judge');
  });
});
