import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { SoatError } from '../model/errors.js';

/** Bytes: a workbook unpacks to some twenty times its size; a list of all agencies of a country takes a hundred kilobytes. */
export const largestTable = 2_000_000;

/**
 * The rows of a CSV file (comma, semicolon or tab; UTF-8) or of an XLSX file's first sheet, cells as text.
 * @throws SoatError `agencies-unreadable` with the reason
 */
export async function readTable(file: string): Promise<readonly (readonly string[])[]> {
  try {
    const { size } = await stat(file);
    if (size > largestTable) throw new SoatError('agencies-unreadable', `${path.basename(file)}: ${size} byte`);
    const content = await readFile(file);
    // Loading it takes a third of a second, which rounds without a list should not wait for.
    const { default: excel } = await import('exceljs');
    const workbook = new excel.Workbook();
    const isZip = content.subarray(0, 2).toString('latin1') === 'PK';
    if (isZip) await workbook.xlsx.read(Readable.from(content));
    else
      await workbook.csv.read(Readable.from([content]), {
        parserOptions: { delimiter: delimiterOf(content) },
        map: String,
      });
    return rowsOf(workbook);
  } catch (cause) {
    if (cause instanceof SoatError) throw cause;
    throw new SoatError('agencies-unreadable', path.basename(file), { cause });
  }
}

/** The delimiter that the first line holds most often. */
function delimiterOf(content: Buffer): string {
  const [line = ''] = content.toString('utf8').split('\n', 1);
  const often = (mark: string) => line.split(mark).length;
  return [',', ';', '\t'].sort((one, other) => often(other) - often(one))[0] ?? ',';
}

function rowsOf(workbook: ExcelJS.Workbook): readonly (readonly string[])[] {
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text.replace(/^\uFEFF/, '')));
    rows.push(cells);
  });
  return rows;
}
