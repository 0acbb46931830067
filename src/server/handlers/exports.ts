import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ReviewOf } from '../../export/memo/memosOf.js';
import type { DrawPages } from '../../export/PagePicture.js';
import type { RoundRecord } from '../../export/RoundRecord.js';
import { resultFile } from '../../export/resultNames.js';
import type { Part } from '../../export/writeRound.js';
import { SoatError } from '../../model/errors.js';
import type { SqlPool } from '../../store/sql.js';
import { type exportRoutes, mediaTypes } from '../api/exports.js';
import { personOf } from '../http/Caller.js';
import type { Handlers } from '../http/Handler.js';
import { filesOfRound } from '../records/filesOfRound.js';
import { loadRound } from '../records/loadRound.js';
import { readReview } from '../records/readReview.js';
import type { Service } from '../Service.js';

/** What a format of a round is made of, and the file that holds it. */
const roundFiles: Readonly<Record<'xlsx' | 'csv' | 'json', readonly [Part, string]>> = {
  xlsx: ['xlsx', 'audit.xlsx'],
  csv: ['csv', 'findings.csv'],
  json: ['batch', 'batch.json'],
};

export function exportHandlers(service: Service): Handlers<keyof typeof exportRoutes> {
  const { store, rounds, filings, pictures, uploadFolder } = service;
  // A picture shows every name.
  const drawUnless =
    (mask: boolean): DrawPages =>
    async (document, pages) =>
      mask ? new Map() : pictures.draw(document, pages);

  return {
    exportRound: async ({ params, query: { format, language, mask }, caller }) => {
      const { name } = await rounds.known(params.id);
      const loaded = await loadRound(store.pool, { round: params.id, language }, personOf(caller));
      const record = await maskedIf(mask, loaded);
      const making = { record, drawPages: drawUnless(mask), scratch: uploadFolder };
      const content = async () => {
        if (format !== 'zip') return made(...roundFiles[format], making);
        const { zipRound } = await import('../../export/zipRound.js');
        const reviewOf = await reviewsOf(store.pool, params.id);
        return zipRound({ ...making, reviewOf, workbook: () => made(...roundFiles.xlsx, making) });
      };
      return { mediaType: mediaTypes[format], content: await content(), name: `${name}.${format}` };
    },

    exportDocument: async ({ params, query: { format, language, mask }, caller }) => {
      const person = personOf(caller);
      const { id, round, duplicateOf } = await filings.find(params.id, person);
      const filing = duplicateOf ?? id;
      const loaded = await loadRound(store.pool, { round, filing, language }, person);
      const record = await maskedIf(mask, loaded);
      const document = await firstOf(record);
      const name = `${path.posix.basename(document.source.file)}.${format}`;
      const content = async () => {
        if (format === 'json') return Buffer.from(`${JSON.stringify(document, null, 1)}\n`);
        if (format === 'docx') {
          const { memoOf } = await import('../../export/memo/memoOf.js');
          return memoOf(record, document, await readReview(store.pool, filing));
        }
        const page = resultFile(document.source.file, '.html');
        return made('html', page, { record, drawPages: drawUnless(mask), scratch: uploadFolder });
      };
      return { mediaType: mediaTypes[format], content: await content(), name };
    },
  };
}

async function maskedIf(mask: boolean, record: RoundRecord): Promise<RoundRecord> {
  if (!mask) return record;
  const { maskedRecord } = await import('../../export/maskedRecord.js');
  return maskedRecord(record);
}

/** What people decided, by the name that a document has in its round. */
async function reviewsOf(pool: SqlPool, round: number): Promise<ReviewOf> {
  const ids = new Map((await filesOfRound(pool, round)).map(({ id, file }) => [file, id]));
  return async (file) => readReview(pool, ids.get(file) ?? 0);
}

async function firstOf({ documents }: RoundRecord) {
  for await (const document of documents()) return document;
  throw new SoatError('not-found');
}

interface Making {
  readonly record: RoundRecord;
  readonly drawPages: DrawPages;
  readonly scratch: string;
}

/** One file of a round, made in a passing folder. */
async function made(part: Part, file: string, { record, drawPages, scratch }: Making): Promise<Buffer> {
  const folder = path.join(scratch, randomUUID());
  // Loading exceljs takes half a second, which the start should not wait for.
  const { writeRound } = await import('../../export/writeRound.js');
  try {
    await mkdir(folder, { recursive: true });
    await writeRound(folder, record, drawPages, [part]);
    return await readFile(path.join(folder, file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
