#!/usr/bin/env node
// Soát against OCRmyPDF on one scan, in turns, on the same machine in one run:
//   node bench/ocrmypdf.mjs [--file PDF] [--rounds 2] [--jobs 2]
// Both start cold: Soát with a fresh data folder, so that no page comes from its cache. Soát's time holds text, sections,
// facts, rules and files; OCRmyPDF's holds a PDF with a text layer. Exit status: 0 measured · 2 something is missing.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { residentOfTree } from './processTree.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const soat = path.join(root, 'dist/src/cli/main.js');
const sample = path.resolve(root, '../shared/seed/bql-hai-phong-2023-scan1.pdf');
const { values } = parseArgs({
  options: {
    file: {
      type: 'string',
      default: existsSync(sample) ? sample : path.join(root, 'fixtures/reports/04-bql-khu-cang.pdf'),
    },
    rounds: { type: 'string', default: '2' },
    jobs: { type: 'string', default: '2' },
  },
});
const sampleEvery = 100;

/** Seconds and peak megabytes of one run; throws where it does not end as it should. */
function measure(command, args, accepted) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let [peak, errors] = [0, ''];
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const timer = setInterval(() => {
      peak = Math.max(peak, residentOfTree(child.pid));
    }, sampleEvery);
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearInterval(timer);
      if (accepted.includes(code)) resolve({ seconds: (performance.now() - start) / 1000, megabytes: peak / 1024 });
      else reject(new Error(`${command} ended with ${code}\n${errors.slice(-2000)}`));
    });
  });
}

const missing = [
  ...(existsSync(soat) ? [] : ['Build first: npm run build']),
  ...(existsSync(values.file) ? [] : [`No such file: ${values.file}`]),
  ...(spawnSync('ocrmypdf', ['--version']).error
    ? ['ocrmypdf is not installed: apt-get install ocrmypdf tesseract-ocr-vie']
    : []),
];
if (missing.length > 0) {
  process.stderr.write(`${missing.join('\n')}\n`);
  process.exit(2);
}

const say = (text) => process.stdout.write(`${text}\n`);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
const show = ({ seconds, megabytes }) => `${seconds.toFixed(1).padStart(6)} s ${megabytes.toFixed(0).padStart(6)} MB`;
const runs = { soat: [], ocrmypdf: [] };
say(
  `${path.basename(values.file)}, ${values.jobs} jobs, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}`,
);
for (let round = 1; round <= Number(values.rounds); round++) {
  const work = mkdtempSync(path.join(os.tmpdir(), 'soat-bench-'));
  try {
    const audit = [soat, 'audit', values.file, '--out', path.join(work, 'out'), '--data', path.join(work, 'data')];
    runs.soat.push(await measure(process.execPath, [...audit, '--jobs', values.jobs], [0, 1, 3]));
    const ocr = ['-l', 'vie', '--jobs', values.jobs, '--quiet', values.file, path.join(work, 'ocr.pdf')];
    runs.ocrmypdf.push(await measure('ocrmypdf', ocr, [0]));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  say(`round ${round}: soat ${show(runs.soat.at(-1))}   ocrmypdf ${show(runs.ocrmypdf.at(-1))}`);
}
const best = (name) => median(runs[name].map((r) => r.seconds));
const peak = (name) => Math.max(...runs[name].map((r) => r.megabytes));
say(
  `median: soat ${best('soat').toFixed(1)} s, ocrmypdf ${best('ocrmypdf').toFixed(1)} s, ratio ${(best('soat') / best('ocrmypdf')).toFixed(2)}`,
);
say(`peak of the whole process tree: soat ${peak('soat').toFixed(0)} MB, ocrmypdf ${peak('ocrmypdf').toFixed(0)} MB`);
