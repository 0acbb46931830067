import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPdf } from '../support/reportPdf.js';
import { soat } from '../support/soat.js';

let folder: string;
const at = (...names: string[]) => path.join(folder, ...names);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-backup-'));
  await writeFile(at('bao-cao.pdf'), reportPdf({ total: 'Tổng điểm tự đánh giá: 97/100 điểm.' }));
  expect((await soat(['audit', at('bao-cao.pdf'), '--out', at('out'), '--data', at('data')])).status).toBe(0);
  expect((await soat(['backup', at('saved'), '--data', at('data')])).status).toBe(0);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a backup', () => {
  it('brings back what gives the same results without a page being read', async () => {
    expect((await soat(['restore', at('saved'), '--data', at('restored')])).status).toBe(0);
    await soat(['export', '--data', at('restored'), '--out', at('exported'), '--format', 'json']);
    const audited = await soat(['audit', at('bao-cao.pdf'), '--out', at('again'), '--data', at('restored')]);
    expect(audited.stdout).toContain('So với lần chạy trước: 0 mới');
    const written = await readFile(at('out', 'documents', 'bao-cao.pdf.json'), 'utf8');
    for (const out of ['exported', 'again']) {
      expect(await readFile(at(out, 'documents', 'bao-cao.pdf.json'), 'utf8')).toBe(written);
    }
  });

  it('made again into the same folder holds the newest state alone', async () => {
    expect((await soat(['backup', at('saved'), '--data', at('data')])).status).toBe(0);
    expect((await readdir(at('saved'))).sort()).toEqual([
      'last-round.jsonl.gz',
      'originals',
      'soat-backup.json',
      expect.stringMatching(/^tables-/),
    ]);
  });

  it('that is damaged is refused, and nothing of it is brought back', async () => {
    const [tables = ''] = (await readdir(at('saved'))).filter((name) => name.startsWith('tables-'));
    await appendFile(at('saved', tables, 'stage_result.jsonl.gz'), 'x');
    const { status, stderr } = await soat(['restore', at('saved'), '--data', at('damaged')]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('backup-unusable')]);
    const { stdout } = await soat(['status', '--json', '--data', at('damaged')]);
    expect(JSON.parse(stdout)).toMatchObject({ rounds: [], lastAudit: null });
  });

  it('is none where there is only a folder', async () => {
    const { status, stderr } = await soat(['restore', at('out'), '--data', at('nothing')]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('backup-unusable')]);
  });
});
