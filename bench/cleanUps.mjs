#!/usr/bin/env node
// What each step of the clean-up does: node bench/cleanUps.mjs FOLDER [--only REGEX] [--variant NAME].
// The same pages are read to the end with each step by itself and with the choice that reading makes; one table: character errors, lost lines
// and the clean-up's time a page. --variant reads the pages as a variant of bench/variants.mjs makes them (`grey seal`).
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { scorePages } from './scorePages.mjs';
import { variants } from './variants.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    variant: { type: 'string' },
    shared: { type: 'string', default: path.resolve(root, '../shared') },
  },
});
const [folder] = positionals;
const scorer = path.join(values.shared, 'score-pages.mjs');
const vary = values.variant === undefined ? null : variants[values.variant];
if (folder === undefined || !existsSync(path.join(folder, 'pages.json')) || !existsSync(scorer) || vary === undefined) {
  process.stderr.write('usage: cleanUps.mjs FOLDER [--only REGEX] [--variant NAME] [--shared DIR]\n');
  process.exit(2);
}
const built = (name) => import(path.join(root, 'dist/src', name));
const { composeText } = await built('text/composeText.js');
const { completeScan } = await built('reading/completeScan.js');
const { shippedEngine, startEngine } = await built('reading/engine/EngineChoice.js');
const { divideBackground } = await built('reading/image/divideBackground.js');
const { eraseSeals } = await built('reading/image/eraseSeals.js');
const { median3 } = await built('reading/image/median3.js');
const { separateInk } = await built('reading/image/separateInk.js');
const { readingLimits } = await built('reading/limits.js');
const { openPdf } = await built('reading/openPdf.js');
const { pageReading } = await built('reading/pageReading.js');
const { prepareForOcr } = await built('reading/prepareForOcr.js');
const { renderPage } = await built('reading/renderPage.js');
const { loadVocabulary } = await built('pipeline/loadVocabulary.js');

const straight = (image) => ({ image, skew: 0, toPage: (x, y) => [x, y] });
/** From the page's grey, in which colour has faded already, to what is recognised. */
const steps = {
  nothing: straight,
  'median 3': (grey) => straight(median3(grey)),
  'background divided': (grey) => straight(divideBackground(grey)),
  'median 3, background divided': (grey) => straight(divideBackground(median3(grey))),
  'grey seals out': (grey) => straight(eraseSeals(grey)),
  'chosen by measurement': prepareForOcr,
};

/** A page's ink, as it is or as the variant makes it. */
async function inkOf({ file, page: number }) {
  const source = [path.join(folder, file), path.join(folder, 'pdf', file)].find((name) => existsSync(name));
  const pdf = await openPdf(readFileSync(source), readingLimits);
  const page = await pdf.getPage(number);
  const ink = await renderPage(pdf, page, page.rotate, false);
  await pdf.loadingTask.destroy();
  if (vary === null) return ink;
  const { width, height } = ink.print;
  const rgb = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) rgb.fill(ink.print.data[at], at * 3, at * 3 + 3);
  const { image } = await vary({ data: rgb, width, height });
  const scan = sharp(await image.jpeg({ quality: 80 }).toBuffer())
    .toColourspace('srgb')
    .ensureAlpha();
  const { data, info } = await scan.raw().toBuffer({ resolveWithObject: true });
  return separateInk(data, info.width, info.height);
}

const engine = await startEngine(shippedEngine);
const tools = { limits: readingLimits, engine: async () => engine, timeLeft: () => 600_000 };
const vocabulary = loadVocabulary().text;
const listed = JSON.parse(readFileSync(path.join(folder, 'pages.json'), 'utf8'));
const pages = [];
for (const page of listed.filter(({ id }) => new RegExp(values.only, 'u').test(id))) {
  pages.push({ ...page, ink: await inkOf(page), transcript: path.join(folder, page.text) });
}
const work = mkdtempSync(path.join(os.tmpdir(), 'soat-clean-ups-'));
process.stdout.write(`${pages.length} pages\nclean-up                        CER%   lost   ms a page\n`);
for (const [name, clean] of Object.entries(steps)) {
  let milliseconds = 0;
  const read = [];
  for (const { id, ink, transcript } of pages) {
    const start = performance.now();
    const prepared = clean(ink.print);
    milliseconds += performance.now() - start;
    const lines = await engine.recognise(prepared.image, { layout: 'page', timeout: 600_000 });
    const scan = await completeScan({ ...prepared, ink, lines }, tools);
    const { width, height } = ink.print;
    const facts = { number: 1, width, height, rotation: 0 };
    const reading = pageReading(facts, { origin: 'ocr', reason: 'no-text-layer' }, ink.print, scan);
    read.push({ id, transcript, text: composeText([reading], vocabulary).pages[0]?.text ?? '' });
  }
  const { cer, lost } = scorePages(scorer, path.join(work, name.replace(/\W+/g, '_')), read);
  const columns = [
    (cer * 100).toFixed(2).padStart(7),
    String(lost).padStart(6),
    (milliseconds / pages.length).toFixed(0).padStart(11),
  ];
  process.stdout.write(`${name.padEnd(29)}${columns.join(' ')}\n`);
}
await engine.close();
rmSync(work, { recursive: true, force: true });
