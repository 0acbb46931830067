import { writeFile } from 'node:fs/promises';
import { batchSchema } from '../model/batch.js';
import { findingsCsv } from './findingsCsv.js';
import { writePages } from './html/writePages.js';
import { finishOutput, writeOutput } from './outputFolder.js';
import type { DrawPages } from './PagePicture.js';
import type { RoundRecord } from './RoundRecord.js';
import { summariesOf } from './summarise.js';
import { writeWorkbook } from './workbook/writeWorkbook.js';

/**
 * Writes what a round leaves beside its documents: `batch.json`, `findings.csv`, `audit.xlsx`, `index.html` and a page for each.
 * @throws SoatError `output-unwritable`
 */
export async function writeRound(output: string, record: RoundRecord, drawPages: DrawPages): Promise<void> {
  await writeOutput(output, 'batch.json', `${JSON.stringify(batchSchema.parse(record.batch), null, 1)}\n`);
  await finishOutput(output, 'findings.csv', (draft) => writeFile(draft, findingsCsv(record)));
  const summaries = await summariesOf(record);
  await finishOutput(output, 'audit.xlsx', (draft) => writeWorkbook(draft, record, summaries));
  await writePages(output, record, summaries, drawPages);
}
