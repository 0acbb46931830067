import type { PageText } from '../../model/document-text.js';
import type { PageReading, TextBlock } from '../../model/page.js';
import type { TextVocabulary } from '../../model/vocabulary/text.js';
import { type PaperMarks, paperMarksOf } from '../paperMarks.js';
import type { Draft, DraftWord } from './Flow.js';

export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly texts: readonly PageText[];
}

type Row = Extract<TextBlock, { kind: 'table-row' }>;
type Paragraph = Extract<TextBlock, { kind: 'paragraph' }>;

/** The paragraphs of a file that says them itself. Head lines of the page leave the text unless the letterhead stands in them. */
export function draftBlocks(pages: readonly PageReading[], vocabulary: TextVocabulary): Drafts {
  const marks = paperMarksOf(vocabulary);
  const drafts: Draft[] = [];
  const texts = pages.map(({ number, blocks = [] }): PageText => {
    const kept = holdsLetterhead(blocks, marks) ? blocks : blocks.filter(({ role }) => role !== 'header');
    const lines: string[] = [];
    for (const piece of piecesOf(kept)) {
      if (Array.isArray(piece)) addTable(piece, number, drafts, lines, marks);
      else addParagraph(piece, number, drafts, lines, marks);
    }
    return { number, text: lines.join('\n') };
  });
  return { drafts, texts };
}

function holdsLetterhead(blocks: readonly TextBlock[], { isMotto, isNumberLine }: PaperMarks): boolean {
  const heads = blocks.filter(({ role }) => role === 'header');
  return heads.flatMap(linesOf).some((line) => isMotto(line) || isNumberLine(line));
}

function linesOf(block: TextBlock): readonly string[] {
  return block.kind === 'paragraph' ? block.text.split(/[\n\t]/) : block.cells.flat();
}

/** Paragraphs, and the rows of one table together. */
function piecesOf(blocks: readonly TextBlock[]): readonly (Paragraph | Row[])[] {
  const pieces: (Paragraph | Row[])[] = [];
  for (const block of blocks) {
    const last = pieces.at(-1);
    if (block.kind === 'paragraph') pieces.push(block);
    else if (Array.isArray(last) && last[0]?.table === block.table) last.push(block);
    else pieces.push([block]);
  }
  return pieces;
}

function addParagraph(
  { text, role, bold, centred, goesOn }: Paragraph,
  page: number,
  drafts: Draft[],
  lines: string[],
  marks: PaperMarks,
): void {
  const columns = text.split('\t').filter((part) => part.trim() !== '');
  const block = role === 'body' && columns.length === 2 ? columnBlock(columns, marks) : null;
  if (block !== null) {
    addColumns([[columns[0] ?? ''], [columns[1] ?? '']], block, page, drafts);
    lines.push(columns.join('\t'));
    return;
  }
  for (const [at, line] of writtenLines(text).entries()) {
    const words = wordsOf(line, page);
    const last = drafts.at(-1);
    lines.push(textOf(words));
    if (at === 0 && goesOn && last !== undefined)
      drafts[drafts.length - 1] = { ...last, words: [...last.words, ...words] };
    else drafts.push({ block: role === 'footnote' ? 'footnote' : 'line', page, words, bold, centred });
  }
}

/** Lines that the writer broke are paragraphs, but for what plainly goes on. */
function writtenLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split('\n').filter((part) => part.trim() !== '')) {
    if (lines.length > 0 && /^\s*[\p{Ll}(]/u.test(line)) lines[lines.length - 1] += ` ${line}`;
    else lines.push(line);
  }
  return lines;
}

/** A table of two columns that sets a letterhead or a signature beside the recipients is no table. */
function addTable(rows: readonly Row[], page: number, drafts: Draft[], lines: string[], marks: PaperMarks): void {
  const texts = rows.flatMap(({ cells }) => cells.flat());
  const isPair = rows.every(({ cells }) => cells.filter((cell) => cell.length > 0).length <= 2);
  const block = isPair ? columnBlock(texts, marks) : null;
  if (block !== null) {
    const side = (from: number, to?: number) => rows.flatMap(({ cells }) => cells.slice(from, to).flat());
    addColumns([side(0, 1), side(1)], block, page, drafts);
    lines.push(...rows.flatMap(({ cells }) => sideBySide(cells[0] ?? [], cells.slice(1).flat())));
    return;
  }
  for (const { cells, table } of rows) {
    const words = cells.map((cell) => cell.flatMap((text) => wordsOf(text, page)));
    if (words.every(({ length }) => length === 0)) continue;
    drafts.push({ block: 'table-row', page, table, cells: words, words: words.flat() });
    lines.push(words.map(textOf).join('\t'));
  }
}

function columnBlock(texts: readonly string[], marks: PaperMarks): 'letterhead' | 'closing' | null {
  if (texts.some((text) => marks.isMotto(text) || marks.isNumberLine(text))) return 'letterhead';
  return texts.some(marks.startsRecipients) || (texts.length < 12 && texts.some(marks.isSigningLine))
    ? 'closing'
    : null;
}

function addColumns(
  [left, right]: readonly [readonly string[], readonly string[]],
  block: 'letterhead' | 'closing',
  page: number,
  drafts: Draft[],
): void {
  const draft = (side: 'left' | 'right') => (line: string) => ({ block, side, page, words: wordsOf(line, page) });
  const written = (cell: readonly string[]) =>
    cell.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  drafts.push(...written(left).map(draft('left')), ...written(right).map(draft('right')));
}

function sideBySide(left: readonly string[], right: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    [left[at], right[at]]
      .filter((text) => text !== undefined)
      .map((text) => text.replace(/\s+/gu, ' '))
      .join('\t'),
  );
}

function wordsOf(text: string, page: number): readonly DraftWord[] {
  const words = text.normalize('NFC').split(/\s+/u);
  return words.filter((word) => word !== '').map((word) => ({ page, word: { text: word, box: null, confidence: 1 } }));
}

const textOf = (words: readonly DraftWord[]) => words.map(({ word }) => word.text).join(' ');
