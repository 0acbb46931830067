import { rm } from 'node:fs/promises';
import exceljs, { type stream } from 'exceljs';
import type { Drawing } from '../charts/Drawing.js';
import { pngOf } from '../charts/pngOf.js';
import { roundCharts } from '../charts/roundCharts.js';
import type { RoundRecord } from '../RoundRecord.js';
import type { Summary } from '../summarise.js';
import { printDate, sayIn } from '../words.js';
import { acrossSheet } from './acrossSheet.js';
import { citationsSheet } from './citationsSheet.js';
import { findingsSheet } from './findingsSheet.js';
import { insertPictures } from './insertPictures.js';
import { lookFirstSheet } from './lookFirstSheet.js';
import { scoresSheet } from './scoresSheet.js';
import { submissionsSheet } from './submissionsSheet.js';
import { summarySheet } from './summarySheet.js';
import { unreadSheet } from './unreadSheet.js';
import { writeSheet } from './writeSheet.js';

/** Where the pictures' sheet stands in the workbook; counts from 1. */
const chartsSheet = 2;

/**
 * Writes the round as a workbook, row by row: memory does not grow with the number of flags.
 * @param summaries in the order in which reports are shown
 */
export async function writeWorkbook(file: string, record: RoundRecord, summaries: readonly Summary[]): Promise<void> {
  const draft = `${file}.rows`;
  const charts = roundCharts(record, summaries);
  try {
    await writeSheets(charts.length === 0 ? file : draft, record, summaries, charts);
    if (charts.length > 0) {
      const pictures = charts.map((chart) => ({ ...chart, png: pngOf(chart) }));
      await insertPictures(draft, file, chartsSheet, pictures);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeSheets(
  file: string,
  record: RoundRecord,
  summaries: readonly Summary[],
  charts: readonly Drawing[],
): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true });
  const made = new Date(record.batch.finishedAt);
  workbook.creator = 'Soát';
  workbook.created = made;
  await writeSheet(workbook, summarySheet(record, summaries, printDate(record.batch.finishedAt.slice(0, 10))));
  if (charts.length > 0) addEmptySheet(workbook, sayIn(record.language)('Biểu đồ', 'Charts'));
  if (record.batch.lookFirst.length > 0) await writeSheet(workbook, lookFirstSheet(record));
  await writeSheet(workbook, scoresSheet(record, summaries));
  await writeSheet(workbook, findingsSheet(record));
  // One report alone has nothing beside it.
  if (record.batch.agencies.length > 1) {
    await writeSheet(workbook, acrossSheet(record));
    await writeSheet(workbook, submissionsSheet(record));
  }
  await writeSheet(workbook, citationsSheet(record));
  await writeSheet(workbook, unreadSheet(record));
  await workbook.commit();
}

/** The sheet that the pictures come onto. */
function addEmptySheet(workbook: stream.xlsx.WorkbookWriter, name: string): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.commit();
}
