import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf, flagOf } from '../../test/support/document.js';
import { batchSchema } from '../model/batch.js';
import type { Submission } from '../model/submission.js';
import { writeDocument, writeRound } from './writeRound.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const round = (documents: Parameters<typeof writeRound>[1]['documents'], duplicates = 0) => ({
  pipeline: 'pctn-2023',
  startedAt: new Date('2024-04-01T01:00:00Z'),
  finishedAt: new Date('2024-04-01T01:05:00Z'),
  documents,
  submissions: documents.map(({ source }) => alone(source.file)),
  duplicates,
});

const alone = (file: string): Submission => ({ name: file, report: file, attachments: [], problem: null });
const named = (file: string) => ({ source: { file, sha256: '', bytes: 1, pages: 1 } });

describe('writeDocument', () => {
  it('keeps sub-folders and adds .json to the whole name', async () => {
    const source = { file: 'so-a/báo cáo.pdf', sha256: '', bytes: 1, pages: 1 };
    await writeDocument(folder, documentOf({ source }));
    const written = JSON.parse(await readFile(path.join(folder, 'documents/so-a/báo cáo.pdf.json'), 'utf8'));
    expect(written.source).toEqual(source);
  });

  it('cuts a name that leaves no room for .json, and keeps two such names apart', async () => {
    const long = 'Báo cáo tự đánh giá công tác phòng, chống tham nhũng '.repeat(4).slice(0, 200);
    for (const file of [`${long}1.pdf`, `${long}2.pdf`]) {
      await writeDocument(folder, documentOf({ source: { file: `so-a/${file}`, sha256: '', bytes: 1, pages: 1 } }));
    }
    const names = await readdir(path.join(folder, 'documents/so-a'));
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^Báo cáo tự đánh giá .*~[0-9a-f]{8}\.json$/);
  });

  it('refuses to write what the schema does not allow', async () => {
    const broken = documentOf({ flags: [flagOf({ confidence: 2 })] });
    await expect(writeDocument(folder, broken)).rejects.toThrow(/confidence/);
  });

  it('says that the output cannot be written', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await expect(writeDocument(file, documentOf())).rejects.toMatchObject({ code: 'output-unwritable' });
  });
});

describe('writeRound', () => {
  it('counts documents by status and names what failed and why', async () => {
    const failed = documentOf({
      source: { file: 'khoa.pdf', sha256: '', bytes: 1, pages: 0 },
      status: 'failed',
      errors: [{ code: 'encrypted', message: 'Tệp có mật khẩu.', retryable: false }],
    });
    const flagged = documentOf({
      ...named('b.pdf'),
      flags: [flagOf(), flagOf({ outcome: 'cannot-judge' })],
      status: 'partial',
    });
    await writeRound(folder, round([documentOf(), flagged, failed], 1), 'vi');
    const batch = batchSchema.parse(JSON.parse(await readFile(path.join(folder, 'batch.json'), 'utf8')));
    expect(batch.counts).toEqual({ complete: 1, partial: 1, failed: 1, duplicate: 1 });
    expect(batch.agencies.map(({ flags }) => flags.error)).toEqual([0, 1]);
    expect(batch.agencies[0]).toMatchObject({ name: 'Sở Mẫu', abbreviation: 'SM', report: 'bao-cao.pdf' });
    expect(batch.failures).toEqual([
      { file: 'khoa.pdf', code: 'encrypted', message: 'Tệp có mật khẩu.', retryable: false },
    ]);
  });

  it('gives an agency its attachments, and tells a folder without a report and one with two', async () => {
    const files = ['so-a/bao-cao.pdf', 'so-a/kh.pdf', 'so-b/kh.pdf', 'so-c/1.pdf', 'so-c/2.pdf'];
    const submissions: readonly Submission[] = [
      { name: 'so-a', report: 'so-a/bao-cao.pdf', attachments: ['so-a/kh.pdf'], problem: null },
      { name: 'so-b', report: null, attachments: ['so-b/kh.pdf'], problem: 'no-report' },
      { name: 'so-c', report: null, attachments: ['so-c/1.pdf', 'so-c/2.pdf'], problem: 'several-reports' },
    ];
    const documents = files.map((file) => documentOf(named(file)));
    await writeRound(folder, { ...round(documents), submissions }, 'vi');
    const batch = batchSchema.parse(JSON.parse(await readFile(path.join(folder, 'batch.json'), 'utf8')));
    expect(batch.agencies.map(({ report, attachments, status }) => [report, attachments, status])).toEqual([
      ['so-a/bao-cao.pdf', ['so-a/kh.pdf'], 'submitted'],
      [null, ['so-b/kh.pdf'], 'missing'],
      [null, ['so-c/1.pdf', 'so-c/2.pdf'], 'double'],
    ]);
    expect(batch.failures.map(({ file, code }) => [file, code])).toEqual([
      ['so-b', 'no-report'],
      ['so-c', 'several-reports'],
    ]);
  });

  it('writes flags as rows that a spreadsheet takes as text, behind a byte order mark', async () => {
    const flag = flagOf({ evidence: [{ text: '6/20', page: 3, boxes: [] }], message: { vi: '=1+1, "x"', en: 'x' } });
    await writeRound(folder, round([documentOf({ flags: [flag] })]), 'vi');
    const csv = await readFile(path.join(folder, 'findings.csv'), 'utf8');
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFagency,file,severity,rule,subject,page,message,quotation,confidence,outcome,fingerprint',
      `Sở Mẫu,bao-cao.pdf,error,score/total-mismatch,document,3,"'=1+1, ""x""",'6/20,1,fail,f0`,
    ]);
  });
});
