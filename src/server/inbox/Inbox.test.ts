import { existsSync, statSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnPdf, written } from '../../../test/support/drawnPdf.js';
import { reportPdf } from '../../../test/support/reportPdf.js';
import { type Browser, startService, type TestService } from '../../../test/support/startService.js';
import { zipOf } from '../../../test/support/zipOf.js';

let service: TestService;
let admin: Browser;
let inbox: string;

beforeAll(async () => {
  service = await startService('hop-thu');
  inbox = path.join(service.folder, 'hop-thu');
  admin = await service.administrator();
}, 60_000);
afterAll(() => service.stop());

/** Waits until a name lies under a mark. */
async function marked(mark: string, name: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const there = statSync(path.join(inbox, mark, name), { throwIfNoEntry: false });
    if (there !== undefined && there.size > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${name} never came to ${mark}; there: ${await readdir(inbox, { recursive: true })}`);
}

async function documents(query: string) {
  return (await admin.call('GET', `/documents?${query}`)).body.items;
}

describe('the inbox', () => {
  it('takes a file that is copied slowly, whole and once', async () => {
    const bytes = Buffer.from(reportPdf());
    const file = path.join(inbox, 'chép chậm.pdf');
    await writeFile(file, bytes.subarray(0, 1000));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await appendFile(file, bytes.subarray(1000));
    await marked('_da-xong', 'chép chậm.pdf');
    const taken = await documents('q=chep cham');
    expect(taken).toMatchObject([{ state: 'complete', bytes: bytes.length, handedInBy: 'inbox' }]);
  });

  it('says in plain words why a file failed', async () => {
    await writeFile(path.join(inbox, 'hỏng.pdf'), 'không phải PDF');
    await marked('_loi', 'hỏng.pdf.error.txt');
    const told = await readFile(path.join(inbox, '_loi', 'hỏng.pdf.error.txt'), 'utf8');
    expect(told).toContain('hỏng.pdf: Nội dung không phải');
    expect(existsSync(path.join(inbox, '_loi', 'hỏng.pdf'))).toBe(true);
  });

  it('takes a folder as one submission, tells its report from its attachments, and follows no link', async () => {
    const folder = path.join(inbox, 'so-mau');
    await mkdir(path.join(folder, 'minh-chung'), { recursive: true });
    await symlink('/etc/hostname', path.join(folder, 'noi-khac.pdf'));
    const elsewhere = path.join(service.folder, 'noi-khac.zip');
    await writeFile(elsewhere, await zipOf([{ name: 'bi-mat.pdf', content: reportPdf() }]));
    await symlink(elsewhere, path.join(folder, 'noi-khac.zip'));
    const plan = ['SỞ DU LỊCH', 'Số: 30/KH-SDL', 'KẾ HOẠCH', 'Phòng, chống tham nhũng năm 2023'];
    await writeFile(path.join(folder, 'minh-chung', 'ke-hoach.pdf'), drawnPdf(written(plan)));
    await writeFile(path.join(folder, 'bao-cao.pdf'), reportPdf({ total: 'Tổng điểm tự đánh giá: 97/100 điểm.' }));
    await marked('_da-xong', 'so-mau');
    for (let tries = 0; tries < 100; tries++) {
      if ((await documents('q=so-mau')).every(({ kind }: { kind: string | null }) => kind !== null)) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const taken = await documents('q=so-mau&sort=file');
    expect(taken).toMatchObject([
      { file: 'so-mau/bao-cao.pdf', submission: 'so-mau', kind: 'report', agency: { name: 'Sở Du lịch' } },
      { file: 'so-mau/minh-chung/ke-hoach.pdf', submission: 'so-mau', kind: 'attachment', flags: { error: 0 } },
    ]);
    const { body } = await admin.call('GET', `/documents/${taken[0].id}`);
    expect(body.attachments).toMatchObject([{ id: taken[1].id }]);
  });

  it('leaves links, temporary files and what systems leave behind alone', async () => {
    await symlink('/etc/hostname', path.join(inbox, 'lien-ket.pdf'));
    for (const name of ['~$bao-cao.docx', 'tai-ve.pdf.crdownload', 'Thumbs.db'])
      await writeFile(path.join(inbox, name), 'x');
    await writeFile(path.join(inbox, 'sau-cung.pdf'), 'x');
    await marked('_loi', 'sau-cung.pdf.error.txt');
    expect((await readdir(inbox)).sort()).toEqual(
      ['_da-nhan', '_da-xong', '_loi', 'Thumbs.db', 'lien-ket.pdf', 'tai-ve.pdf.crdownload', '~$bao-cao.docx'].sort(),
    );
  });

  it('keeps the second of two files of one name beside the first', async () => {
    await writeFile(path.join(inbox, 'hỏng.pdf'), 'lại không phải PDF');
    await marked('_loi', 'hỏng~2.pdf.error.txt');
  });

  it('says of a copy which file it is a copy of', async () => {
    const bytes = reportPdf({ total: 'Tổng điểm tự đánh giá: 96/100 điểm.' });
    for (const name of ['bản một.pdf', 'bản hai.pdf']) {
      await writeFile(path.join(inbox, name), bytes);
      await marked('_da-xong', name);
    }
    await marked('_da-xong', 'bản hai.pdf.luu-y.txt');
    const told = await readFile(path.join(inbox, '_da-xong', 'bản hai.pdf.luu-y.txt'), 'utf8');
    expect(told).toContain('bản hai.pdf: Trùng nội dung với tệp đã nhận “bản một.pdf”');
  });

  it('hands in what could not be kept, once the disk is back', async () => {
    const drafts = path.join(service.folder, 'data', 'drafts');
    await rm(drafts, { recursive: true, force: true });
    await writeFile(drafts, '');
    await writeFile(path.join(inbox, 'khi hết đĩa.pdf'), reportPdf({ total: 'Tổng điểm tự đánh giá: 95/100 điểm.' }));
    await marked('_da-nhan', 'khi hết đĩa.pdf');
    expect(await documents('q=khi het dia')).toEqual([]);
    await rm(drafts);
    await writeFile(path.join(inbox, 'sau đó.pdf'), 'x');
    await marked('_da-xong', 'khi hết đĩa.pdf');
    expect(await documents('q=khi het dia')).toMatchObject([{ state: 'complete' }]);
  });

  it('takes each of many files once', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `tep-${index}.pdf`);
    for (const name of names) await writeFile(path.join(inbox, name), `không phải PDF: ${name}`);
    for (const name of names) await marked('_loi', name);
    const { body } = await admin.call('GET', '/documents?q=tep-&state=failed&limit=1');
    expect(body.total).toBe(names.length);
  });
});
