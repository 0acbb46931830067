import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { type Browser, chromium, type Download, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/pipeline/packageRoot.js';
import { startService, type TestService } from '../support/startService.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const scan = path.join(packageRoot, 'fixtures', 'reports', '04-bql-khu-cang.pdf');
const text = path.join(packageRoot, 'fixtures', 'reports', '02-so-lam-nghiep.pdf');
/** Milliseconds in which a scan of four pages is read on a machine with other work. */
const readingTime = 400_000;
/** Milliseconds in which a report is analysed anew there. */
const correctingTime = 60_000;
const password = 'mat-khau-rat-dai';

let service: TestService;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  service = await startService('inbox');
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  // A dialog that still fades in has no contrast yet.
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function open(place: string): Promise<void> {
  await page.goto(`${service.running.address}${place}`);
}

/** What a screen reader or a keyboard would stumble over. */
async function barriers(): Promise<readonly string[]> {
  // Evaluated, not added to the page: the page's own policy lets in no script but its own.
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await checker.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

async function downloaded(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

// One day from morning to evening: each step stands on the one before.
describe("an inspector's day", () => {
  it('begins with setting the first password and opening a round', async () => {
    await open('/');
    await page.getByLabel('Họ và tên').fill('Trần Thị Soát');
    await page.getByLabel('Tên đăng nhập').fill('soat');
    await page.getByLabel('Mật khẩu', { exact: false }).first().fill(password);
    await page.getByLabel('Nhập lại mật khẩu').fill(password);
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Tạo tài khoản và vào' }).click();
    await page.getByRole('button', { name: 'Mở đợt' }).click();
    await page.getByRole('heading', { name: 'Các cơ quan trong đợt' }).waitFor();
  });

  it(
    'hands a scan in and watches it being read',
    async () => {
      await page.setInputFiles('input[type=file]', scan);
      await page.getByText('Đã nhận: 1').waitFor();
      await page.getByRole('link', { name: 'Ban Quản lý các khu cảng Lam Hải' }).waitFor({ timeout: readingTime });
      expect(await barriers()).toEqual([]);
    },
    readingTime,
  );

  it('opens a flag and sees its words marked on the page', async () => {
    await page.getByRole('link', { name: 'Ban Quản lý các khu cảng Lam Hải' }).click();
    expect(await leastCovered()).toBeGreaterThanOrEqual(0.9);
    expect(await barriers()).toEqual([]);
  });

  it('looks who decided on a flag before', async () => {
    await page.getByRole('button', { name: 'Lịch sử' }).first().click();
    await page.getByText('Chưa ai xử lý phát hiện này.').waitFor();
    expect(await barriers()).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it(
    'sees the words of a report with a text layer marked too',
    async () => {
      const report = page.url();
      await open('/');
      await page.setInputFiles('input[type=file]', text);
      const agency = page.getByRole('link', { name: 'Sở Lâm nghiệp' });
      await agency.waitFor({ timeout: readingTime });
      await agency.click();
      expect(await leastCovered()).toBeGreaterThanOrEqual(0.9);
      await page.goto(report);
      await page.locator('[aria-pressed]', { hasText: '“' }).first().click();
    },
    readingTime,
  );

  it('dismisses a flag with a reason, and takes it back', async () => {
    const before = await page.getByText('Đã bỏ qua').count();
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
    expect(await barriers()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('d');
    await page.getByRole('dialog').waitFor();
    expect(await barriers()).toEqual([]);
    await page.getByLabel('Cơ quan đã giải trình').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ qua' }).click();
    await expect.poll(() => page.getByText('Đã bỏ qua').count()).toBe(before + 1);
    await page.keyboard.press('z');
    await expect.poll(() => page.getByText('Đã bỏ qua').count()).toBe(before);
  });

  it(
    'corrects a digit on the page: the rules run again, both readings stand there, and it can be undone',
    async () => {
      // The table of points keeps 96, so that the corrected total no longer agrees with it.
      const asked = page.getByText('lời văn ghi 97,5 điểm, bảng ghi 96 điểm');
      expect(await asked.count()).toBe(0);
      await page.locator('[aria-pressed]', { hasText: 'Tổng điểm' }).first().click();
      const sheet = page.locator('[data-page]', { has: page.locator('[data-focused]') }).first();
      await page.getByLabel('Sửa chữ đọc sai').check();
      const word = sheet.getByRole('button', { name: /^96\b/ }).first();
      const read = (await word.getAttribute('aria-label')) ?? '';
      const corrected = read.replace('96', '97,5');
      await word.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Sửa thành').fill(corrected);
      await dialog.getByRole('button', { name: 'Lưu' }).click();
      await asked.first().waitFor({ timeout: correctingTime });
      const kept = page.getByRole('alert').filter({ hasText: 'Chữ đã sửa' });
      expect(await kept.textContent()).toContain(`“${read}” → “${corrected}”`);
      expect(await barriers()).toEqual([]);
      await kept.getByRole('button', { name: 'Hoàn tác' }).click();
      await asked.first().waitFor({ state: 'detached', timeout: correctingTime });
    },
    2 * correctingTime,
  );

  it('exports the memo and the workbook, which other programs open', async () => {
    const [memo] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Phiếu thẩm định' }).click(),
    ]);
    const document = await (await JSZip.loadAsync(await downloaded(memo))).file('word/document.xml')?.async('string');
    expect(document).toContain('Lam Hải');
    await page.getByRole('link', { name: 'Cơ quan' }).click();
    const [round] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Xuất bảng tính' }).click(),
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await downloaded(round)) as unknown as ExcelJS.Buffer);
    expect(workbook.worksheets.length).toBeGreaterThanOrEqual(4);
  });

  it('decides on the list of all flags by keys alone, and takes it back', async () => {
    await open('/flags');
    const accepted = page.getByText('Đã giữ lại', { exact: true });
    await page.getByText('Chưa xử lý', { exact: true }).first().waitFor();
    // The filter's own word may stand there too.
    const before = await accepted.count();
    for (const key of ['j', 'a']) await page.keyboard.press(key);
    await expect.poll(() => accepted.count()).toBe(before + 1);
    await page.keyboard.press('z');
    await expect.poll(() => accepted.count()).toBe(before);
    await page.keyboard.press('o');
    await page.waitForURL(/\/documents\/\d+\?flag=/);
  });

  it('takes the list of agencies from a table, and gives another person a new password', async () => {
    await open('/settings');
    const buffer = Buffer.from('Tên cơ quan;Viết tắt;Loại;Cấp trên;Tên cũ\nSở Lâm nghiệp;SLN;Sở;;Chi cục Kiểm lâm\n');
    await page.setInputFiles('input[type=file]', { name: 'danh-sach.csv', mimeType: 'text/csv', buffer });
    await page.getByText('Đã lưu').waitFor();
    expect(await page.getByLabel(/Cơ quan phải nộp/).inputValue()).toBe('Sở Lâm nghiệp; SLN; Sở; ; Chi cục Kiểm lâm');
    const administrator = service.browser();
    await administrator.signIn('soat', password);
    await administrator.call('POST', '/users', { username: 'hai', name: 'Người Hai', role: 'reviewer', password });
    await page.getByRole('tab', { name: 'Người dùng' }).click();
    await page.getByRole('button', { name: 'Sửa: Người Hai' }).click();
    expect(await barriers()).toEqual([]);
    await page.getByLabel('Họ và tên').last().fill('Người Thứ Hai');
    await page.locator('[role=dialog] input[type=password]').fill(`${password}-moi`);
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('cell', { name: 'Người Thứ Hai' }).first().waitFor();
    expect((await service.browser().signIn('hai', `${password}-moi`)).status).toBe(200);
  });

  it.each([
    ['/', 'Bản đồ điểm'],
    ['/', 'Bảng'],
    ['/', 'Giữa các cơ quan'],
    ['/flags', null],
    ['/files', null],
    ['/rules', null],
    ['/rules/score/total-mismatch', null],
    ['/settings', null],
    ['/settings', 'Người dùng'],
    ['/settings', 'Gửi tin cho hệ thống khác'],
    ['/settings', 'Mã truy cập cho chương trình khác'],
    ['/settings', 'Đổi mật khẩu'],
    ['/documents/1', 'Tiêu chí'],
    ['/documents/1', 'Viện dẫn'],
    ['/documents/1', 'Nội dung'],
    ['/documents/1', 'Đã kiểm tra'],
  ])('finds %s (%s) without barriers, light and dark', async (place, tab) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await open(place);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      if (tab !== null) await page.getByRole('tab', { name: tab }).click();
      expect({ colorScheme, barriers: await barriers() }).toEqual({ colorScheme, barriers: [] });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('prints a report in full: pages with their marks and every flag, and no buttons', async () => {
    await open('/documents/1');
    await page.locator('[aria-pressed]', { hasText: '“' }).first().click();
    await page.locator('[data-focused]').first().waitFor();
    const flags = await page.locator('[aria-pressed]').count();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Giữ lại' }).count()).toBe(0);
    expect(await page.getByRole('navigation').count()).toBe(0);
    const clipped = await page.locator('[aria-pressed], [data-page], [data-focused]').evaluateAll((elements) => {
      const styles = globalThis as unknown as { getComputedStyle(of: unknown): { overflowY: string } };
      return elements.filter((element) => {
        for (let frame = element.parentElement; frame !== null; frame = frame.parentElement) {
          const { overflowY } = styles.getComputedStyle(frame);
          if (overflowY !== 'visible' && frame.scrollHeight > frame.clientHeight + 1) return true;
        }
        return false;
      }).length;
    });
    expect({ clipped, flags: await page.locator('[aria-pressed]:visible').count() }).toEqual({ clipped: 0, flags });
    await page.emulateMedia({ media: 'screen' });
  });

  it('reaches every page on a narrow screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open('/');
    await page.getByRole('button', { name: 'Các trang' }).click();
    await page.getByRole('link', { name: 'Phát hiện', exact: true }).click();
    await page.getByRole('heading', { name: 'Các phát hiện trong đợt' }).waitFor();
    await page.locator('[href^="/documents/"]').first().click();
    await page.getByRole('tab', { name: /Phát hiện/ }).click();
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('lets a viewer look, and refuses the rest', async () => {
    const administrator = service.browser();
    await administrator.signIn('soat', password);
    const viewer = { username: 'xem', name: 'Người Xem', role: 'viewer', password };
    expect(await administrator.call('POST', '/users', viewer)).toMatchObject({ status: 200 });
    await page.getByRole('button', { name: 'Trần Thị Soát' }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.getByLabel('Tên đăng nhập').fill('xem');
    await page.locator('input[type=password]').fill(password);
    await page.getByRole('button', { name: 'Vào', exact: true }).click();
    await page.getByRole('button', { name: 'Người Xem' }).waitFor();
    await open('/flags');
    await page.getByText('Chưa khớp').first().waitFor();
    expect(await page.getByRole('button', { name: /Bỏ qua/ }).count()).toBe(0);
    const hand = service.browser();
    await hand.signIn('xem', password);
    expect(await hand.call('POST', '/flags/1/decisions', { decision: 'accept' })).toMatchObject({ status: 403 });
  });
});

type Area = readonly [number, number, number, number];

/** Of every flag with a quotation in turn: the share of the quoted words that the marks drawn on the page cover; the least. */
async function leastCovered(): Promise<number> {
  const flags = page.locator('[aria-pressed]', { hasText: '“' });
  await flags.first().waitFor();
  const shares: number[] = [];
  for (let at = 0; at < (await flags.count()); at++) {
    await flags.nth(at).click();
    await page.locator('[data-focused]').first().waitFor();
    const quoted = /[“]([^”]+)[”][^“]*$/.exec((await flags.nth(at).textContent()) ?? '')?.[1] ?? '';
    const share = await shareCovered(quoted.split(/\s+/));
    if (share !== null) shares.push(share);
  }
  expect(shares.length).toBeGreaterThan(0);
  return Math.min(...shares);
}

/** @returns null where the words stand otherwise on the page than the flag quotes them, cut by a line's hyphen or a page */
async function shareCovered(sought: readonly string[]): Promise<number | null> {
  const document = /\/documents\/(\d+)/.exec(page.url())?.[1];
  for (const sheet of await page.locator('[data-page]', { has: page.locator('[data-focused]') }).all()) {
    const number = await sheet.getAttribute('data-page');
    const marks = await sheet.evaluate((figure): Area[] => {
      const paper = figure.firstElementChild?.getBoundingClientRect();
      if (paper === undefined) return [];
      return [...figure.querySelectorAll('[data-focused]')].map((mark) => {
        const { left, top, right, bottom } = mark.getBoundingClientRect();
        const [across, down] = [
          (x: number) => (x - paper.left) / paper.width,
          (y: number) => (y - paper.top) / paper.height,
        ];
        return [across(left), down(top), across(right), down(bottom)];
      });
    });
    const answer = await page.request.get(
      `${service.running.address}/api/v1/documents/${document}/pages/${number}/words`,
    );
    const { words } = (await answer.json()) as { words: { text: string; box: Area }[] };
    const shares = words.flatMap((_, at) => {
      if (!sought.every((text, step) => bare(words[at + step]?.text ?? '') === bare(text))) return [];
      const boxes = words.slice(at, at + sought.length).map(({ box }) => box);
      const covered = boxes.map((box) => Math.max(...marks.map((mark) => overlap(box, mark))) / overlap(box, box));
      return [covered.reduce((sum, share) => sum + share, 0) / covered.length];
    });
    if (shares.length > 0) return Math.max(...shares);
  }
  return null;
}

/** A quotation ends within a word of the page where a comma follows it. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function overlap(one: Area, other: Area): number {
  const width = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const height = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return Math.max(0, width) * Math.max(0, height);
}
