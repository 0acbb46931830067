import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cite } from './cite.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-cite-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(
  files: string[],
  options: { jsonl?: string } = {},
  stdin = '',
): Promise<{ status: number; lines: Record<string, unknown>[] }> {
  let printed = '';
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      printed += String(chunk);
      done();
    },
  });
  const status = await cite(files, options, { stdin: Readable.from([stdin]), stdout });
  return {
    status,
    lines: printed
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

async function file(name: string, content: string): Promise<string> {
  const whole = path.join(folder, name);
  await writeFile(whole, content);
  return whole;
}

it('prints one citation a line with the fields of the contract', async () => {
  const { status, lines } = await run([
    await file('a.txt', 'Căn cứ Kế hoạch số 12/KH-SYT ngày 05/01/2023 của Sở Y tế.'),
  ]);
  expect(status).toBe(0);
  expect(lines).toEqual([
    {
      text: 'Kế hoạch số 12/KH-SYT ngày 05/01/2023',
      start: 7,
      end: 44,
      type: 'Kế hoạch',
      number: '12',
      year: null,
      symbol: 'KH-SYT',
      full: '12/KH-SYT',
      date: '2023-01-05',
      issuer: 'Sở Y tế',
    },
  ]);
});

it('reads standard input', async () => {
  const { lines } = await run(['-'], {}, 'theo Công văn số 7/SYT-VP');
  expect(lines.map(({ full }) => full)).toEqual(['7/SYT-VP']);
});

it('leaves a byte order mark out of the offsets', async () => {
  const { lines } = await run([await file('bom.txt', '\ufeffCông văn số 7/SYT-VP')]);
  expect(lines[0]?.start).toBe(0);
});

it('names the file where several are given', async () => {
  const files = [await file('a.txt', 'Công văn số 7/SYT-VP'), await file('b.txt', 'Công văn số 8/SYT-VP')];
  const { lines } = await run(files);
  expect(lines.map((line) => [line.file, line.full])).toEqual([
    [files[0], '7/SYT-VP'],
    [files[1], '8/SYT-VP'],
  ]);
});

it('gives one line for each passage of a JSONL file, in order, empty ones too', async () => {
  const passages = [
    { id: 'x', text: 'Công văn số 7/SYT-VP' },
    { id: 2, text: 'không có gì' },
  ];
  const { lines } = await run([], {
    jsonl: await file('p.jsonl', passages.map((one) => JSON.stringify(one)).join('\r\n')),
  });
  expect(lines).toMatchObject([
    { id: 'x', citations: [{ full: '7/SYT-VP' }] },
    { id: 2, citations: [] },
  ]);
});

it.each([
  ['a missing file', () => run(['/missing/file.txt']), 'path-not-found'],
  ['no file', () => run([]), 'wrong-usage'],
])('%s is said', async (_, go, code) => {
  await expect(go()).rejects.toMatchObject({ code });
});

it('a line that is no passage is said with its place', async () => {
  const broken = await file('p.jsonl', '{"id":1,"text":"a"}\n{"id":2}');
  await expect(run([], { jsonl: broken })).rejects.toMatchObject({ code: 'wrong-usage', detail: `${broken}:2` });
});
