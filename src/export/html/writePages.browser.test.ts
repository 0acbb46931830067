import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attack, hostileRound } from '../../../test/support/hostileRound.js';
import { resultFile } from '../resultNames.js';
import { summariesOf } from '../summarise.js';
import { writePages } from './writePages.js';

const require = createRequire(import.meta.url);
const axe = require.resolve('axe-core/axe.min.js');

let folder: string;
let browser: Browser;
let report: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-pages-'));
  const record = hostileRound();
  const white = createCanvas(100, 140).toBuffer('image/png');
  const picture = { mime: 'image/png', bytes: white } as const;
  await writePages(folder, record, await summariesOf(record), async (_, pages) => {
    return new Map(pages.map((page) => [page, picture]));
  });
  for await (const { source } of record.documents()) report ??= resultFile(source.file, '.html');
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens a written page and notes everything that it asks a network for. */
async function opened(file: string, anchor = ''): Promise<{ page: Page; asked: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().split(':')[0] ?? ''));
  await page.goto(pathToFileURL(path.join(folder, file)).href + anchor);
  return { page, asked };
}

const pages = () => [
  ['index.html', 'index.html'],
  ['a report', report],
];

describe('the offline pages', () => {
  it('load nothing and run nothing that a report brings', async () => {
    for (const [, file = ''] of pages()) {
      const { page, asked } = await opened(file);
      expect(asked.filter((scheme) => scheme !== 'file' && scheme !== 'data')).toEqual([]);
      expect(await page.title()).not.toBe('broken');
      expect(await page.locator('img[src="x"]').count()).toBe(0);
      expect(await page.locator('body').innerText()).toContain(attack);
      await page.close();
    }
  });

  it('have no fault that axe finds, on a wide and on a narrow screen', async () => {
    for (const [name, file = ''] of pages()) {
      for (const width of [1400, 420]) {
        const { page } = await opened(file);
        await page.setViewportSize({ width, height: 900 });
        // The page's policy lets no further script in; the test's world is its own.
        const session = await page.context().newCDPSession(page);
        const { frameTree } = await session.send('Page.getFrameTree');
        const world = { frameId: frameTree.frame.id, worldName: 'axe' };
        const { executionContextId } = await session.send('Page.createIsolatedWorld', world);
        const expression = `${await readFile(axe, 'utf8')};axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes[0].html])))`;
        const call = { expression, contextId: executionContextId, awaitPromise: true };
        const { result } = await session.send('Runtime.evaluate', call);
        expect(JSON.parse(result.value), `${name} at ${width}`).toEqual([]);
        await page.close();
      }
    }
  });

  it('put the box of a finding over the place that it quotes, and show it for its address', async () => {
    const { page } = await opened(report, '#flag-f0');
    // The pages above load their pictures while the view scrolls: both boxes are asked for at once, and again until it rests.
    const placed = () =>
      page.evaluate(`(() => {
        const box = (selector) => document.querySelector(selector)?.getBoundingClientRect();
        const [sheet, mark] = [box('#page-2 img'), box('#page-2 .mark.error.active')];
        if (sheet === undefined || mark === undefined) return null;
        return {
          left: (mark.left - sheet.left) / sheet.width,
          bottom: (mark.bottom - sheet.top) / sheet.height,
          seen: mark.top > 0 && mark.bottom < innerHeight,
        };
      })()`);
    await expect.poll(placed).toMatchObject({ seen: true });
    expect(await placed()).toEqual({ left: expect.closeTo(0.1, 1), bottom: expect.closeTo(0.7, 1), seen: true });
    await page.close();
  });

  it('hide findings of a severity that is unticked', async () => {
    const { page } = await opened(report);
    await page.locator('.filters input[value="info"]').uncheck();
    expect(await page.locator('.flag:visible h3').count()).toBe(2);
    await page.close();
  });

  it('find an agency without diacritics, and sort by a column', async () => {
    const { page } = await opened('index.html');
    await page.locator('#search').fill('so mau');
    expect(await page.locator('#agencies tbody tr:visible').allInnerTexts()).toEqual([
      expect.stringContaining('Sở Mẫu'),
    ]);
    await page.locator('#search').fill('');
    await page.locator('#agencies th button').nth(2).click();
    await page.locator('#agencies th button').nth(2).click();
    expect(await page.locator('#agencies tbody tr').first().innerText()).toContain('Sở Mẫu');
    await page.close();
  });

  it('lead from the list to the report and back', async () => {
    const { page } = await opened('index.html');
    await page.locator('#agencies tbody a').first().click();
    expect(decodeURIComponent(page.url())).toContain(report);
    await page.locator('.top a').click();
    expect(page.url()).toMatch(/index\.html$/);
    await page.close();
  });
});
