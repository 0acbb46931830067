import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import JSZip from 'jszip';
import { SoatError } from '../model/errors.js';
import { indexPage } from './html/indexPage.js';
import { mostPictureBytes, pageFile } from './html/writePages.js';
import { memosOf, type ReviewOf } from './memo/memosOf.js';
import type { OutputFile } from './OutputFile.js';
import type { DrawPages } from './PagePicture.js';
import type { RoundRecord } from './RoundRecord.js';
import { resultFile } from './resultNames.js';
import { summariesOf } from './summarise.js';

/** The format counts files in 16 bits and their bytes in 32. */
const mostFiles = 65_000;
const mostBytes = 4_000_000_000;
/** Of all pages together, so that a round of a thousand reports stays below that. */
const allPictureBytes = 2_000_000_000;
/** Bytes compressed at once: others are served between two pieces. */
const piece = 256 * 1024;

interface Packing {
  readonly record: RoundRecord;
  readonly drawPages: DrawPages;
  readonly reviewOf: ReviewOf;
  /** The round's workbook, whose links lead to the pages beside it. */
  readonly workbook: () => Promise<Uint8Array>;
}

/**
 * A whole round in one ZIP: workbook, offline pages and appraisal memos. Each file is made when its turn comes, so that
 * one is held in memory at a time; a file that cannot be made breaks the stream off.
 * @throws SoatError `too-large` for more files than a ZIP holds
 */
export async function zipRound(packing: Packing): Promise<Readable> {
  const names = await namesIn(packing.record);
  if (names.length > mostFiles) throw new SoatError('too-large', `${names.length}`);
  const files = withinBytes(filesOf(packing));
  const zip = new JSZip();
  // The library opens one entry after another, in the order in which they were added.
  for (const name of names) zip.file(name, Readable.from(nextOf(files, name)), { createFolders: false });
  const stream = zip.generateNodeStream({
    streamFiles: true,
    compression: 'DEFLATE',
    compressionOptions: { level: 1 },
  });
  return new Readable().wrap(stream);
}

async function namesIn({ batch, documents }: RoundRecord): Promise<readonly string[]> {
  const reports = new Set(batch.agencies.map(({ report }) => report));
  const names = ['index.html', 'audit.xlsx'];
  for await (const { source } of documents()) {
    names.push(resultFile(source.file, '.html'));
    if (reports.has(source.file)) names.push(resultFile(source.file, '.docx'));
  }
  return names;
}

async function* filesOf({ record, drawPages, reviewOf, workbook }: Packing): AsyncGenerator<OutputFile> {
  const summaries = await summariesOf(record);
  const { complete, partial, failed } = record.batch.counts;
  const pictureBytes = Math.min(mostPictureBytes, allPictureBytes / Math.max(1, complete + partial + failed));
  yield { name: 'index.html', content: indexPage(record, summaries) };
  yield { name: 'audit.xlsx', content: await workbook() };
  for await (const document of record.documents()) {
    yield await pageFile(record, document, drawPages, pictureBytes);
    yield* await memosOf(record, document, reviewOf);
  }
}

async function* withinBytes(files: AsyncIterable<OutputFile>): AsyncGenerator<OutputFile, undefined> {
  let bytes = 0;
  for await (const file of files) {
    bytes += Buffer.byteLength(file.content);
    if (bytes > mostBytes) throw new SoatError('too-large', `${bytes}`);
    yield file;
  }
}

/** The file whose turn it is, in pieces. */
async function* nextOf(files: AsyncGenerator<OutputFile, undefined>, name: string): AsyncGenerator<Buffer> {
  const { value: file } = await files.next();
  if (file?.name !== name) throw new SoatError('internal', name);
  const content = Buffer.from(file.content);
  for (let at = 0; at < content.length; at += piece) {
    yield content.subarray(at, at + piece);
    await setImmediate();
  }
}
