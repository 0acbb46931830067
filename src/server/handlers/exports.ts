import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { findingsCsv } from '../../export/findingsCsv.js';
import type { RoundRecord } from '../../export/RoundRecord.js';
import { summariesOf } from '../../export/summarise.js';
import { writeWorkbook } from '../../export/workbook/writeWorkbook.js';
import { type exportRoutes, mediaTypes } from '../api/exports.js';
import { personOf } from '../http/Caller.js';
import type { FileAnswer, Handlers } from '../http/Handler.js';
import { loadRound } from '../records/loadRound.js';
import type { Service } from '../Service.js';

export function exportHandlers(service: Service): Handlers<keyof typeof exportRoutes> {
  const { store, rounds, filings, uploadFolder } = service;
  return {
    exportRound: async ({ params, query, caller }) => {
      const { name } = await rounds.find(params.id);
      const record = await loadRound(store.pool, params.id, query.language, personOf(caller));
      const content = await roundAs[query.format](record, uploadFolder);
      return { mediaType: mediaTypes[query.format], content, name: `${name}.${query.format}` };
    },

    exportDocument: async ({ params, query, caller }) => {
      const document = await filings.result(params.id, personOf(caller));
      const content = Buffer.from(`${JSON.stringify(document, null, 1)}\n`);
      const name = `${path.posix.basename(document.source.file)}.${query.format}`;
      return { mediaType: mediaTypes[query.format], content, name };
    },
  };
}

type Make = (record: RoundRecord, scratch: string) => Promise<FileAnswer['content']>;

const roundAs: Readonly<Record<'xlsx' | 'csv' | 'json', Make>> = {
  json: async ({ batch }) => Buffer.from(`${JSON.stringify(batch, null, 1)}\n`),
  csv: async (record) => Readable.from(findingsCsv(record)),
  xlsx: async (record, scratch) => {
    const folder = path.join(scratch, randomUUID());
    const file = path.join(folder, 'round.xlsx');
    try {
      await mkdir(folder, { recursive: true });
      await writeWorkbook(file, record, await summariesOf(record));
      return await readFile(file);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
