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
  /** Said where there are no rows. */
  readonly whenEmpty?: string;
  /** Lines below the rows. */
  readonly footnotes?: readonly string[];
  /** Columns that stay in view beside the rows. */
  readonly frozenColumns?: number;
}

/** Excel takes no longer text in a cell. */
const longestText = 32_767;
/** Excel takes no more links on a sheet, and none longer; further cells show the text alone. */
const mostLinks = 65_000;
const longestLink = 2_000;
const excelRows = 1_048_576;

/** A column's width is counted in digits, which are wider than most letters. */
const lettersPerWidth = 1.12;
/** Points of a line of the cells' font, and of the air around it. */
const linePoints = 13;
const rowPadding = 4;
/** Excel takes no higher row, in points. */
const highestRow = 409;

/** One worksheet of a sheet: a sheet of more rows than Excel takes goes on in another. */
interface Part {
  readonly worksheet: Worksheet;
  readonly number: number;
  rows: number;
  links: number;
}

/**
 * Writes a sheet row by row: title, notes, a head that stays in view and repeats in print, filters.
 * @param mostRows of a worksheet, all that stands on it counted
 */
export async function writeSheet<Row>(
  workbook: stream.xlsx.WorkbookWriter,
  sheet: Sheet<Row>,
  mostRows = excelRows,
): Promise<void> {
  const room = mostRows - headRowOf(sheet) - (sheet.footnotes?.length ?? 0);
  let part = openPart(workbook, sheet, 1);
  for await (const row of sheet.rows) {
    if (part.rows === room) {
      closePart(part, sheet);
      part = openPart(workbook, sheet, part.number + 1);
    }
    addRow(part, sheet, row);
  }
  closePart(part, sheet);
}

function headRowOf({ notes }: Pick<Sheet<never>, 'notes'>): number {
  return notes.length + 2;
}

function openPart<Row>(workbook: stream.xlsx.WorkbookWriter, sheet: Sheet<Row>, number: number): Part {
  const name = number === 1 ? sheet.name : `${sheet.name} (${number})`;
  const worksheet = openSheet(workbook, { ...sheet, name }, headRowOf(sheet));
  writeHead(worksheet, sheet);
  return { worksheet, number, rows: 0, links: 0 };
}

function addRow<Row>(part: Part, { columns, emphasis }: Sheet<Row>, row: Row): void {
  const cells = part.worksheet.addRow([]);
  const values = columns.map((column) => column.value(row));
  for (const [index, column] of columns.entries()) {
    const value = values[index] ?? null;
    const cell = cells.getCell(index + 1);
    cell.style = { ...cellStyles[styleOf(column.style, value)], ...emphasis?.(row, column) };
    setValue(cell, isLink(value) && !takesLink(part, value) ? value.text : value);
  }
  cells.height = heightOf(columns, values);
  cells.commit();
  part.rows++;
}

function closePart<Row>({ worksheet, rows }: Part, sheet: Sheet<Row>): void {
  const empty = rows === 0 && sheet.whenEmpty !== undefined ? [sheet.whenEmpty] : [];
  for (const line of [...empty, ...(sheet.footnotes ?? [])]) {
    const cells = worksheet.addRow([cut(line)]);
    cells.getCell(1).style = noteStyle;
    cells.commit();
  }
  const head = headRowOf(sheet);
  worksheet.autoFilter = { from: { row: head, column: 1 }, to: { row: head + rows, column: sheet.columns.length } };
  worksheet.commit();
}

type Link = Exclude<CellValue, string | number | Date | null>;

function isLink(value: CellValue): value is Link {
  return value !== null && typeof value === 'object' && !(value instanceof Date);
}

/** Counts the link where the sheet takes it. */
function takesLink(part: Part, { link }: Link): boolean {
  return link.length <= longestLink && part.links++ < mostLinks;
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
function heightOf(columns: readonly Pick<Column<never>, 'width'>[], values: readonly CellValue[]): number {
  const lines = columns.map(({ width }, index) => {
    const value = values[index] ?? null;
    const text = isLink(value) ? value.text : value;
    return typeof text === 'string' ? linesOf(text, width) : 1;
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
  if (isLink(value)) cell.value = { text: cut(value.text), hyperlink: value.link };
  else cell.value = typeof value === 'string' ? cut(value) : value;
}

function cut(told: string): string {
  const text = printable(told);
  return text.length <= longestText ? text : `${printable(text.slice(0, longestText - 1))}…`;
}
