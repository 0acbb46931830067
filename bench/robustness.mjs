#!/usr/bin/env node
// The same pages straight, turned, coarse, grey, stamped, stained: node bench/robustness.mjs FOLDER [--only REGEX] [--variant REGEX].
// FOLDER/pages.json names file, page and transcript. One table: character errors, lost lines and time of each variant beside the straight ones.
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PDFDocument from 'pdfkit';
import { scorePages } from './scorePages.mjs';
import { onOneSheet, straightDpi, variants } from './variants.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    variant: { type: 'string', default: '' },
    shared: { type: 'string', default: path.resolve(root, '../shared') },
    keep: { type: 'string' },
  },
});
const [folder] = positionals;
const scorer = path.join(values.shared, 'score-pages.mjs');
if (folder === undefined || !existsSync(path.join(folder, 'pages.json')) || !existsSync(scorer)) {
  process.stderr.write('usage: robustness.mjs FOLDER [--only REGEX] [--variant REGEX] [--shared DIR] [--keep DIR]\n');
  process.exit(2);
}
const built = (name) => import(path.join(root, 'dist/src', name));
const { openReader } = await built('reading/openReader.js');
const { composeText } = await built('text/composeText.js');
const { loadVocabulary } = await built('pipeline/loadVocabulary.js');
const vocabulary = loadVocabulary();
const work = values.keep ?? mkdtempSync(path.join(os.tmpdir(), 'soat-robustness-'));

/** A page of a file as RGB pixels, without annotations. */
async function rendered({ file, page }) {
  const source = [path.join(folder, file), path.join(folder, 'pdf', file)].find((name) => existsSync(name));
  const task = getDocument({ data: new Uint8Array(readFileSync(source)), verbosity: 0 });
  const pdf = await task.promise;
  const drawn = await pdf.getPage(page);
  const viewport = drawn.getViewport({ scale: straightDpi / 72 });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const { canvas } = pdf.canvasFactory.create(width, height);
  await drawn.render({ canvas, viewport, annotationMode: 0 }).promise;
  const rgba = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const data = Buffer.alloc(width * height * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) data.set(rgba.subarray(from, from + 3), to);
  await task.destroy();
  return { data, width, height };
}

async function writePdf(file, { image, dpi }) {
  const { data, info } = await image.jpeg({ quality: 80 }).toBuffer({ resolveWithObject: true });
  const size = [(info.width * 72) / dpi, (info.height * 72) / dpi];
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0 });
  const stream = pdf.pipe(createWriteStream(file));
  pdf.addPage({ size, margin: 0 }).image(data, 0, 0, { width: size[0], height: size[1] });
  pdf.end();
  await finished(stream);
}

/** Reads and scores one variant of all pages. */
async function measure(name, entries, reader) {
  const place = path.join(work, name.replace(/[^\w.-]+/g, '_'));
  mkdirSync(place, { recursive: true });
  const read = [];
  let milliseconds = 0;
  for (const { id, texts, make } of entries) {
    const file = `${id}.pdf`;
    await writePdf(path.join(place, file), await make());
    const transcript = path.join(place, `${id}.transcript.txt`);
    writeFileSync(transcript, texts.map((text) => readFileSync(text, 'utf8')).join('\n'));
    const start = performance.now();
    const reading = await reader.read(path.join(place, file), 1);
    milliseconds += performance.now() - start;
    read.push({ id, transcript, text: composeText([reading], vocabulary.text).pages[0]?.text ?? '' });
    writeFileSync(path.join(place, `${id}.json`), JSON.stringify(reading));
  }
  return { ...scorePages(scorer, place, read), milliseconds: milliseconds / entries.length };
}

const wanted = JSON.parse(readFileSync(path.join(folder, 'pages.json'), 'utf8')).filter(({ id }) =>
  new RegExp(values.only, 'u').test(id),
);
const pages = await Promise.all(
  wanted.map(async (page) => ({ ...page, pixels: await rendered(page), transcript: path.join(folder, page.text) })),
);
const sets = Object.entries(variants).map(([name, vary]) => [
  name,
  pages.map(({ id, pixels, transcript }) => ({ id, texts: [transcript], make: () => vary(pixels) })),
]);
const sheets = pages.slice(1).map((right, index) => ({
  id: `${pages[index].id}-and-next`,
  texts: [pages[index].transcript, right.transcript],
  make: () => onOneSheet(pages[index].pixels, right.pixels),
}));
if (sheets.length > 0) sets.push(['two on a sheet', sheets]);

// Beside other work a page may take long; here it is to be read all the same.
const reader = await openReader({ limits: { pageMs: 600_000 } });
let straight;
process.stdout.write(`${pages.length} pages\nvariant             CER%   than straight   lost   ms a page\n`);
for (const [name, entries] of sets) {
  if (name !== 'straight' && !new RegExp(values.variant, 'u').test(name)) continue;
  const { cer, lost, milliseconds } = await measure(name, entries, reader);
  straight ??= cer;
  const columns = [
    (cer * 100).toFixed(2).padStart(7),
    ((cer - straight) * 100).toFixed(2).padStart(15),
    String(lost).padStart(6),
  ];
  process.stdout.write(`${name.padEnd(16)}${columns.join(' ')} ${milliseconds.toFixed(0).padStart(11)}\n`);
}
await reader.close();
if (values.keep === undefined) rmSync(work, { recursive: true, force: true });
