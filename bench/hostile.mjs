import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
/** Milliseconds a file, of the slowest: two tries of a page and of a survey. */
const bound = 300_000;
const project = fileURLToPath(new URL('..', import.meta.url));
const reports = path.join(project, 'fixtures', 'reports');
const good = readFileSync(path.join(reports, '01-so-thuy-san.pdf'));
const scan = readFileSync(path.join(reports, '03-so-kinh-te-bien.pdf'));

const root = mkdtempSync(path.join(os.tmpdir(), 'soat-hostile-'));
const folders = { in: path.join(root, 'in'), out: path.join(root, 'out'), data: path.join(root, 'data') };
mkdirSync(folders.in);
writeFileSync(path.join(folders.in, 'tot.pdf'), good);
const kinds = {
  mutated: ['pdf', (random) => mutated(random(2) === 0 ? good : scan, random)],
  truncated: ['pdf', (random) => good.subarray(0, random(good.length))],
  loop: ['pdf', (random) => pdf(`<< /Type /Pages /Kids [2 0 R] /Count ${1 + random(1e9)} /Parent 2 0 R >>`)],
  hugePage: ['pdf', (random) => pdf(page(`/MediaBox [0 0 ${1e5 + random(1e9)} ${1e5 + random(1e9)}]`))],
  badFont: [
    'pdf',
    () => pdf(page('/Resources << /Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont 3 0 R >> >> >>')),
  ],
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
  writeFileSync(path.join(folders.in, `${kind}${index}.${ending}`), await make(randomOf(`${seed}-${index}`)));
}

const before = hashOf(folders.in);
const started = performance.now();
const args = ['audit', folders.in, '--out', folders.out, '--data', folders.data];
const child = spawn(process.execPath, [path.join(project, 'dist/src/cli/main.js'), ...args], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, TMPDIR: root },
});
const timer = setTimeout(() => child.kill('SIGKILL'), bound * many);
const status = await new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
clearTimeout(timer);

const told = new Map(documents().map(({ file, status: end, errors }) => [file, [end, ...errors]]));
const problems = [];
if (status !== 0 && status !== 1 && status !== 3) problems.push(`ended with ${status}`);
for (const name of readdirSync(folders.in)) {
  const of = [...told].filter(([file]) => file === name || file.startsWith(`${name}/`));
  if (of.length === 0) problems.push(`${name}: no word of it`);
}
if (told.get('tot.pdf')?.[0] !== 'complete') problems.push('the good file was not read');
if (hashOf(folders.in) !== before) problems.push('the files handed in were changed');
const others = readdirSync(root).filter((name) => !(name in folders));
if (others.length > 0) problems.push(`beside the folders: ${others.join(', ')}`);
for (const [file, [end, ...errors]] of told) console.log(`${file}: ${end} ${[...new Set(errors)].join(' ')}`);
console.log(`${many} files, seed ${seed}: ${Math.round((performance.now() - started) / 1000)} s, exit ${status}`);
for (const problem of problems) console.log(`! ${problem}`);
rmSync(root, { recursive: true, force: true });
process.exit(problems.length > 0 ? 1 : 0);

function documents() {
  const names = readdirSync(folders.out, { recursive: true }).filter((name) => name.endsWith('.json'));
  return names.flatMap((name) => {
    const { source, status: end, errors } = JSON.parse(readFileSync(path.join(folders.out, name), 'utf8'));
    return source === undefined ? [] : [{ file: source.file, status: end, errors: errors.map(({ code }) => code) }];
  });
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
function pdf(pages) {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj ${pages} endobj\ntrailer << /Root 1 0 R >>\n%%EOF`,
  );
}

function page(fields) {
  return `<< /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R ${fields} >>`;
}

function zip(name, content) {
  return new JSZip().file(name, content).generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
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
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(path.join(folder, name)));
  return hash.digest('hex');
}
