import { childOf, childrenOf, settingOf, type XmlElement } from './parseXml.js';
import { type Attached, type ParagraphTools, pageBreaks, readParagraph } from './readParagraph.js';

export interface WrittenRow {
  /** For each column of the grid the paragraphs of its cell. */
  readonly cells: readonly (readonly string[])[];
  /** What hangs on the paragraphs of its cells, in their order. */
  readonly attached: readonly Attached[];
  /** Page ends that Word showed before the row, and inside it. */
  readonly breaksBefore: number;
  readonly breaksInside: number;
}

/** Wrappers around rows, cells and their paragraphs. */
const transparent: ReadonlySet<string> = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo']);
/** No table has more columns; a file may say otherwise. */
const mostColumns = 64;

/** The rows of a table; a cell that is merged over columns or rows stands in its first place, the others are empty. */
export function readTable(table: XmlElement, tools: ParagraphTools): readonly WrittenRow[] {
  return through(table, 'tr').map((row) => readRow(row, tools));
}

function readRow(row: XmlElement, tools: ParagraphTools): WrittenRow {
  const cells: (readonly string[])[] = emptyCells(Number(settingOf(childOf(row, 'trPr'), 'gridBefore') ?? 0));
  const attached: Attached[] = [];
  let breaks = 0;
  let breaksBefore: number | null = null;
  for (const cell of through(row, 'tc')) {
    const { paragraphs, ...written } = readCell(cell, tools);
    attached.push(...written.attached);
    breaks = Math.max(breaks, written.breaks);
    // A row that Word showed on a new page says so in the first cell that has text, before it.
    if (written.breaks > 0) breaksBefore ??= written.leads ? 1 : 0;
    cells.push(paragraphs, ...emptyCells(Number(settingOf(childOf(cell, 'tcPr'), 'gridSpan') ?? 1) - 1));
  }
  return { cells, attached, breaksBefore: breaksBefore ?? 0, breaksInside: breaks - (breaksBefore ?? 0) };
}

function emptyCells(count: number): string[][] {
  return Array.from({ length: Math.max(0, Math.min(mostColumns, count)) }, () => []);
}

interface WrittenCell {
  readonly paragraphs: readonly string[];
  readonly attached: readonly Attached[];
  readonly breaks: number;
  /** Whether the first page end stands before all text. */
  readonly leads: boolean;
}

function readCell(cell: XmlElement, tools: ParagraphTools): WrittenCell {
  const written = paragraphsOf(cell).map((paragraph) => readParagraph(paragraph, tools));
  const text = written.map((paragraph) => paragraph.text).join('\n');
  const merge = childOf(childOf(cell, 'tcPr'), 'vMerge');
  const isContinued = merge !== undefined && merge.attributes.get('val') !== 'restart';
  const paragraphs = text.replaceAll(pageBreaks.shown, ' ').replaceAll(pageBreaks.set, ' ').split('\n');
  return {
    paragraphs: isContinued ? [] : paragraphs.map((line) => line.trim()).filter((line) => line !== ''),
    attached: written,
    breaks: text.split(pageBreaks.shown).length - 1,
    leads: (text.split(pageBreaks.shown)[0] ?? '').trim() === '',
  };
}

/** The paragraphs of a cell, those of tables inside it too. */
function paragraphsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.name === 'p') return [child];
    return child.name === 'tbl' || child.name === 'tr' || child.name === 'tc' || transparent.has(child.name)
      ? paragraphsOf(child)
      : [];
  });
}

/** The children of that name, inside wrappers too. */
function through(element: XmlElement, name: string): readonly XmlElement[] {
  return [
    ...childrenOf(element, name),
    ...element.children.filter((child) => transparent.has(child.name)).flatMap((child) => through(child, name)),
  ];
}
