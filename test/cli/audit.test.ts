import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badFiles } from '../../fixtures/make/bad/badFiles.js';
import { batchSchema, type SoatBatch } from '../../src/model/batch.js';
import { documentSchema, type SoatDocument } from '../../src/model/document.js';
import { packageRoot } from '../../src/pipeline/packageRoot.js';
import { scratchFolder } from '../support/dataFolder.js';
import { type Run, soat } from '../support/soat.js';

const bad = path.join(packageRoot, 'fixtures', 'bad');
const flagged = path.join(packageRoot, 'fixtures', 'reports', '02-so-lam-nghiep.pdf');
/** A report without findings, of three pages with a text layer. */
const clean = path.join(packageRoot, 'fixtures', 'reports', '01-so-thuy-san.pdf');
const nobody = 65_534;

let root: string;
let removeRoot: () => Promise<void>;

beforeAll(async () => {
  ({ folder: root, remove: removeRoot } = await scratchFolder());
});
afterAll(() => removeRoot());

const at = (...names: string[]) => path.join(root, ...names);

function audit(input: string, out: string, ...options: string[]): Promise<Run> {
  return soat(['audit', input, '--out', at(out), '--data', at('data'), ...options]);
}

async function documentIn(out: string, name: string): Promise<SoatDocument> {
  return documentSchema.parse(JSON.parse(await readFile(at(out, 'documents', `${name}.json`), 'utf8')));
}

async function batchIn(out: string): Promise<SoatBatch> {
  return batchSchema.parse(JSON.parse(await readFile(at(out, 'batch.json'), 'utf8')));
}

describe('soat audit', () => {
  it('names what is wrong with each bad file, reads the others and ends with 3', async () => {
    const { status, stdout } = await audit(bad, 'bad');
    expect(status).toBe(3);
    const kept = badFiles.filter(({ madeOnDemand }) => madeOnDemand === undefined);
    const found = await Promise.all(
      kept.map(async ({ name }) => {
        const { status, errors } = await documentIn('bad', name);
        return [name, status, errors[0]?.code ?? null];
      }),
    );
    const expected = kept.map(({ name, expects, scope }) => {
      if (expects === null) return [name, 'complete', null];
      return [name, scope === 'page' ? 'partial' : 'failed', expects];
    });
    expect(found).toEqual(expected);
    const failed = expected.filter(([, status]) => status === 'failed');
    const { counts, failures } = await batchIn('bad');
    expect(counts).toMatchObject({ complete: 1, partial: 4, failed: failed.length });
    expect(new Map(failures.map(({ file, code }) => [file, code]))).toEqual(
      new Map(failed.map(([name, , code]) => [name, code])),
    );
    for (const [name] of failed) expect(stdout).toContain(`${name} [không đọc được]`);
  });

  it('counts equal bytes, reads nothing again in a second run, and writes the same documents', async () => {
    await mkdir(at('twice', 'x'), { recursive: true });
    await copyFile(flagged, at('twice', 'Báo cáo.PDF'));
    await copyFile(flagged, at('twice', 'x', 'again.pdf'));
    expect(await audit(at('twice'), 'first')).toMatchObject({ status: 0 });
    const names = ['Báo cáo.PDF', 'x/again.pdf'];
    const first = await Promise.all(names.map((name) => documentIn('first', name)));
    expect(first.map(({ status, source }) => [status, source.file])).toEqual(names.map((name) => ['complete', name]));
    expect((await batchIn('first')).counts).toEqual({ complete: 2, partial: 0, failed: 0, duplicate: 1 });

    // Each stands alone and holds the pictures of the pages that its findings quote.
    expect(await readFile(at('first', 'documents', 'x', 'again.pdf.html'), 'utf8')).toContain(
      'data:image/webp;base64,',
    );
    expect(await readFile(at('first', 'index.html'), 'utf8')).toContain('documents/x/again.pdf.html');
    expect((await readFile(at('first', 'audit.xlsx'))).subarray(0, 2).toString()).toBe('PK');

    const second = await audit(at('twice'), 'second', '--fail-on', 'error', '--lang', 'en');
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('6/6 pages');
    expect(second.stdout).toContain('1 duplicate');
    expect(await Promise.all(names.map((name) => documentIn('second', name)))).toEqual(first);
  }, 180_000);

  it('quotes words that stand on the page it names, in boxes within the page', async () => {
    const { pages, flags, citations, scores } = await documentIn('first', 'x/again.pdf');
    const evidence = flags.flatMap((flag) => flag.evidence);
    expect(evidence.length).toBeGreaterThan(5);
    for (const { text, page, boxes } of [...evidence, ...citations, ...scores]) {
      const onPage = pages.find(({ number }) => number === page)?.text ?? '';
      expect(boxes[0]?.page).toBe(page);
      if (boxes.every((box) => box.page === page)) expect(oneSpaced(onPage)).toContain(oneSpaced(text));
      for (const { box } of boxes) {
        const [left, top, right, bottom] = box;
        expect([left < right, top < bottom, right <= 1, bottom <= 1]).toEqual([true, true, true, true]);
      }
    }
  });

  it('ends with 0 under --fail-on where nothing is that grave', async () => {
    expect(await audit(clean, 'clean', '--fail-on', 'info')).toMatchObject({ status: 0 });
  });

  it.runIf(process.getuid?.() === 0)('names a folder and a file it may not open, and reads the rest', async () => {
    await Promise.all(['locked/khoa', 'their-data', 'their-out'].map((name) => mkdir(at(name), { recursive: true })));
    await copyFile(clean, at('locked', 'a.pdf'));
    await copyFile(clean, at('locked', 'kin.pdf'));
    await chmod(at('locked', 'khoa'), 0);
    await chmod(at('locked', 'kin.pdf'), 0);
    for (const name of ['', 'their-data', 'their-out']) await chmod(at(name), 0o777);
    const args = ['audit', at('locked'), '--out', at('their-out'), '--data', at('their-data')];
    const { status } = await soat(args, { uid: nobody, cwd: root });
    expect(status).toBe(3);
    const { counts, failures } = await batchIn('their-out');
    expect(counts).toMatchObject({ complete: 1, failed: 2 });
    expect(failures.map(({ file, code }) => [file, code])).toEqual([
      ['khoa', 'unreadable-file'],
      ['kin.pdf', 'unreadable-file'],
    ]);
  });

  it('ends with 4, before reading, where results cannot be written', async () => {
    await copyFile(clean, at('a-file'));
    const { status, stderr } = await audit(clean, 'a-file', '--lang', 'en');
    expect([status, stderr]).toEqual([4, expect.stringMatching(/^soat: output-unwritable: The output folder/)]);
  });

  it('stopped by Ctrl+C, says that what was read is kept and ends with 130', async () => {
    const main = path.join(packageRoot, 'dist/src/cli/main.js');
    const scan = path.join(packageRoot, 'fixtures', 'reports', '03-so-kinh-te-bien.pdf');
    const child = spawn(process.execPath, [main, 'audit', scan, '--out', at('stopped'), '--data', at('data')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      if (stderr === '') child.kill('SIGINT');
      stderr += chunk;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect([status, stderr]).toEqual([130, expect.stringContaining('Đã dừng.')]);
  });
});

function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ');
}
