import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
import sharp from 'sharp';

/**
 * `node bench/hostile.mjs [--files 300] [--seed N]`: files made to break a reader, drawn from a seed, beside a good one.
 * Every one must end as a document or with a code within the bound, and nothing beside the two folders may change.
 */
const { values } = parseArgs({ options: { files: { type: 'string' }, seed: { type: 'string' } } });
const many = Number(values.files ?? 300);
const seed = values.seed ?? '1';
/** Milliseconds in which one file at least must end: two tries of every survey and page that is in work at once. */
const bound = 2 * (90_000 + 7 * 150_000);
const project = fileURLToPath(new URL('..', import.meta.url));
const reports = path.join(project, 'fixtures', 'reports');
const good = readFileSync(path.join(reports, '01-so-thuy-san.pdf'));
const scan = readFileSync(path.join(reports, '03-so-kinh-te-bien.pdf'));

const root = mkdtempSync(path.join(os.tmpdir(), 'soat-hostile-'));
const folders = { in: path.join(root, 'in'), out: path.join(root, 'out'), data: path.join(root, 'data') };
handIn('tot', 'pdf', good);
const goodFont = '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>';
/** Without descendants, its own descendant, with a file that is none, with a table of its codes that is itself. */
const badFonts = [
  '<< /Type /Font /Subtype /Type0 /BaseFont 3 0 R >>',
  '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R] >>',
  '<< /Type /Font /Subtype /TrueType /BaseFont /A /FontDescriptor << /Type /FontDescriptor /FontFile2 4 0 R >> >>',
  '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 5 0 R /ToUnicode 5 0 R /DescendantFonts [3 0 R] >>',
];
const scripts = [
  '/OpenAction << /S /JavaScript /JS (while (true) app.alert(1);) >>',
  '/OpenAction << /S /Launch /F (/bin/sh) >>',
  '/OpenAction << /S /URI /URI (http://192.0.2.1/) >>',
];
const kinds = {
  mutated: ['pdf', (random) => mutated(random(2) === 0 ? good : scan, random)],
  truncated: ['pdf', (random) => good.subarray(0, random(good.length))],
  loop: ['pdf', (random) => pdf(`<< /Type /Pages /Kids [2 0 R] /Count ${1 + random(1e9)} /Parent 2 0 R >>`)],
  hugePage: ['pdf', (random) => pdf(page(`/MediaBox [0 0 ${1e5 + random(1e9)} ${1e5 + random(1e9)}]`))],
  badFont: ['pdf', (random) => pdf(printedPage(badFonts[random(badFonts.length)], random))],
  script: ['pdf', (random) => pdf(printedPage(goodFont, random), scripts[random(scripts.length)])],
  zipBomb: ['zip', (random) => zip('a.pdf', Buffer.alloc(20_000_000 + random(1e7)))],
  docxBomb: ['docx', (random) => zip('word/document.xml', Buffer.alloc(50_000_000 + random(1e7), '<w:p/>'))],
  deepDocx: ['docx', (random) => zip('word/document.xml', '<w:p>'.repeat(100_000 + random(100_000)))],
  brokenImage: ['png', async (random) => mutated(await picture(), random)],
  hugeImage: ['png', async (random) => resized(await picture(), 60_000 + random(4e9))],
  noise: ['pdf', (random) => Buffer.from(Array.from({ length: 1 + random(5_000) }, () => random(256)))],
};
const names = Object.keys(kinds);
for (let index = 0; index < many; index++) {
  const kind = names[index % names.length];
  const [ending, make] = kinds[kind];
  handIn(`${kind}${index}`, ending, await make(randomOf(`${seed}-${index}`)));
}

const before = hashOf(folders.in);
const started = performance.now();
const args = ['audit', folders.in, '--out', folders.out, '--data', folders.data];
const child = spawn(process.execPath, [path.join(project, 'dist/src/cli/main.js'), ...args], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, TMPDIR: root },
});
const progress = { ended: 0, at: performance.now() };
const watch = setInterval(endWhereNothingEnds, 10_000);
const status = await new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
clearInterval(watch);

const told = new Map(documents().map(({ file, status: end, errors }) => [file, [end, ...errors]]));
const problems = [];
if (status !== 0 && status !== 1 && status !== 3) problems.push(`ended with ${status}`);
for (const name of readdirSync(folders.in)) {
  if (![...told.keys()].some((file) => file.startsWith(`${name}/`))) problems.push(`${name}: no word of it`);
}
const lost = [...told].filter(([file, [end]]) => end === 'complete' && /^(loop|badFont)/.test(file));
for (const [file] of lost) if (textOf(file) === '') problems.push(`${file}: its page was lost without a word`);
for (const [file, [, ...errors]] of told) if (errors.includes('internal')) problems.push(`${file}: nobody expected it`);
if (told.get('tot/tot.pdf')?.[0] !== 'complete') problems.push('the good file was not read');
if (hashOf(folders.in) !== before) problems.push('the files handed in were changed');
const others = readdirSync(root).filter((name) => !(name in folders));
if (others.length > 0) problems.push(`beside the folders: ${others.join(', ')}`);
for (const [file, [end, ...errors]] of told) console.log(`${file}: ${end} ${[...new Set(errors)].join(' ')}`);
console.log(`${many} files, seed ${seed}: ${Math.round((performance.now() - started) / 1000)} s, exit ${status}`);
for (const problem of problems) console.log(`! ${problem}`);
rmSync(root, { recursive: true, force: true });
process.exit(problems.length > 0 ? 1 : 0);

/** Each file lies in a folder of its own: pictures side by side would be taken for pages of one report. */
function handIn(name, ending, bytes) {
  mkdirSync(path.join(folders.in, name), { recursive: true });
  writeFileSync(path.join(folders.in, name, `${name}.${ending}`), bytes);
}

/** A file that holds the others up for longer than the bound ends the run, which is then told of. */
function endWhereNothingEnds() {
  const ended = outputs().length;
  if (ended > progress.ended) Object.assign(progress, { ended, at: performance.now() });
  else if (performance.now() - progress.at > bound) child.kill('SIGKILL');
}

function outputs() {
  const there = existsSync(folders.out) ? readdirSync(folders.out, { recursive: true }) : [];
  return there.filter((name) => name.endsWith('.json'));
}

function documents() {
  const names = outputs();
  return names.flatMap((name) => {
    const { source, status: end, errors } = JSON.parse(readFileSync(path.join(folders.out, name), 'utf8'));
    return source === undefined ? [] : [{ file: source.file, status: end, errors: errors.map(({ code }) => code) }];
  });
}

function textOf(file) {
  const { pages } = JSON.parse(readFileSync(path.join(folders.out, 'documents', `${file}.json`), 'utf8'));
  return pages.map(({ text }) => text).join('');
}

/** Numbers below a bound, the same for the same seed. */
function randomOf(name) {
  let step = 0;
  return (below) =>
    createHash('sha256').update(`${name}-${step++}`).digest().readUIntBE(0, 6) % Math.max(1, Math.floor(below));
}

function mutated(bytes, random) {
  const copy = Buffer.from(bytes);
  for (let change = 0; change < 1 + random(200); change++) copy[random(copy.length)] = random(256);
  return copy;
}

/** A PDF whose page tree is what is given, without a table of its objects. */
function pdf(pages, catalogue = '') {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R ${catalogue} >> endobj\n2 0 obj ${pages} endobj\ntrailer << /Root 1 0 R >>\n%%EOF`,
  );
}

function page(fields) {
  return `<< /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R ${fields} >>`;
}

/** A page that prints a line in the font that is object 5. */
function printedPage(font, random) {
  const print = `BT /F1 24 Tf 72 600 Td (Muc ${random(1e9)}) Tj ET`;
  const contents = `4 0 obj << /Length ${print.length} >> stream\n${print}\nendstream endobj\n5 0 obj ${font}`;
  const fields = '/MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>';
  return `${page(fields)} endobj\n${contents}`;
}

function zip(name, content) {
  return new JSZip()
    .file(name, content)
    .generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 1 } });
}

function picture() {
  return sharp({ create: { width: 300, height: 400, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
}

/** A PNG that claims another width. */
function resized(png, width) {
  const copy = Buffer.from(png);
  copy.writeUInt32BE(width % 2 ** 31, 16);
  return copy;
}

function hashOf(folder) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    hash.update(name);
    if (path.extname(name) !== '') hash.update(readFileSync(path.join(folder, name)));
  }
  return hash.digest('hex');
}
