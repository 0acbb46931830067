#!/usr/bin/env node
// Reads the transcribed pages of a folder and scores them: node bench/pages.mjs FOLDER [--out DIR] [--only REGEX] [--verbose].
// Tells character errors, lost lines, time, and whether misread numbers are marked doubtful. FOLDER/pages.json names file, page and transcript. Each page is read and composed by itself; the built program is used.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { judgeNumbers, summary } from './doubt.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    only: { type: 'string', default: '' },
    shared: { type: 'string', default: path.resolve(root, '../shared') },
    verbose: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined || !existsSync(path.join(folder, 'pages.json'))) {
  process.stderr.write('usage: pages.mjs FOLDER [--out DIR] [--only REGEX] [--verbose]\n');
  process.exit(2);
}

const built = (name) => import(path.join(root, 'dist/src', name));
const { openReader } = await built('reading/openReader.js');
const { composeText } = await built('text/composeText.js');
const { loadVocabulary } = await built('pipeline/loadVocabulary.js');

const out = values.out ?? mkdtempSync(path.join(os.tmpdir(), 'soat-pages-'));
mkdirSync(path.join(out, 'documents'), { recursive: true });
const vocabulary = loadVocabulary();
const listed = JSON.parse(readFileSync(path.join(folder, 'pages.json'), 'utf8'));
const wanted = listed.filter(({ id }) => new RegExp(values.only, 'u').test(id));
const documents = new Map();
const reader = await openReader();
const start = performance.now();
const numbers = [];
for (const { id, file, page, text } of wanted) {
  const source = [path.join(folder, file), path.join(folder, 'pdf', file)].find((name) => existsSync(name));
  const at = performance.now();
  const reading = await reader.read(source, page);
  const { pages, words } = composeText([reading], vocabulary.text);
  const judged = judgeNumbers(readFileSync(path.join(folder, text), 'utf8'), words);
  numbers.push(...judged.map((number) => ({ id, ...number })));
  const [composed] = pages;
  documents.set(file, [...(documents.get(file) ?? []), { number: page, text: composed?.text ?? '' }]);
  writeFileSync(path.join(out, `${id}.json`), JSON.stringify(reading));
  const milliseconds = Math.round(performance.now() - at);
  process.stdout.write(
    `${id}  ${milliseconds} ms  ${reading.origin} (${reading.reason})  unread: ${reading.unread.length}\n`,
  );
}
const seconds = (performance.now() - start) / 1000;
await reader.close();
for (const [file, pages] of documents) {
  writeFileSync(path.join(out, 'documents', `${file}.json`), JSON.stringify({ pages }));
}
const resident = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(
  `${wanted.length} pages in ${seconds.toFixed(1)} s, ${(seconds / wanted.length).toFixed(2)} s a page, at most ${resident} MB\n\n`,
);
if (values.verbose) {
  const missed = numbers.filter(({ right, doubtful }) => right === doubtful);
  for (const { id, number, read, right } of missed) {
    process.stdout.write(
      right ? `${id}: ${number} is right and doubtful\n` : `${id}: ${number} read as "${read}", surely\n`,
    );
  }
}
process.stdout.write(`${summary(numbers)}\n\n`);
const scorer = path.join(values.shared, 'score-pages.mjs');
if (existsSync(scorer)) {
  spawnSync(process.execPath, [scorer, folder, out, ...(values.verbose ? ['--verbose'] : [])], { stdio: 'inherit' });
}
