import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchSchema, type SoatBatch } from '../../src/model/batch.js';
import { packageRoot } from '../../src/pipeline/packageRoot.js';
import { scratchFolder } from '../support/dataFolder.js';
import { type Run, soat } from '../support/soat.js';

const reports = path.join(packageRoot, 'fixtures', 'reports');
let root: string;
let removeRoot: () => Promise<void>;

/** A round of two submissions, and a list of three agencies. */
beforeAll(async () => {
  ({ folder: root, remove: removeRoot } = await scratchFolder());
  for (const [folder, file] of [
    ['so-thuy-san', '01-so-thuy-san.pdf'],
    ['SLN', '02-so-lam-nghiep.pdf'],
  ] as const) {
    await mkdir(at('round', folder), { recursive: true });
    await copyFile(path.join(reports, file), at('round', folder, 'bao-cao.pdf'));
  }
  await writeFile(
    at('list.csv'),
    'Tên cơ quan;Viết tắt;Loại\nSở Thủy sản;STS;Sở\nSở Lâm nghiệp;SLN;Sở\nSở Vắng mặt;SVM;Sở\n',
  );
});
afterAll(() => removeRoot());

const at = (...names: string[]) => path.join(root, ...names);

function audit(out: string, ...options: string[]): Promise<Run> {
  return soat(['audit', at('round'), '--out', at(out), '--data', at('data'), ...options]);
}

async function batchIn(out: string): Promise<SoatBatch> {
  return batchSchema.parse(JSON.parse(await readFile(at(out, 'batch.json'), 'utf8')));
}

describe('soat audit of a round', () => {
  it('says who owes a report and what to look at first, the same in a second run', async () => {
    const { status, stdout } = await audit('first', '--agencies', at('list.csv'));
    expect([status, stdout]).toEqual([0, expect.stringContaining('Chưa thấy báo cáo: Sở Vắng mặt')]);
    const batch = await batchIn('first');
    expect(batch.agencies.map(({ name, status: state, kind }) => [name, state, kind])).toEqual([
      ['Sở Lâm nghiệp', 'submitted', 'Sở'],
      ['Sở Thủy sản', 'submitted', 'Sở'],
      ['Sở Vắng mặt', 'missing', 'Sở'],
    ]);
    expect(batch.flags.map(({ rule, agency }) => [rule, agency])).toEqual([['batch/missing-agency', 'Sở Vắng mặt']]);
    expect(batch.lookFirst[0]).toMatchObject({ agency: 'Sở Lâm nghiệp', evidence: expect.any(Number) });
    const points = batch.lookFirst.map((claim) => claim.points);
    expect(points).toEqual([...points].sort((left, right) => right - left));
    await audit('second', '--agencies', at('list.csv'));
    const again = await batchIn('second');
    expect([again.flags, again.lookFirst]).toEqual([batch.flags, batch.lookFirst]);
  }, 180_000);

  it('reads an earlier round beside this one: texts and plans that are the same', async () => {
    const { status } = await audit('beside', '--earlier', at('first'));
    expect(status).toBe(0);
    const rules = (await batchIn('beside')).flags.map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set(['batch/last-year-text', 'batch/last-year-number']));
  }, 180_000);

  it('names a file that may be of two agencies, and takes the list’s word for whose it is', async () => {
    await mkdir(at('doubtful', 'Sở Vắng mặt'), { recursive: true });
    await copyFile(path.join(reports, '01-so-thuy-san.pdf'), at('doubtful', 'Sở Vắng mặt', 'bao-cao.pdf'));
    const run = async (out: string, file: string) => {
      await writeFile(at(`${out}.csv`), `Tên cơ quan;Tệp nộp\nSở Thủy sản;${file}\nSở Vắng mặt;\n`);
      const options = ['--out', at(out), '--data', at('data'), '--agencies', at(`${out}.csv`)];
      const { stdout } = await soat(['audit', at('doubtful'), ...options]);
      const { agencies, flags } = await batchIn(out);
      return {
        stdout,
        agencies: agencies.filter(({ listed }) => listed).map(({ name, status, doubtful }) => [name, status, doubtful]),
        flags: flags.map(({ outcome, agency }) => [outcome, agency]),
      };
    };
    const file = 'Sở Vắng mặt/bao-cao.pdf';
    const asked = await run('asked', '');
    expect(asked.agencies).toEqual([
      ['Sở Thủy sản', 'missing', [file]],
      ['Sở Vắng mặt', 'missing', [file]],
    ]);
    expect(asked.flags).toEqual([
      ['cannot-judge', 'Sở Thủy sản'],
      ['cannot-judge', 'Sở Vắng mặt'],
    ]);
    for (const told of [file, 'Tệp nộp']) expect(asked.stdout).toContain(told);
    const confirmed = await run('confirmed', 'Sở Vắng mặt');
    expect(confirmed.agencies).toEqual([
      ['Sở Thủy sản', 'submitted', []],
      ['Sở Vắng mặt', 'missing', []],
    ]);
    expect(confirmed.flags).toEqual([['fail', 'Sở Vắng mặt']]);
    expect(confirmed.stdout).not.toContain('Tệp nộp');
  }, 180_000);

  it.each([
    ['a list that is none', ['--agencies', path.join(reports, '01-so-thuy-san.pdf')], 'agencies-unreadable'],
    ['an earlier round that is none', ['--earlier', reports], 'path-not-found'],
  ])(
    'ends with 2 for %s',
    async (_, options, code) => {
      const { status, stderr } = await audit('none', ...options);
      expect([status, stderr]).toEqual([2, expect.stringContaining(code)]);
    },
    180_000,
  );
});
