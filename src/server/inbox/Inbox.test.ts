import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPdf } from '../../../test/support/reportPdf.js';
import { type Browser, startService, type TestService } from '../../../test/support/startService.js';

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
    if (existsSync(path.join(inbox, mark, name))) return;
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

  it('takes a folder as one submission, and no link out of it', async () => {
    const folder = path.join(inbox, 'so-mau');
    await mkdir(folder);
    await symlink('/etc/hostname', path.join(folder, 'noi-khac.pdf'));
    await writeFile(
      path.join(folder, 'bao-cao.pdf'),
      reportPdf({ 'B.2': 'Có 3 doanh nghiệp.\nTự đánh giá đạt: 2/3 điểm' }),
    );
    await marked('_da-xong', 'so-mau');
    const taken = await documents('q=so-mau');
    expect(taken).toMatchObject([{ file: 'so-mau/bao-cao.pdf', submission: 'so-mau' }]);
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

  it('takes each of many files once', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `tep-${index}.pdf`);
    for (const name of names) await writeFile(path.join(inbox, name), `không phải PDF: ${name}`);
    for (const name of names) await marked('_loi', name);
    const { body } = await admin.call('GET', '/documents?q=tep-&state=failed&limit=1');
    expect(body.total).toBe(names.length);
  });
});
