import type { PageText } from '../../model/document-text.js';
import type { PageReading } from '../../model/page.js';
import type { TextVocabulary } from '../../model/vocabulary/text.js';
import { isName, type PaperMarks, paperMarksOf } from '../paperMarks.js';
import { type AlignedTable, findAlignedTables } from './alignedTable.js';
import type { Block, Margins } from './Flow.js';
import { findFootnotes } from './findFootnotes.js';
import { findFurniture, type PageRows } from './findFurniture.js';
import { findGrids, type Grid } from './findGrids.js';
import { findClosing, findLetterhead, type Zone } from './findZones.js';
import { flowLineOf, marginsOf } from './flowLines.js';
import { type LevelPage, type LevelWord, levelPage } from './LevelPage.js';
import { middleOf, type Row, rowsOf } from './Row.js';
import { splitSheet } from './splitSheet.js';
import { cellText, rowsOfGrid, type TableRow } from './tableRows.js';

export interface Layout {
  readonly blocks: readonly Block[];
  readonly pages: readonly PageText[];
  /** What leaves the text: page numbers, running heads, rulings that were read as letters. */
  readonly furniture: readonly LevelWord[];
}

/** A table on one page; its column edges are fractions of the page's width. */
interface PageTable {
  readonly top: number;
  readonly rows: readonly TableRow[];
  readonly columns: readonly number[];
}

interface Prepared extends PageRows {
  readonly tables: readonly PageTable[];
}

/** Reading order of all pages: tables cell by cell, letterheads and signatures by column, all else line by line. */
export function layoutPages(readings: readonly PageReading[], vocabulary: TextVocabulary): Layout {
  const prepared = readings.flatMap((reading) => splitSheet(levelPage(reading)).map(prepare));
  const furniture = findFurniture(prepared, vocabulary.pageWords);
  const bodies = prepared.map((page) => ({ ...page, rows: page.rows.filter((row) => !furniture.has(row)) }));
  const usual = usualMargins(bodies);
  const state: State = { table: -1, lastTable: undefined, closing: undefined, strokes: [] };
  const laid = bodies.map((body) => layPage(body, usual, state, vocabulary));
  return {
    blocks: laid.flatMap(({ blocks }) => blocks),
    pages: readings.map(({ number }) => ({
      number,
      text: laid.flatMap(({ text }) => (text.number === number ? [text.text] : [])).join('\n'),
    })),
    furniture: [...[...furniture].flatMap((row) => row.words), ...state.strokes],
  };
}

function prepare(page: LevelPage): Prepared {
  const grids = findGrids(page);
  const inside = (word: LevelWord, grid: Grid) => {
    const [x, y] = [(word.left + word.right) / 2, middleOf(word)];
    return x > grid.left && x < grid.right && y > grid.top && y < grid.bottom;
  };
  const tables = grids.map((grid): PageTable => {
    const lines = page.lines.map((line) => line.filter((word) => inside(word, grid))).filter((line) => line.length > 0);
    return {
      top: grid.top,
      rows: rowsOfGrid(grid, lines, page.lineHeight),
      columns: grid.columns.map((edge) => edge / page.width),
    };
  });
  const rest = page.lines
    .map((line) => line.filter((word) => !grids.some((grid) => inside(word, grid))))
    .filter((line) => line.length > 0);
  return { page, tables, rows: rowsOf(rest, page.lineHeight) };
}

/** Margins of the page with the most lines, as a stand-in for pages that have too few. */
function usualMargins(pages: readonly PageRows[]): (page: LevelPage) => Margins {
  const [fullest] = pages
    .flatMap(({ page, rows }) => {
      const margins = marginsOf(rows, page);
      return margins === undefined ? [] : [{ margins, width: page.width, rows: rows.length }];
    })
    .toSorted((one, other) => other.rows - one.rows);
  return (page) => {
    const scale = fullest === undefined ? 1 : page.width / fullest.width;
    return {
      left: (fullest?.margins.left ?? 0.12 * page.width) * scale,
      right: (fullest?.margins.right ?? 0.92 * page.width) * scale,
      lineHeight: page.lineHeight,
      pitch: fullest?.margins.pitch ?? 1.4 * page.lineHeight,
    };
  };
}

interface State {
  table: number;
  lastTable: readonly number[] | undefined;
  /** Share of the width where a closing block's columns part, while it may go on. */
  closing: number | undefined;
  readonly strokes: LevelWord[];
}

/** A stretch of the page: its blocks and the lines it gives the page's text. */
interface Item {
  readonly top: number;
  readonly blocks: readonly Block[];
  readonly lines: readonly string[];
}

function layPage(
  { page, rows, tables }: Prepared,
  usual: (page: LevelPage) => Margins,
  state: State,
  vocabulary: TextVocabulary,
): { blocks: readonly Block[]; text: PageText } {
  const marks = paperMarksOf(vocabulary);
  const aligned = findAlignedTables(rows, page.lineHeight, vocabulary.ordinalHeads);
  const letterhead = findLetterhead(rows, page, marks);
  const gutter = state.closing === undefined ? undefined : state.closing * page.width;
  // A new letterhead ends the paper before.
  const goesOn = gutter !== undefined && letterhead === undefined;
  const closing = goesOn ? findClosing(rows, page, marks, gutter) : undefined;
  const isFree = (zone: Zone | undefined) =>
    zone !== undefined && !aligned.some((table) => table.first < zone.end && table.end > zone.first);
  const zones = [letterhead, closing ?? findClosing(rows, page, marks)].filter(isFree);
  const taken = new Set<Row>();
  const take = ({ first, end }: { first: number; end: number }) => {
    for (const row of rows.slice(first, end)) taken.add(row);
  };
  for (const table of aligned) {
    take(table);
    state.strokes.push(...table.strokes);
  }
  for (const zone of zones) if (zone !== undefined) take(zone);
  const free = rows.filter((row) => !taken.has(row));
  const margins = marginsOf(free, page, usual(page)) ?? usual(page);
  const notes = findFootnotes(free, page, margins);
  const items: Item[] = [
    ...zones.flatMap((zone) => (zone === undefined ? [] : [zoneItem(zone, rows)])),
    ...free.map((row) => lineItem(row, margins, page.knowsBold, notes, vocabulary)),
  ];
  const ordered: { top: number; make: () => Item }[] = [
    ...items.map((item) => ({ top: item.top, make: () => item })),
    ...[...tables, ...aligned.map((table) => tableOf(table, rows, page))].map((table) => ({
      top: table.top,
      make: () => tableItem(table, state),
    })),
  ].sort((a, b) => a.top - b.top);
  const made = ordered.map(({ make }, index) => {
    const item = make();
    // A table goes on over the page's end only if nothing but furniture stands between.
    if (item.blocks.some(({ kind }) => kind !== 'table-row') && !(index === 0 && item.blocks.length === 0)) {
      state.lastTable = undefined;
    }
    return item;
  });
  const last = zones.find((zone) => zone?.kind === 'closing' && zone.end === rows.length);
  state.closing = last === undefined || isComplete(last, marks) ? undefined : last.gutter / page.width;
  return {
    blocks: made.flatMap(({ blocks }) => blocks),
    text: { number: page.number, text: made.flatMap(({ lines }) => lines).join('\n') },
  };
}

/** Recipients down to the copy that is kept, and the signer's name: nothing of the block is left for the next page. */
function isComplete({ lines }: Zone, marks: PaperMarks): boolean {
  const kept = lines.some(({ left }) => left !== null && marks.isRecipientLine(left.text) && /[.;,]$/u.test(left.text));
  const named = lines.some(({ right }) => right !== null && isName(right.text) && !marks.isSigningLine(right.text));
  return kept && named;
}

function zoneItem(zone: Zone, rows: readonly Row[]): Item {
  const column = (side: 'left' | 'right') =>
    zone.lines.flatMap((line): Block[] => {
      const row = line[side];
      return row === null ? [] : [{ kind: zone.kind, row, right: side === 'right' }];
    });
  return {
    top: rows[zone.first]?.top ?? 0,
    blocks: [...column('left'), ...column('right')],
    lines: zone.lines.map(({ left, right }) =>
      [left, right].flatMap((row) => (row === null ? [] : [row.text])).join('\t'),
    ),
  };
}

function lineItem(
  row: Row,
  margins: Margins,
  knowsBold: boolean,
  notes: ReadonlySet<Row>,
  vocabulary: TextVocabulary,
): Item {
  const block: Block = notes.has(row)
    ? { kind: 'footnote', row }
    : { kind: 'line', line: flowLineOf(row, margins, knowsBold, vocabulary.partWords) };
  return { top: row.top, blocks: [block], lines: [row.text] };
}

function tableOf(table: AlignedTable, rows: readonly Row[], page: LevelPage): PageTable {
  return {
    top: rows[table.first]?.top ?? 0,
    rows: table.rows,
    columns: [0, ...table.gutters.map(([from, to]) => (from + to) / 2 / page.width), 1],
  };
}

function tableItem(table: PageTable, state: State): Item {
  const goesOn =
    state.lastTable?.length === table.columns.length &&
    // The outer edges of a table without rulings are not known.
    table.columns.slice(1, -1).every((edge, index) => Math.abs(edge - (state.lastTable?.[index + 1] ?? 0)) < 0.04);
  if (!goesOn) state.table++;
  state.lastTable = table.columns;
  return {
    top: table.top,
    blocks: table.rows.map((row): Block => ({ kind: 'table-row', row, table: state.table })),
    lines: table.rows.map((row) => row.cells.map(cellText).join('\t')),
  };
}
