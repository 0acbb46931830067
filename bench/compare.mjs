#!/usr/bin/env node
// Compares thousands of reports whose texts are known: node bench/compare.mjs [--reports 10000]
// Tells time and memory for half of them and for all, how much doubling costs, and what one more report costs.
// Exit status: 0 within the bounds (60 s and 1 s of one core, 1.5 GB, 2.3 times; for 10,000 reports) · 1 not · 2 not built.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const built = (file) => pathToFileURL(path.join(root, 'dist', file)).href;
const { values } = parseArgs({
  options: { reports: { type: 'string', default: '10000' }, child: { type: 'boolean', default: false } },
});
if (!existsSync(path.join(root, 'dist/src/audit/ReportComparison.js'))) {
  process.stderr.write('Build first: npm run build\n');
  process.exit(2);
}

const year = 2023;
const criteria = [
  ['A', 20],
  ['B.1', 27],
  ['B.2', 3],
  ['C.1', 12],
  ['C.2', 20],
  ['C.3', 8],
  ['D.1', 5],
  ['D.2', 5],
];
/** One report of so many copies a passage from the one before it. */
const copying = 50;

/** Mulberry32: the same reports each time, made one by one, so that only what the comparison keeps is in memory. */
function drawn(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return (low, high) => low + Math.floor(next() * (high - low + 1));
}

const onsets = 'b c ch d g gi h kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const rhymes =
  'a ai an ang anh ao at au e em en eo et i ich iem ien inh o oan oc oi om on ong op u uc ui un uoc uong uu y'.split(
    ' ',
  );
const syllables = onsets.flatMap((onset) => rhymes.map((rhyme) => onset + rhyme));
const template = (criterion, form) => {
  const draw = drawn(criterion * 97 + form * 13 + 5);
  return Array.from({ length: 36 }, (_, place) => (place % 6 === 5 ? null : syllables[draw(0, syllables.length - 1)]));
};
const templates = criteria.map((_, criterion) => Array.from({ length: 12 }, (_, form) => template(criterion, form)));

/** Forms that many share, figures and a few words of one's own; now and then the passage of the report before. */
function passageOf(report, criterion, place) {
  const source = report % copying === 0 && criterion === 3 && report > 0 ? report - 1 : report;
  const draw = drawn(source * 1009 + criterion * 31 + place);
  const form = templates[criterion][draw(0, 11)];
  const own = Array.from({ length: 6 }, () => syllables[draw(0, syllables.length - 1)]);
  return [...form.map((word) => word ?? String(draw(1, 4000))), ...own].join(' ');
}

function reportOf(number) {
  const draw = drawn(number + 1);
  const quotations = [];
  const quote = (text) =>
    quotations.push({ text, page: draw(1, 9), boxes: [{ page: 1, box: [0.1, 0.2, 0.9, 0.22] }] }) - 1;
  return {
    file: `${number}.pdf`,
    of: `Cơ quan ${number}`,
    agencyKey: String(number),
    kind: null,
    superior: null,
    identity: { agency: `Cơ quan ${number}`, abbreviation: null, place: null, number: null, date: null, year },
    total: 90,
    head: quote('head'),
    attachments: [],
    criteria: criteria.map(([id, max], criterion) => ({
      id,
      name: id,
      claimed: max - draw(0, 3),
      max,
      quotation: quote(`Tự đánh giá đạt: ${max} điểm`),
      evidence: draw(1, 9),
      doubtful: false,
      confidence: 1,
      passages: Array.from({ length: 4 }, (_, place) => {
        const words = passageOf(number, criterion, place);
        return { words, quotation: quote(words), confidence: 1 };
      }),
    })),
    documents: Array.from({ length: 12 }, (_, place) => {
      const date = `2023-0${1 + (place % 8)}-1${place % 9}`;
      const full = `${10 + place * 3}/HD-TTT`;
      const common = {
        type: 'Hướng dẫn',
        symbol: 'hd-ttt',
        issuer: '',
        title: '',
        shared: false,
        plan: false,
        doubtful: false,
        confidence: 1,
      };
      return { ...common, full, key: full.toLowerCase(), date, own: false, quotation: quote(full) };
    }),
    quotations,
  };
}

async function measure(count) {
  const { ReportComparison } = await import(built('src/audit/ReportComparison.js'));
  const { loadPipeline } = await import(built('src/pipeline/loadPipeline.js'));
  const { pipeline } = loadPipeline('pctn-2023');
  const between = (first, end) =>
    async function* (files) {
      for (let number = first; number < end; number++) {
        if (files === undefined || files.has(`${number}.pdf`)) yield reportOf(number);
      }
    };
  const comparison = new ReportComparison(pipeline);
  const told = (end) => comparison.told({ year, agencies: [] }, [between(0, end)]);
  const [start, work] = [performance.now(), process.cpuUsage()];
  await comparison.add(between(0, count)());
  const { flags } = await told(count);
  const seconds = (performance.now() - start) / 1000;
  const cpu = secondsSince(work);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const before = process.cpuUsage();
  await comparison.add(between(count, count + 1)());
  const add = secondsSince(before);
  const added = process.cpuUsage();
  await told(count + 1);
  const tell = secondsSince(added);
  const copied = flags.filter(({ rule }) => rule === 'batch/copied-text').length;
  return { count, seconds, cpu, megabytes, copied, expected: Math.floor((count - 1) / copying) * 2, add, tell };
}

/** Of one core. Other work on the machine lengthens the time, not the work; on a free one the time is no longer than this. */
function secondsSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

if (values.child) {
  process.send(await measure(Number(values.reports)));
} else {
  const inChild = (count) =>
    new Promise((resolve, reject) => {
      const child = fork(fileURLToPath(import.meta.url), ['--child', '--reports', String(count)]);
      child.once('message', resolve);
      child.once('exit', (status) => status !== 0 && reject(new Error(`ended with ${status}`)));
    });
  const whole = Number(values.reports);
  const results = [];
  for (const count of [Math.round(whole / 2), whole]) {
    const result = await inChild(count);
    results.push(result);
    const { seconds, cpu, megabytes, copied, expected, add, tell } = result;
    console.log(
      `${count} reports: ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of one core), peak ${Math.round(megabytes)} MB, ${copied} of ${expected} copied criteria found; ` +
        `one more: ${(add * 1000).toFixed(1)} ms, all flags again ${(tell * 1000).toFixed(0)} ms`,
    );
  }
  const [half, full] = results;
  const ratio = full.cpu / half.cpu;
  const met = full.cpu <= 60 && full.megabytes <= 1536 && ratio <= 2.3 && full.add + full.tell <= 1;
  console.log(`Doubling costs ${ratio.toFixed(2)} times. ${met ? 'Within the bounds.' : 'Not within the bounds.'}`);
  process.exitCode = met ? 0 : 1;
}
