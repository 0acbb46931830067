import type { Cell, Fill, Font, stream, Worksheet } from 'exceljs';
import { printable } from '../printable.js';
import { type CellStyle, cellStyles, headStyle, noteStyle, titleStyle } from './look.js';

export type CellValue = string | number | Date | { readonly text: string; readonly link: string } | null;

/** What one column shows of a row. */
export interface Column<Row> {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  readonly style: CellStyle;
  readonly value: (row: Row) => CellValue;
}

export interface Emphasis {
  readonly fill?: Fill;
  readonly font?: Partial<Font>;
}

export interface Sheet<Row> {
  readonly name: string;
  readonly title: string;
  /** Lines below the title. */
  readonly notes: readonly string[];
  readonly columns: readonly Column<Row>[];
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
  /** What stands out in a row's cell. */
  readonly emphasis?: (row: Row, column: Column<Row>) => Emphasis | undefined;
  /** Lines below the rows. */
  readonly footnotes?: readonly string[];
  /** Columns that stay in view beside the rows. */
  readonly frozenColumns?: number;
}

/** Excel takes no longer text in a cell. */
const longestText = 32_767;
/** Excel takes no more links on a sheet; further cells show the text alone. */
const mostLinks = 65_000;

/** A column's width is counted in digits, which are wider than most letters. */
const lettersPerWidth = 1.12;
/** Points of a line of the cells' font, and of the air around it. */
const linePoints = 13;
const rowPadding = 4;
/** Excel takes no higher row, in points. */
const highestRow = 409;

/** Writes a sheet row by row: title, notes, a head that stays in view and repeats in print, filters. */
export async function writeSheet<Row>(workbook: stream.xlsx.WorkbookWriter, sheet: Sheet<Row>): Promise<void> {
  const headRow = sheet.notes.length + 2;
  const worksheet = openSheet(workbook, sheet, headRow);
  writeHead(worksheet, sheet);
  let links = 0;
  let last = headRow;
  for await (const row of sheet.rows) {
    const cells = worksheet.addRow([]);
    for (const [index, column] of sheet.columns.entries()) {
      const cell = cells.getCell(index + 1);
      const value = column.value(row);
      cell.style = { ...cellStyles[styleOf(column.style, value)], ...sheet.emphasis?.(row, column) };
      const linked = value !== null && typeof value === 'object' && !(value instanceof Date);
      if (linked) links++;
      setValue(cell, linked && links > mostLinks ? value.text : value);
    }
    cells.height = heightOf(sheet.columns, row);
    cells.commit();
    last++;
  }
  for (const line of sheet.footnotes ?? []) {
    const cells = worksheet.addRow([cut(line)]);
    cells.getCell(1).style = noteStyle;
    cells.commit();
  }
  worksheet.autoFilter = {
    from: { row: headRow, column: 1 },
    to: { row: Math.max(last, headRow), column: sheet.columns.length },
  };
  worksheet.commit();
}

function openSheet<Row>(workbook: stream.xlsx.WorkbookWriter, sheet: Sheet<Row>, headRow: number): Worksheet {
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: sheet.frozenColumns ?? 0, ySplit: headRow, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${headRow}:${headRow}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&8&A&R&8&P/&N' },
  });
  worksheet.columns = sheet.columns.map(({ width }) => ({ width }));
  return worksheet;
}

function writeHead<Row>(worksheet: Worksheet, { title, notes, columns }: Sheet<Row>): void {
  for (const [index, line] of [title, ...notes].entries()) {
    const row = worksheet.addRow([line]);
    row.getCell(1).style = index === 0 ? titleStyle : noteStyle;
    row.height = index === 0 ? 24 : 16;
    row.commit();
  }
  const row = worksheet.addRow(columns.map(({ head }) => head));
  row.eachCell((cell) => {
    cell.style = headStyle;
  });
  row.height = headHeight(columns);
  row.commit();
}

/** Room for the head that wraps most. */
function headHeight(columns: readonly Pick<Column<never>, 'head' | 'width'>[]): number {
  return linePoints * Math.max(2, ...columns.map(({ head, width }) => linesOf(head, width * 0.8))) + rowPadding;
}

/** Told in the file: not every program measures wrapped text when it opens a workbook. */
function heightOf<Row>(columns: readonly Column<Row>[], row: Row): number {
  const lines = columns.map((column) => {
    const value = column.value(row);
    if (typeof value === 'string') return linesOf(value, column.width);
    return value !== null && typeof value === 'object' && 'text' in value ? linesOf(value.text, column.width) : 1;
  });
  return Math.min(highestRow, linePoints * Math.max(1, ...lines) + rowPadding);
}

/** How many lines a text takes in a column, wrapped at its words. */
function linesOf(text: string, width: number): number {
  const letters = Math.floor(width * lettersPerWidth) - 1;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines++;
    let used = 0;
    for (const { length } of paragraph.split(' ')) {
      if (used > 0 && used + 1 + length > letters) {
        lines++;
        used = 0;
      }
      lines += Math.floor(Math.max(0, length - 1) / letters);
      used += (used > 0 ? 1 : 0) + (length % letters);
    }
  }
  return lines;
}

/** Whole points print without a comma behind them. */
function styleOf(style: CellStyle, value: CellValue): CellStyle {
  return style === 'points' && Number.isInteger(value) ? 'wholePoints' : style;
}

function setValue(cell: Cell, value: CellValue): void {
  if (value === null || typeof value === 'number' || value instanceof Date) cell.value = value;
  else if (typeof value === 'string') cell.value = cut(value);
  else cell.value = { text: cut(value.text), hyperlink: value.link };
}

function cut(told: string): string {
  const text = printable(told);
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}
