import { copyFile, cp, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchSchema } from '../../src/model/batch.js';
import { documentSchema } from '../../src/model/document.js';
import { packageRoot } from '../../src/pipeline/packageRoot.js';
import { scratchFolder } from '../support/dataFolder.js';
import { soat } from '../support/soat.js';

const submissions = path.join(packageRoot, 'fixtures', 'submissions');
const report = 'so-thuy-san/tai-lieu-01.pdf';
/** Milliseconds for reading eleven files, one of them a scan, on a busy machine. */
const patience = 240_000;

let root: string;
let removeRoot: () => Promise<void>;
const at = (...names: string[]) => path.join(root, ...names);

beforeAll(async () => {
  ({ folder: root, remove: removeRoot } = await scratchFolder());
  await cp(path.join(submissions, 'so-thuy-san'), at('vong', 'so-thuy-san'), { recursive: true });
});
afterAll(() => removeRoot());

const audit = (out: string) => soat(['audit', at('vong'), '--out', at(out), '--data', at('data')]);

async function documentIn(out: string, name: string) {
  return documentSchema.parse(JSON.parse(await readFile(at(out, 'documents', `${name}.json`), 'utf8')));
}

describe('soat audit of a submission', { timeout: patience }, () => {
  it('tells the report from its attachments and asks for what is missing or says otherwise', async () => {
    expect(await audit('first')).toMatchObject({ status: 0 });
    const truth = JSON.parse(await readFile(path.join(submissions, 'so-thuy-san.truth.json'), 'utf8'));
    const { submitted, flags, role } = await documentIn('first', report);
    expect(role).toBe('report');
    const found = submitted.map(({ document, result, file }) => [
      document,
      result,
      file === null ? null : file.replace('so-thuy-san/', ''),
    ]);
    expect(new Map(found.map(([document, ...rest]) => [document, rest]))).toEqual(
      new Map(truth.submitted.map((one: Record<string, string>) => [one.document, [one.result, one.file]])),
    );
    const asked = flags.filter(({ rule }) => rule === 'evidence/not-submitted');
    expect(asked.map(({ subject, outcome }) => [subject, outcome]).sort()).toEqual(
      truth.flags.map(({ subject }: { subject: string }) => [subject, 'fail']).sort(),
    );
  });

  it('writes every attachment, read and identified, and asks nothing of it', async () => {
    const batch = batchSchema.parse(JSON.parse(await readFile(at('first', 'batch.json'), 'utf8')));
    expect(batch.agencies).toMatchObject([{ name: 'Sở Thủy sản', status: 'submitted', report }]);
    expect(batch.agencies[0]?.attachments).toHaveLength(10);
    for (const name of batch.agencies[0]?.attachments ?? []) {
      const { role, papers, flags } = await documentIn('first', name);
      expect([role, papers.length > 0, flags]).toEqual(['attachment', true, []]);
    }
  });

  it('reads nothing again when an attachment comes in, and analyses the report anew', async () => {
    const first = await documentIn('first', report);
    const missing = first.flags.find(({ message }) => message.en.includes('not among the attachments'));
    expect(missing).toBeDefined();
    await mkdir(at('vong', 'so-thuy-san', 'bo-sung'), { recursive: true });
    await copyFile(
      path.join(packageRoot, 'fixtures', 'bad', 'rong.pdf'),
      at('vong', 'so-thuy-san', 'bo-sung', 'a.pdf'),
    );
    const { status, stderr } = await audit('second');
    expect(status).toBe(3);
    expect(stderr).not.toContain('trang/phút');
    const second = await documentIn('second', report);
    const again = second.flags.find(({ fingerprint }) => fingerprint === missing?.fingerprint);
    // What could not be opened may be the document.
    expect(again).toMatchObject({ outcome: 'cannot-judge', reason: 'page-unread' });
  });
});
