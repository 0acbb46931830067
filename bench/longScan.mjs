#!/usr/bin/env node
// Memory over a long scan: node bench/longScan.mjs FILE.pdf [--page 1] [--pages 500] [--stand-in].
// One page of FILE, as a picture of its own on every page of a long PDF, is read page by page by one reader. Prints the resident memory on the
// way and ends with 1 where it is over its bound or grows after page 50. --stand-in answers from the second page on what the engine said of the
// first: all but recognition, in a third of the time.
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    page: { type: 'string', default: '1' },
    pages: { type: 'string', default: '500' },
    'stand-in': { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (file === undefined) {
  process.stderr.write('usage: longScan.mjs FILE.pdf [--page N] [--pages N] [--stand-in]\n');
  process.exit(2);
}
/** Megabytes of the process, file and engine included; and the growth after page 50 that counts as none. */
const bound = 1400;
const settled = 50;
const slack = 1.1;

const built = (name) => import(path.join(root, 'dist/src', name));
const { openReader } = await built('reading/openReader.js');
const { shippedEngine, startEngine } = await built('reading/engine/EngineChoice.js');
const { surveySource } = await built('reading/source/openSource.js');
const { renderPage } = await built('reading/renderPage.js');
const { openPdf } = await built('reading/openPdf.js');
const { readingLimits } = await built('reading/limits.js');

/** The page as a scanner's JPEG. */
async function pictureOf() {
  const pdf = await openPdf(readFileSync(file), readingLimits);
  const page = await pdf.getPage(Number(values.page));
  const { print } = await renderPage(pdf, page, page.rotate, false);
  await pdf.loadingTask.destroy();
  const { data, width, height } = print;
  const jpeg = await sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 80 })
    .toBuffer();
  return { jpeg, size: [(width * 72) / 200, (height * 72) / 200] };
}

async function writeLongPdf(target, count) {
  const { jpeg, size } = await pictureOf();
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0 });
  const stream = pdf.pipe(createWriteStream(target));
  for (let page = 0; page < count; page++) {
    pdf.addPage({ size, margin: 0 }).image(Buffer.from(jpeg), 0, 0, { width: size[0], height: size[1] });
  }
  pdf.end();
  await finished(stream);
}

const count = Number(values.pages);
const work = mkdtempSync(path.join(os.tmpdir(), 'soat-long-scan-'));
const long = path.join(work, 'long.pdf');
await writeLongPdf(long, count);
await surveySource(long);

/** The engine, asked once for each picture that it is shown; the pages are all alike. */
async function repeatingEngine() {
  const engine = await startEngine(shippedEngine);
  const known = new Map();
  const recognise = async (image, options) => {
    const key = `${options.layout} ${image.width} ${image.height} ${image.data.reduce((sum, level) => (sum * 31 + level) | 0, 0)}`;
    if (!known.has(key)) known.set(key, await engine.recognise(image, options));
    return known.get(key);
  };
  return { recognise, close: () => engine.close() };
}

const reader = await openReader({
  limits: { pageMs: 600_000 },
  ...(values['stand-in'] ? { startEngine: repeatingEngine } : {}),
});
const resident = () => Math.round(process.memoryUsage().rss / 1e6);
let [peak, early, late] = [0, 0, 0];
const start = performance.now();
for (let page = 1; page <= count; page++) {
  await reader.read(long, page);
  const now = resident();
  peak = Math.max(peak, now);
  if (page <= settled) early = Math.max(early, now);
  else late = Math.max(late, now);
  if (page === 1 || page % settled === 0 || page === count) process.stdout.write(`page ${page}: ${now} MB\n`);
}
const seconds = (performance.now() - start) / 1000;
await reader.close();
rmSync(work, { recursive: true, force: true });
const isFlat = late <= slack * early;
process.stdout.write(
  `${count} pages, ${(seconds / count).toFixed(2)} s a page; peak ${peak} MB; up to page ${settled} at most ${early} MB, after it ${late} MB\n`,
);
process.exitCode = peak <= bound && isFlat ? 0 : 1;
