#!/usr/bin/env node
// Reads every labelled set, scores what was read and tells what was gained and lost since the last record:
// npm run eval [-- --only seed,corpus] [--shared DIR] [--verbose] [--record].
// Exit status: 0 all thresholds met, or no labelled set at hand · 1 below one of them · 2 wrong usage.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { itemsOfPassages, itemsOfReports } from './evalForms.mjs';
import { compareWithRecord, readRecord, writeRecord } from './evalRecord.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const soat = path.join(root, 'dist/src/cli/main.js');
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    shared: { type: 'string', default: path.resolve(root, '../shared') },
    verbose: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});

const generated = {
  failed: 0,
  sections: 0.98,
  scores: 0.98,
  citationP: 0.96,
  citationR: 0.96,
  flagP: 0.92,
  flagR: 0.92,
  proof: 0.98,
};
/** The least that each set must reach; `failed` is the most. */
const sets = [
  {
    name: 'seed',
    folder: path.join(values.shared, 'seed'),
    bounds: {
      failed: 0,
      sections: 1,
      scores: 1,
      citationP: 1,
      citationR: 1,
      flagP: 1,
      flagR: 1,
      proof: 1,
      place: 0.95,
    },
  },
  { name: 'corpus', folder: path.join(values.shared, 'corpus'), bounds: generated },
  {
    name: 'corpus-text',
    folder: path.join(values.shared, 'corpus-text'),
    bounds: { ...generated, citationP: 0.98, citationR: 0.98 },
  },
  { name: 'fixtures', folder: path.join(root, 'fixtures/reports'), bounds: { ...generated, place: 0.95 } },
];
const goldFile = path.join(values.shared, 'real/citation-gold.jsonl');
/** Reading whole documents: 0 done, 1 findings, 3 some documents failed or are partial (the score says which). */
const auditEnds = [0, 1, 3];

const say = (text = '') => process.stdout.write(`${text}\n`);
const misses = [];
const record = readRecord();
/** Per set that ran: its items, right and wrong. */
const ran = new Map();

function run(args, accepted, input) {
  const result = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input ? { input } : {}),
  });
  if (result.error) throw result.error;
  if (!accepted.includes(result.status)) {
    throw new Error(`${args.join(' ')} ended with ${result.status ?? result.signal}\n${result.stderr.slice(-2000)}`);
  }
  return result.stdout;
}

function compare(name, items) {
  ran.set(name, items);
  say(compareWithRecord(record[name], items).join('\n'));
}

function judge(name, measured, bounds) {
  for (const [what, bound] of Object.entries(bounds)) {
    const value = measured[what];
    if (value === null || value === undefined) continue;
    const met = what === 'failed' ? value <= bound : value >= bound - 1e-9;
    if (!met) misses.push(`${name}: ${what} ${what === 'failed' ? value : value.toFixed(4)}, wanted ${bound}`);
  }
}

function evaluateSet({ name, folder, bounds }) {
  const documents = readdirSync(folder).filter((f) => f.endsWith('.pdf')).length;
  const work = mkdtempSync(path.join(os.tmpdir(), `soat-eval-${name}-`));
  try {
    const [out, data, nothing] = ['out', 'data', 'nothing'].map((part) => path.join(work, part));
    mkdirSync(nothing);
    const start = performance.now();
    run([soat, 'audit', folder, '--out', out, '--data', data], auditEnds);
    const seconds = (performance.now() - start) / 1000;
    say(`\n== ${name}: ${documents} documents, ${seconds.toFixed(0)} s`);
    const score = (output, ...options) => run([path.join(values.shared, 'score.mjs'), folder, output, ...options], [0]);
    say(score(out, ...(values.verbose ? ['--verbose'] : [])));
    compare(name, itemsOfReports(folder, score(nothing, '--verbose'), score(out, '--verbose')));
    const { arms } = JSON.parse(score(out, '--json'));
    judge(name, arms.find((a) => a.arm === 'all') ?? {}, bounds);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function evaluateCitations() {
  const work = mkdtempSync(path.join(os.tmpdir(), 'soat-eval-cite-'));
  try {
    const found = path.join(work, 'found.jsonl');
    writeFileSync(found, run([soat, 'cite', '--jsonl', goldFile], [0]));
    say('\n== citations in real passages');
    const told = run([path.join(values.shared, 'score-citations.mjs'), goldFile, found, '--verbose'], [0]);
    say(values.verbose ? told : told.split('\n', 1)[0]);
    compare('cite', itemsOfPassages(readFileSync(goldFile, 'utf8'), told));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (!existsSync(path.join(values.shared, 'score.mjs'))) {
  say(`No labelled sets at ${values.shared}: nothing was evaluated.`);
  process.exit(0);
}
if (!existsSync(soat)) {
  process.stderr.write('Build first: npm run build\n');
  process.exit(2);
}
const wanted = values.only?.split(',') ?? [...sets.map((s) => s.name), 'cite'];
const unknown = wanted.filter((name) => name !== 'cite' && !sets.some((s) => s.name === name));
if (unknown.length > 0) {
  process.stderr.write(`No such set: ${unknown.join(', ')}. Sets: ${sets.map((s) => s.name).join(', ')}, cite\n`);
  process.exit(2);
}
for (const set of sets.filter((s) => wanted.includes(s.name))) {
  if (existsSync(set.folder)) evaluateSet(set);
  else say(`\n== ${set.name}: no such folder, left out`);
}
if (wanted.includes('cite') && existsSync(goldFile)) evaluateCitations();
if (values.record) writeRecord(record, ran);
say(misses.length === 0 ? 'All thresholds met.' : `Below the thresholds:\n  ${misses.join('\n  ')}`);
process.exitCode = misses.length === 0 ? 0 : 1;
