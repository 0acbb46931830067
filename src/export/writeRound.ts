import { writeFile } from 'node:fs/promises';
import { batchSchema } from '../model/batch.js';
import { findingsCsv } from './findingsCsv.js';
import { writePages } from './html/writePages.js';
import { memosOf } from './memo/memosOf.js';
import { finishOutput, writeDocument, writeOutput } from './outputFolder.js';
import type { DrawPages } from './PagePicture.js';
import type { RoundRecord } from './RoundRecord.js';
import { summariesOf } from './summarise.js';
import { writeWorkbook } from './workbook/writeWorkbook.js';

type Write = (output: string, record: RoundRecord, drawPages: DrawPages) => Promise<void>;

/** What a round can leave, each part from the records alone. */
const parts = {
  batch: (output, { batch }) =>
    writeOutput(output, 'batch.json', `${JSON.stringify(batchSchema.parse(batch), null, 1)}\n`),
  documents: async (output, record) => {
    for await (const document of record.documents()) await writeDocument(output, document);
  },
  csv: (output, record) => finishOutput(output, 'findings.csv', (draft) => writeFile(draft, findingsCsv(record))),
  xlsx: async (output, record) => {
    const summaries = await summariesOf(record);
    await finishOutput(output, 'audit.xlsx', (draft) => writeWorkbook(draft, record, summaries));
  },
  html: async (output, record, drawPages) => writePages(output, record, await summariesOf(record), drawPages),
  memos: async (output, record) => {
    for await (const document of record.documents()) {
      for (const { name, content } of await memosOf(record, document)) await writeOutput(output, name, content);
    }
  },
} as const satisfies Readonly<Record<string, Write>>;

export type Part = keyof typeof parts;

/**
 * Writes the given parts of a round.
 * @throws SoatError `output-unwritable`
 */
export async function writeRound(
  output: string,
  record: RoundRecord,
  drawPages: DrawPages,
  wanted: readonly Part[],
): Promise<void> {
  for (const part of wanted) await parts[part](output, record, drawPages);
}
