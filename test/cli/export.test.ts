import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepLastRound } from '../../src/store/lastRound.js';
import { documentOf, flagOf } from '../support/document.js';
import { recordOf } from '../support/round.js';
import { soat } from '../support/soat.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-cli-'));
  const signer = { role: 'GIÁM ĐỐC', name: 'Lương Thế Đức' };
  const evidence = [{ text: 'ký thay Lương Thế Đức', page: 1, boxes: [] }];
  const document = documentOf({ report: { ...documentOf().report, signer }, flags: [flagOf({ evidence })] });
  const { batch, documents } = recordOf([document]);
  await keepLastRound(at('data'), {
    pipeline: null,
    batch,
    documents: async function* () {
      yield* documents();
    },
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (...names: string[]) => path.join(folder, ...names);
const exported = (...options: string[]) => soat(['export', '--data', at('data'), '--out', at('out'), ...options]);

async function filesIn(output: string): Promise<readonly string[]> {
  const entries = await readdir(output, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(output, path.join(entry.parentPath, entry.name)))
    .sort();
}

describe('soat export', () => {
  it('makes every file of the last round', async () => {
    const told = 'Đang ghi trang HTML: 1/1 tệp · 0 ảnh trang\n';
    expect(await exported()).toMatchObject({ status: 0, stderr: told });
    expect(await filesIn(at('out'))).toEqual([
      'audit.xlsx',
      'batch.json',
      'documents/bao-cao.pdf.docx',
      'documents/bao-cao.pdf.html',
      'documents/bao-cao.pdf.json',
      'findings.csv',
      'index.html',
    ]);
  });

  it.each([
    ['xlsx', ['audit.xlsx']],
    ['docx', ['documents/bao-cao.pdf.docx']],
    ['html', ['documents/bao-cao.pdf.html', 'index.html']],
    ['csv', ['findings.csv']],
    ['json', ['batch.json', 'documents/bao-cao.pdf.json']],
  ])('makes only %s where that is asked for', async (format, files) => {
    expect(await exported('--format', format)).toMatchObject({ status: 0 });
    expect(await filesIn(at('out'))).toEqual(files);
  });

  it('masks names where asked, and says what it could not mask', async () => {
    const { stdout } = await exported('--format', 'csv', '--mask-names');
    expect(stdout).toContain('Đề nghị xem lại trước khi gửi');
    expect(await readFile(at('out', 'findings.csv'), 'utf8')).toContain('ký thay [đã che tên]');
  });

  it('ends with 2 and says what to do where no round is kept', async () => {
    const { status, stderr } = await soat(['export', '--data', at('none'), '--out', at('out')]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('soat audit')]);
  });
});
