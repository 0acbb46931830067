// Do the boxes that are shown cover the words they quote? npm run build && node bench/highlights.mjs [FOLDER] [--data DIR]
// Every quotation of a flag, citation and claim of each PDF in FOLDER (default: fixtures/reports); --data keeps what was read.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { serve } from '../dist/src/server/serve.js';

const bound = 0.9;
const { values, positionals } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true });
const source = positionals[0] ?? 'fixtures/reports';
const person = { username: 'quantri', password: 'mat-khau-dai-1' };

const folder = values.data ?? (await mkdtemp(path.join(os.tmpdir(), 'soat-highlights-')));
const running = await serve({
  deployment: { dataFolder: folder, databaseUrl: null, redisUrl: null, objectStore: null },
  inbox: null,
  host: '127.0.0.1',
  port: 0,
  firstPassword: person.password,
  log: pino({ level: 'error' }),
});
let worst = 1;
try {
  const api = await signedIn();
  const round = (await api('POST', '/rounds', { name: 'Đo khung' })).id;
  for (const name of (await readdir(source)).filter((one) => one.endsWith('.pdf')).sort()) {
    const form = new FormData();
    form.append('files', new Blob([await readFile(path.join(source, name))]), name);
    const { document, duplicateOf } = (await api('POST', `/rounds/${round}/files`, form)).accepted[0];
    await read(api, round);
    worst = Math.min(worst, await measure(api, name, duplicateOf ?? document));
  }
} finally {
  await running.stop(2_000);
  if (values.data === undefined) await rm(folder, { recursive: true, force: true });
}
console.log(`least mean cover ${worst.toFixed(3)} of ${bound}`);
process.exitCode = worst >= bound ? 0 : 1;

async function signedIn() {
  let [cookie, csrf] = ['', ''];
  const api = async (method, route, body) => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${running.address}/api/v1${route}`, {
      method,
      headers: { cookie, 'x-csrf-token': csrf, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0];
    if (!answer.ok) throw new Error(`${method} ${route}: ${await answer.text()}`);
    return answer.json();
  };
  csrf = (await api('POST', '/session', person)).csrf;
  return api;
}

async function read(api, round) {
  for (;;) {
    const { documents } = await api('GET', `/rounds/${round}/progress`);
    if (documents.waiting + documents.reading === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** @returns the mean share of a quoted word's area that the boxes cover */
async function measure(api, name, document) {
  const { pages, flags, citations, scores } = await api('GET', `/documents/${document}/result`);
  const words = new Map();
  for (const { number } of pages.filter(({ origin }) => origin === 'text' || origin === 'ocr')) {
    words.set(number, (await api('GET', `/documents/${document}/pages/${number}/words`)).words);
  }
  const quotations = [...flags.flatMap(({ evidence }) => evidence), ...citations, ...scores];
  const covers = [];
  const excesses = [];
  let unplaced = 0;
  for (const { text, boxes, page } of quotations) {
    // Words that run on to the next page have boxes on both.
    const on = [...new Set([page, ...boxes.map((box) => box.page)])];
    const run = on.flatMap((number) => (words.get(number) ?? []).map((word) => ({ ...word, page: number })));
    const marks = boxes.map(({ page: number, box }) => ({ page: number, box }));
    const best = placesOf(run, text.split(/\s+/)).map((quoted) => coverOf(quoted, marks));
    if (best.length === 0) unplaced++;
    else {
      const chosen = best.sort((one, other) => other.cover - one.cover)[0];
      covers.push(chosen.cover);
      excesses.push(chosen.excess);
    }
  }
  const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
  const low = covers.filter((cover) => cover < bound).length;
  console.log(
    `${name}: ${covers.length} quotations, cover ${mean(covers).toFixed(3)} (least ${Math.min(1, ...covers).toFixed(3)}, below ${bound}: ${low}), boxes ${mean(excesses).toFixed(2)} times the lines, ${unplaced} whose words stand otherwise on the page`,
  );
  return mean(covers);
}

/** Every place where the words stand one after another. */
function placesOf(words, sought) {
  return words.flatMap((_, at) =>
    sought.every((text, step) => bare(words[at + step]?.text ?? '') === bare(text))
      ? [words.slice(at, at + sought.length)]
      : [],
  );
}

/** A quotation ends within a word of the page where a comma follows it. */
function bare(word) {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** How much of the words the boxes cover, and how many times the words' lines the boxes are. */
function coverOf(quoted, marks) {
  const shares = quoted.map(({ page, box }) => {
    const here = marks.filter((mark) => mark.page === page).map((mark) => common(box, mark.box));
    return Math.max(0, ...here) / common(box, box);
  });
  const lines = [];
  for (const { page, box } of quoted) {
    const last = lines.at(-1);
    const isSame =
      last?.page === page && box[1] < (last.box[1] + last.box[3]) / 2 && box[3] > (last.box[1] + last.box[3]) / 2;
    if (isSame) last.box = last.box.map((edge, side) => (side < 2 ? Math.min : Math.max)(edge, box[side]));
    else lines.push({ page, box: [...box] });
  }
  const area = (boxes) => boxes.reduce((sum, { box }) => sum + common(box, box), 0);
  return { cover: shares.reduce((sum, one) => sum + one, 0) / shares.length, excess: area(marks) / area(lines) };
}

function common(one, other) {
  const width = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const height = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return Math.max(0, width) * Math.max(0, height);
}
