import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf, flagOf } from '../../test/support/document.js';
import { batchFlagOf, recordOf } from '../../test/support/round.js';
import { batchSchema } from '../model/batch.js';
import type { Submission } from '../model/submission.js';
import { writeRound } from './writeRound.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const drawNothing = async () => new Map();
const parts = ['batch', 'csv'] as const;
const written = (name: string) => readFile(path.join(folder, name), 'utf8');

const named = (file: string) => ({ source: { file, sha256: '', bytes: 1, pages: 1 } });

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
    await writeRound(folder, recordOf([documentOf(), flagged, failed], { duplicates: 1 }), drawNothing, parts);
    const batch = batchSchema.parse(JSON.parse(await written('batch.json')));
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
    await writeRound(folder, recordOf(documents, { submissions }), drawNothing, parts);
    const batch = batchSchema.parse(JSON.parse(await written('batch.json')));
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
    await writeRound(folder, recordOf([documentOf({ flags: [flag] })]), drawNothing, parts);
    expect((await written('findings.csv')).split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFagency,file,severity,rule,subject,page,message,quotation,confidence,outcome,fingerprint',
      `Sở Mẫu,bao-cao.pdf,error,score/total-mismatch,document,3,"'=1+1, ""x""",'6/20,1,fail,f0`,
    ]);
  });

  it('writes flags between agencies behind those of the reports, with the file that is quoted', async () => {
    await writeRound(
      folder,
      recordOf([documentOf({ flags: [flagOf()] })], { flags: [batchFlagOf()] }),
      drawNothing,
      parts,
    );
    const rows = (await written('findings.csv')).trimEnd().split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[2]).toMatch(/^Sở Mẫu,bao-cao\.pdf,warning,batch\/copied-text,criterion:B\.1,1,/);
  });
});
