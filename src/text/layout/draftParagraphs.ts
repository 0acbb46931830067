import type { TextVocabulary } from '../../model/vocabulary/text.js';
import { listMarkOf } from '../listMark.js';
import { paperMarksOf } from '../paperMarks.js';
import { tokensOf } from '../resembles.js';
import type { Block, Draft, FlowLine } from './Flow.js';
import type { LevelWord } from './LevelPage.js';
import type { Row } from './Row.js';
import { type BreakContext, learnStyle, startsParagraph } from './startsParagraph.js';
import { cellText, mergeRows, type TableRow, wordsOfCell } from './tableRows.js';

/** Joins lines to paragraphs, over page ends too; notes at a page's foot come after the paragraph they interrupt. */
export function draftParagraphs(blocks: readonly Block[], vocabulary: TextVocabulary): readonly Draft[] {
  const drafts: Draft[] = [];
  const open: FlowLine[] = [];
  const notes: Draft[] = [];
  const breakContext = breakContextOf(blocks, vocabulary);
  const close = () => {
    if (open.length > 0) drafts.push(paragraphOf(open));
    open.length = 0;
    drafts.push(...notes.splice(0));
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'line') {
      const [opening, previous] = [open[0], open.at(-1)];
      if (
        opening !== undefined &&
        previous !== undefined &&
        startsParagraph(previous, block.line, { ...breakContext, opening })
      ) {
        close();
      }
      open.push(block.line);
    } else if (block.kind === 'footnote') {
      addNote(notes, block.row);
    } else {
      close();
      if (block.kind === 'table-row') addTableRow(drafts, block, blocks[index - 1]);
      else addColumnLine(drafts, block, vocabulary);
    }
  }
  close();
  return drafts;
}

function breakContextOf(blocks: readonly Block[], vocabulary: TextVocabulary): Omit<BreakContext, 'opening'> {
  const marks = paperMarksOf(vocabulary);
  const numbered = new Set(vocabulary.numberExpected.map((word) => tokensOf(word).join(' ')));
  return {
    style: learnStyle(blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []))),
    standsAlone: (text) => {
      if (marks.isTypeLine(text)) return true;
      const mark = listMarkOf(`${text} `, vocabulary.partWords);
      return mark?.kind === 'word' && text.length <= mark.length + 1;
    },
    isSalutation: marks.isSalutation,
    expectsNumber: (text) => numbered.has(tokensOf(text).at(-1) ?? ''),
  };
}

function paragraphOf(lines: readonly FlowLine[]): Draft {
  const bold = lines.map((line) => line.bold);
  return {
    block: 'line',
    page: lines[0]?.row.page ?? 0,
    words: lines.flatMap((line) => line.row.words),
    ...(bold.includes(undefined) ? {} : { bold: bold.every((value) => value === true) }),
    centred: lines.length === 1 ? lines[0]?.centred === true : lines.slice(1).every((line) => line.centred),
  };
}

function addNote(notes: Draft[], row: Row): void {
  const last = notes.at(-1);
  if (last === undefined || /^(?:\[?\(?\d{1,2}\b|\*)/u.test(row.text)) {
    notes.push({ block: 'footnote', page: row.page, words: row.words });
  } else {
    notes[notes.length - 1] = { ...last, words: [...last.words, ...row.words] };
  }
}

/** Lines of a letterhead's or closing block's column are paragraphs, but for what wraps: a subject, a recipient. */
function addColumnLine(
  drafts: Draft[],
  block: Extract<Block, { kind: 'letterhead' | 'closing' }>,
  vocabulary: TextVocabulary,
): void {
  const marks = paperMarksOf(vocabulary);
  const side = block.right ? 'right' : 'left';
  const last = drafts.at(-1);
  const lastText = last?.words.map(({ word }) => word.text).join(' ') ?? '';
  const isSame = last !== undefined && last.block === block.kind && last.side === side && last.page === block.row.page;
  const goesOn =
    isSame &&
    (block.kind === 'letterhead'
      ? marks.isSubjectLine(lastText) && !marks.isNumberLine(block.row.text)
      : !block.right && /^[-–+*]/u.test(lastText) && !/[;.:]$/u.test(lastText) && !/^[-–+*]/u.test(block.row.text));
  if (goesOn) drafts[drafts.length - 1] = { ...last, words: [...last.words, ...block.row.words] };
  else drafts.push({ block: block.kind, side, page: block.row.page, words: block.row.words });
}

function addTableRow(
  drafts: Draft[],
  { row, table }: Extract<Block, { kind: 'table-row' }>,
  before: Block | undefined,
): void {
  if (
    before?.kind === 'table-row' &&
    before.table === table &&
    before.row.page !== row.page &&
    goesOn(before.row, row)
  ) {
    drafts[drafts.length - 1] = draftOfRow(mergeRows(before.row, row), table);
  } else {
    drafts.push(draftOfRow(row, table));
  }
}

/** A row cut by the page's end: no number of its own, and a text that begins small. */
function goesOn(above: TableRow, below: TableRow): boolean {
  const texts = below.cells.map(cellText);
  return (
    texts[0] === '' &&
    above.cells.length === below.cells.length &&
    texts.some((text) => /^\p{Ll}/u.test(text)) &&
    texts.every((text, column) => text === '' || ((above.cells[column]?.length ?? 0) > 0 && !/^[\d.,]+$/u.test(text)))
  );
}

function draftOfRow(row: TableRow, table: number): Draft {
  const cells = row.cells.map((cell): readonly LevelWord[] => wordsOfCell(cell));
  return { block: 'table-row', page: row.page, table, cells, words: cells.flat() };
}
