// Pictures of every page of the dashboard, for docs: npm run build && node bench/screenshots.mjs
// --data DIR: a data folder that is kept, so that a second run reads nothing; --out DIR; --all: every size, light and dark.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
import { pino } from 'pino';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { serve } from '../dist/src/server/serve.js';

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: 'docs/pictures' }, all: { type: 'boolean' } },
});
const person = { username: 'soat', name: 'Trần Thị Soát', password: 'mat-khau-rat-dai' };
const forDocs = [{ width: 1440, height: 900, scheme: 'light' }];
const everyLook = [
  { width: 1366, height: 768, scheme: 'light' },
  { width: 1366, height: 768, scheme: 'dark' },
  { width: 1920, height: 1080, scheme: 'light' },
  { width: 390, height: 844, scheme: 'light' },
];

const folder = values.data ?? (await mkdtemp(path.join(os.tmpdir(), 'soat-pictures-')));
const running = await serve({
  deployment: { dataFolder: folder, databaseUrl: null, redisUrl: null, objectStore: null },
  inbox: null,
  host: '127.0.0.1',
  port: 0,
  firstPassword: null,
  log: pino({ level: 'error' }),
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const api = await signedIn();
  const round = await filledRound(api);
  await settled(api, round);
  await mkdir(values.out, { recursive: true });
  for (const look of values.all ? everyLook : forDocs) await picture(api, round, look);
} finally {
  await browser.close();
  await running.stop(2_000);
  if (values.data === undefined) await rm(folder, { recursive: true, force: true });
}

/** Calls of the API as the first administrator. */
async function signedIn() {
  const { origin } = new URL(running.address);
  let [cookie, csrf] = ['', ''];
  const api = async (method, route, body) => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${origin}/api/v1${route}`, {
      method,
      headers: { cookie, 'x-csrf-token': csrf, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0];
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${route}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const { name, ...own } = person;
  const { state } = await api('GET', '/session');
  const entered = state === 'first-start' ? api('POST', '/first-start', person) : api('POST', '/session', own);
  csrf = (await entered).csrf;
  return api;
}

/** The bundled reports, a submission with its evidence, two agencies that wrote the same, one that owes a report, and a file that is none. */
async function filledRound(api) {
  const known = (await api('GET', '/rounds')).items[0];
  if (known !== undefined) return known.id;
  const { id } = await api('POST', '/rounds', { name: 'Đợt đánh giá năm 2023' });
  await handIn(api, id, await filesBelow('fixtures/reports', (name) => name.endsWith('.pdf')));
  await handIn(api, id, await filesBelow('fixtures/submissions', (name) => name.endsWith('.pdf')));
  const word = 'fixtures/formats/bao-cao-word.docx';
  const owing = ['Sở Muối biển', 'Sở Gốm sứ', 'Sở Thủy sản', 'Sở Lâm nghiệp', 'Sở Ghe thuyền'].map((name) => ({
    name,
  }));
  await api('PUT', `/rounds/${id}/expected-agencies`, { agencies: owing });
  for (const [name, symbol] of [
    ['Sở Muối biển', 'SMB'],
    ['Sở Gốm sứ', 'SGS'],
  ]) {
    await handIn(api, id, [{ name: `${symbol}.docx`, bytes: await renamed(word, name, symbol) }]);
  }
  await handIn(api, id, [{ name: 'so-ghe-thuyen.pdf', bytes: await readFile('fixtures/bad/co-mat-khau.pdf') }]);
  return id;
}

async function handIn(api, round, files) {
  const form = new FormData();
  for (const { name, bytes } of files) form.append('files', new Blob([bytes]), name);
  await api('POST', `/rounds/${round}/files`, form);
}

async function filesBelow(folder, wanted) {
  const names = (await readdir(folder, { recursive: true })).filter(wanted).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(path.join(folder, name)) })));
}

/** The report as another agency would hand it in. */
async function renamed(file, name, symbol) {
  const zip = await JSZip.loadAsync(await readFile(file));
  const text = await zip.file('word/document.xml').async('string');
  const other = text
    .replaceAll('STS', symbol)
    .replaceAll('Sở Thủy sản', name)
    .replaceAll('SỞ THỦY SẢN', name.toUpperCase());
  zip.file('word/document.xml', other);
  return zip.generateAsync({ type: 'nodebuffer' });
}

/** Read, compared, and compared again with what matched. */
async function settled(api, round) {
  for (let quiet = 0; quiet < 5; ) {
    const { documents } = await api('GET', `/rounds/${round}/progress`);
    quiet = documents.waiting + documents.reading > 0 ? 0 : quiet + 1;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

async function places(api, round) {
  const { items } = await api('GET', `/rounds/${round}/agencies`);
  const report = items.find(({ file }) => file?.startsWith('04-')) ?? items[0];
  const flag = (await api('GET', `/flags?document=${report.document}&sort=place`)).items[0];
  return [
    { name: 'round', at: '/' },
    { name: 'heat-map', at: '/', tab: 'Bản đồ điểm' },
    { name: 'across', at: '/', tab: 'Giữa các cơ quan' },
    { name: 'report', at: `/documents/${report.document}?flag=${flag.id}` },
    { name: 'report-criteria', at: `/documents/${report.document}?criterion=B.1` },
    {
      name: 'report-citations',
      at: `/documents/${report.document}`,
      tab: 'Viện dẫn',
    },
    {
      name: 'report-text',
      at: `/documents/${report.document}`,
      tab: 'Nội dung',
    },
    {
      name: 'report-checks',
      at: `/documents/${report.document}`,
      tab: 'Đã kiểm tra',
    },
    { name: 'flags', at: '/flags' },
    { name: 'files', at: '/files' },
    { name: 'rules', at: '/rules' },
    { name: 'rule', at: '/rules/score/full-marks-on-absence' },
    { name: 'settings', at: '/settings' },
    { name: 'settings-people', at: '/settings', tab: 'Người dùng' },
    { name: 'settings-webhooks', at: '/settings', tab: 'Gửi tin' },
    {
      name: 'settings-tokens',
      at: '/settings',
      tab: 'Mã truy cập',
    },
  ];
}

async function picture(api, round, { width, height, scheme }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale: 'vi-VN' });
  const page = await context.newPage();
  const shoot = async (name) => {
    await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
    await page.waitForTimeout(2_000);
    // A folder of the machine that makes the pictures is nobody's business.
    await page.getByText(folder).evaluateAll((paths) => {
      for (const path of paths) path.textContent = 'soat/inbox';
    });
    const file = values.all ? `${name}-${width}-${scheme}` : name;
    const png = await page.screenshot();
    if (values.all) return writeFile(path.join(values.out, `${file}.png`), png);
    await sharp(png)
      .webp({ quality: 80 })
      .toFile(path.join(values.out, `${file}.webp`));
  };
  await page.goto(running.address);
  await shoot('sign-in');
  await page.getByLabel('Tên đăng nhập').fill(person.username);
  await page.locator('input[type=password]').fill(person.password);
  await page.getByRole('button', { name: 'Vào', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
  for (const { name, at, tab } of await places(api, round)) {
    await page.goto(running.address + at);
    await page.getByRole('heading', { level: 2 }).first().waitFor({ timeout: 30_000 });
    if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
    await shoot(name);
  }
  await context.close();
}
