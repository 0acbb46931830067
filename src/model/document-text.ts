import { firstIndex } from './firstIndex.js';
import { type Box, type PageBox, unionOf } from './geometry.js';
import type { UnplacedWord } from './page.js';

/** Half-open range of UTF-16 units in `DocumentText.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word with its page and its place in the text; without a box where the file has no places. */
export type PlacedWord = UnplacedWord & Span & { readonly page: number };

export type ParagraphKind =
  | 'body'
  | 'table-row'
  /** National motto, agency names, number, place and date above the title. */
  | 'letterhead'
  /** Type of document and its summary (`BÁO CÁO` / `Tự đánh giá …`). */
  | 'title'
  /** Titles and name of the signer. */
  | 'signature'
  /** `Nơi nhận:` and its list. */
  | 'recipients'
  | 'footnote';

/** A cell of a table row. */
export interface Cell extends Span {
  readonly column: number;
}

/** A paragraph: its lines joined by one space, its page breaks and running heads gone. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
  /** The page on which it starts. */
  readonly page: number;
  /** Number of the table it belongs to within the document, from 0; a table may go on over several pages. */
  readonly table?: number;
  /** Only for table rows, in column order; empty cells are kept with start = end. */
  readonly cells?: readonly Cell[];
  readonly bold?: boolean;
  readonly centred?: boolean;
}

export interface PageText {
  readonly number: number;
  /** In reading order, NFC, lines parted by newlines, cells by tabs; running heads and page numbers left out. */
  readonly text: string;
}

/**
 * One NFC text for the whole document with the place of every character.
 * Paragraphs are parted by `\n`, cells of a table row by `\t`. A text without pages (a plain file) has no words.
 */
export interface DocumentText {
  readonly text: string;
  /** Sorted by `start`; they do not overlap. */
  readonly words: readonly PlacedWord[];
  /** Sorted by `start`; together they cover the text but for the newlines between them. */
  readonly paragraphs: readonly Paragraph[];
  readonly pages: readonly PageText[];
}

/** The words that a span touches. */
export function wordsIn(document: DocumentText, span: Span): readonly PlacedWord[] {
  const first = firstIndex(document.words, ({ end }) => end > span.start);
  const found: PlacedWord[] = [];
  for (let index = first; index < document.words.length; index++) {
    const word = document.words[index];
    if (word === undefined || word.start >= span.end) break;
    found.push(word);
  }
  return found;
}

/** One box a printed line for the words that a span touches; none where the file has no places. */
export function boxesOf(document: DocumentText, span: Span): readonly PageBox[] {
  const lines: { page: number; boxes: Box[] }[] = [];
  for (const { page, box } of wordsIn(document, span)) {
    if (box === null) continue;
    const line = lines.at(-1);
    const last = line?.boxes.at(-1);
    if (line !== undefined && last !== undefined && line.page === page && standOnOneLine(last, box)) {
      line.boxes.push(box);
    } else {
      lines.push({ page, boxes: [box] });
    }
  }
  return lines.map(({ page, boxes }) => ({ page, box: unionOf(boxes) }));
}

/** The lowest confidence of the words that a span touches; 1 where the text has no words. */
export function confidenceOf(document: DocumentText, span: Span): number {
  return wordsIn(document, span).reduce((lowest, word) => Math.min(lowest, word.confidence), 1);
}

/** The page on which a span starts; 1 where the text has no pages. */
export function pageOf(document: DocumentText, span: Span): number {
  return wordsIn(document, span)[0]?.page ?? paragraphAt(document, span.start)?.page ?? 1;
}

export function paragraphAt(document: DocumentText, offset: number): Paragraph | undefined {
  const index = firstIndex(document.paragraphs, ({ end }) => end > offset);
  const paragraph = document.paragraphs[index];
  return paragraph !== undefined && paragraph.start <= offset ? paragraph : undefined;
}

export function textOf(document: DocumentText, span: Span): string {
  return document.text.slice(span.start, span.end);
}

function standOnOneLine(left: Box, right: Box): boolean {
  const shared = Math.min(left[3], right[3]) - Math.max(left[1], right[1]);
  return shared > 0.5 * Math.min(left[3] - left[1], right[3] - right[1]) && right[0] >= left[0];
}
