import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blankPdf } from '../../test/support/blankPdf.js';
import { scratchFolder } from '../../test/support/dataFolder.js';
import { faultyThread } from '../../test/support/faultyThread.js';
import { documentSchema, type SoatDocument } from '../model/document.js';
import { openDataFolder } from '../store/openDataFolder.js';
import type { Store } from '../store/Store.js';
import { type AuditResult, auditInFolder, type FolderAuditOptions } from './auditInFolder.js';
import type { AuditProgress } from './ProgressCount.js';
import { runAudit } from './runAudit.js';

interface Input {
  readonly absolute: string;
  readonly relativeName: string;
  readonly place: number;
}
type Options = Partial<FolderAuditOptions<Input>>;

let root: string;
let removeRoot: () => Promise<void>;
let data: Store;
/** The test's own folder, with its files and its plan. */
let folder: string;

beforeAll(async () => {
  ({ folder: root, remove: removeRoot } = await scratchFolder());
  data = await openDataFolder(path.join(root, 'data'));
});
afterAll(async () => {
  await data.close();
  await removeRoot();
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(root, 'test-'));
  process.env.SOAT_TEST_FOLDER = folder;
});

const at = (name: string) => path.join(folder, name);
const plan = (faults: object) => writeFileSync(at('plan.json'), JSON.stringify(faults));
/** Writes a report that no other test has. */
const report = (name: string, pages = 3) => writeFileSync(at(name), blankPdf(pages, at(name)));

function options(names: readonly string[], more: Options = {}): FolderAuditOptions<Input> {
  return {
    inputs: names.map((name, place) => ({ absolute: at(name), relativeName: name, place })),
    pipeline: 'pctn-2023',
    jobs: 2,
    threads: { entry: faultyThread, limit: 5_000 },
    ...more,
  };
}

function audit(names: readonly string[], more: Options = {}): Promise<SoatDocument[]> {
  return inOrder(auditInFolder(data, options(names, more)));
}

/** Results in the order of the inputs; each is checked against the schema. */
async function inOrder(results: AsyncIterable<AuditResult<Input>>): Promise<SoatDocument[]> {
  const documents: SoatDocument[] = [];
  for await (const { input, document } of results) documents[input.place] = documentSchema.parse(document);
  return documents;
}

/** The pages begun since the last call, in rising order. */
function pagesBegun(): number[] {
  try {
    return readFileSync(at('pages.log'), 'utf8').trim().split('\n').map(Number).sort();
  } catch {
    return [];
  } finally {
    rmSync(at('pages.log'), { force: true });
  }
}

describe('an audit', () => {
  it('gives every file its document, with every page in its place', async () => {
    report('a.pdf', 3);
    report('b.pdf', 2);
    const [a, b] = await audit(['a.pdf', 'b.pdf']);
    expect(a).toMatchObject({ status: 'complete', pipeline: 'pctn-2023', source: { file: 'a.pdf', pages: 3 } });
    expect(a?.pages.map(({ number, origin }) => [number, origin])).toEqual([
      [1, 'ocr'],
      [2, 'ocr'],
      [3, 'ocr'],
    ]);
    expect(b?.pages).toHaveLength(2);
  });

  it('reads no page a second time, and says the same', async () => {
    report('a.pdf');
    const first = await audit(['a.pdf']);
    expect(pagesBegun()).toEqual([1, 2, 3]);
    expect(await audit(['a.pdf'])).toEqual(first);
    expect(pagesBegun()).toEqual([]);
  });

  it('analyses anew for another pipeline, without reading', async () => {
    report('a.pdf');
    await audit(['a.pdf']);
    pagesBegun();
    const [again] = await audit(['a.pdf'], { pipeline: 'pctn-2022' });
    expect(again).toMatchObject({ pipeline: 'pctn-2022', status: 'complete' });
    expect(pagesBegun()).toEqual([]);
  });

  it('reads equal files once and reports each under its name', async () => {
    report('a.pdf');
    copyFileSync(at('a.pdf'), at('copy.pdf'));
    report('b.pdf', 1);
    const documents = await audit(['a.pdf', 'copy.pdf', 'b.pdf', 'a.pdf']);
    expect(documents.map(({ source }) => source.file)).toEqual(['a.pdf', 'copy.pdf', 'b.pdf', 'a.pdf']);
    expect(documents[1]?.source.sha256).toBe(documents[0]?.source.sha256);
    expect(pagesBegun()).toEqual([1, 1, 2, 3]);
  });

  it('keeps a document with a page that hangs or kills its thread twice, and names those pages', async () => {
    report('a.pdf', 4);
    plan({ 2: 'hang', 3: 'die' });
    const [a] = await audit(['a.pdf']);
    expect(a?.status).toBe('partial');
    expect(a?.errors.map(({ code, page, retryable }) => [code, page, retryable])).toEqual([
      ['page-timeout', 2, true],
      ['engine-crashed', 3, true],
    ]);
    expect(a?.pages.map(({ origin }) => origin)).toEqual(['ocr', 'failed', 'failed', 'ocr']);
    expect(pagesBegun()).toEqual([1, 2, 2, 3, 3, 4]);
  });

  it('heals a page whose second try is good', async () => {
    report('a.pdf');
    plan({ 2: 'die-once' });
    const [a] = await audit(['a.pdf']);
    expect(a).toMatchObject({ status: 'complete', errors: [] });
  });

  it('tries a failed page again in the next run only where that can help', async () => {
    report('a.pdf');
    plan({ 1: 'fail', 2: 'die' });
    await audit(['a.pdf']);
    expect(pagesBegun()).toEqual([1, 2, 2, 3]);
    plan({});
    const [a] = await audit(['a.pdf']);
    expect(pagesBegun()).toEqual([2]);
    expect(a?.errors).toMatchObject([{ code: 'page-unreadable', page: 1 }]);
    expect(a?.pages[1]?.origin).toBe('ocr');
  });

  it('fails a file that is none, and one that is gone, and reads the others', async () => {
    writeFileSync(at('note.pdf'), 'no PDF');
    writeFileSync(at('cut.pdf'), blankPdf(3).subarray(0, 300));
    report('a.pdf');
    const documents = await audit(['note.pdf', 'cut.pdf', 'gone.pdf', 'a.pdf']);
    expect(documents.map(({ status, errors }) => [status, errors[0]?.code])).toEqual([
      ['failed', 'not-a-document'],
      ['failed', 'truncated'],
      ['failed', 'unreadable-file'],
      ['complete', undefined],
    ]);
  });

  it('ends with the reason where the machine lacks something, and blames no file', async () => {
    report('a.pdf');
    plan({ 2: 'lack' });
    await expect(audit(['a.pdf'])).rejects.toMatchObject({ code: 'model-missing' });
    plan({});
    expect((await audit(['a.pdf']))[0]?.status).toBe('complete');
  });

  it('tells its progress: pages rise to their total, kept ones counted', async () => {
    report('a.pdf', 3);
    report('b.pdf', 2);
    const told: AuditProgress[] = [];
    await audit(['a.pdf']);
    await audit(['a.pdf', 'b.pdf'], { onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toMatchObject({ documents: { done: 2, total: 2 }, pages: { done: 5, total: 5 } });
    expect(told.at(-1)?.pagesPerMinute).toBeGreaterThan(0);
    const done = told.map(({ pages }) => pages.done);
    expect(done).toEqual(done.toSorted((left, right) => left - right));
  });

  it('keeps the pages read before it was aborted', async () => {
    report('a.pdf', 6);
    plan({ pause: 100 });
    const abortion = new AbortController();
    const aborted = audit(['a.pdf'], {
      signal: abortion.signal,
      jobs: 1,
      onProgress: ({ pages }) => {
        if (pages.done === 2) abortion.abort();
      },
    });
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    const begun = pagesBegun();
    const [a] = await audit(['a.pdf']);
    expect(a).toMatchObject({ status: 'complete', errors: [] });
    expect(pagesBegun()).not.toContain(begun[0]);
  });

  it('can be left early and taken up again', async () => {
    report('a.pdf', 1);
    report('b.pdf', 6);
    plan({ pause: 100 });
    for await (const { document } of auditInFolder(data, options(['a.pdf', 'b.pdf']))) {
      expect(document.source.file).toBe('a.pdf');
      break;
    }
    expect(await audit(['a.pdf', 'b.pdf'])).toHaveLength(2);
  });
});

describe('an audit with a data folder of its own', () => {
  it('creates the folder, and keeps another audit out until it is done', async () => {
    report('a.pdf', 1);
    const own = { ...options(['a.pdf']), dataFolder: at('data') };
    const results = runAudit(own);
    const first = await results.next();
    expect(first.value).toMatchObject({ document: { status: 'complete' } });
    await expect(inOrder(runAudit(own))).rejects.toMatchObject({ code: 'data-folder-in-use' });
    await results.return();
    expect(await inOrder(runAudit(own))).toHaveLength(1);
    expect(pagesBegun()).toEqual([1]);
  }, 90_000);

  it('refuses a pipeline that does not exist before it touches the folder', async () => {
    const refused = runAudit({ ...options(['a.pdf'], { pipeline: 'pctn-1999' }), dataFolder: at('data') });
    await expect(inOrder(refused)).rejects.toMatchObject({ code: 'pipeline-not-found' });
    expect(existsSync(at('data'))).toBe(false);
  });
});
