import { writeFile } from 'node:fs/promises';
import { batchSchema } from '../model/batch.js';
import { findingsCsv } from './findingsCsv.js';
import { finishOutput, writeOutput } from './outputFolder.js';
import type { RoundRecord } from './RoundRecord.js';
import { summariesOf } from './summarise.js';
import { writeWorkbook } from './workbook/writeWorkbook.js';

/**
 * Writes what a round leaves beside its documents: `batch.json`, `findings.csv`, `audit.xlsx`.
 * @throws SoatError `output-unwritable`
 */
export async function writeRound(output: string, record: RoundRecord): Promise<void> {
  await writeOutput(output, 'batch.json', `${JSON.stringify(batchSchema.parse(record.batch), null, 1)}\n`);
  await finishOutput(output, 'findings.csv', (draft) => writeFile(draft, findingsCsv(record)));
  const summaries = await summariesOf(record);
  await finishOutput(output, 'audit.xlsx', (draft) => writeWorkbook(draft, record, summaries));
}
