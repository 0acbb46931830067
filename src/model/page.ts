import type { Box } from './geometry.js';

/** What another look at a number read in place of a word. */
export interface OtherReading {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A word of a page. */
export interface Word {
  readonly text: string;
  /** What was recognised, where the accents of `text` are a repair by the words around it. */
  readonly printed?: string;
  /** Readings of a number that lost against `text`, the engine's first one too; absent where all agree. */
  readonly alternatives?: readonly OtherReading[];
  readonly box: Box;
  /** 0 to 1; 1 for words of a text layer. */
  readonly confidence: number;
  /** True where the reader knows the face to be bold. */
  readonly bold?: boolean;
}

/** Words that stand on one printed line of one block (column, cell or paragraph), left to right. */
export interface Line {
  readonly words: readonly Word[];
  readonly box: Box;
}

/** A ruled line of a table, horizontal or vertical, as a thin box. */
export interface Ruling {
  readonly direction: 'horizontal' | 'vertical';
  readonly box: Box;
}

/** Ink on a page that no word covers, after every attempt to read it. */
export interface UnreadRegion {
  /** The whole page where the file does not say where on it. */
  readonly box: Box;
  /** How many letter-sized marks stand in the region; of what was not looked at, how many it has room for. */
  readonly marks: number;
  /** What it is, where the file says so and nobody looked at it; absent for ink. */
  readonly kind?: UnseenKind;
}

/** Kinds of content of a Word file that are not read. */
export const unseenKinds = ['picture', 'chart', 'formula', 'inserted-file'] as const;
export type UnseenKind = (typeof unseenKinds)[number];

export type PageOrigin = 'text' | 'ocr' | 'blank' | 'failed';

/** Why a page was read as it was; kept so that a reader of the JSON can tell. */
export type OriginReason =
  | 'text-layer'
  /** A file that says its paragraphs and tables itself and has no printed page: DOCX. */
  | 'document-text'
  | 'no-text-layer'
  | 'text-layer-covers-little'
  | 'text-layer-unreadable'
  /** An invisible layer of somebody else's recognition under the picture of a scan. */
  | 'text-layer-hidden'
  | 'no-ink'
  | 'error';

/** What one page says and where. The reading room's only output; everything later is pure. */
export interface PageReading {
  /** Counts from 1. */
  readonly number: number;
  readonly origin: PageOrigin;
  readonly reason: OriginReason;
  /** Pixels of the page as displayed, at 200 dpi. */
  readonly width: number;
  readonly height: number;
  /** Clockwise quarter turn under which the page stands upright, in degrees: its own, and the one that its print asks for. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Skew removed before reading, in degrees; positive is clockwise. Boxes are those of the page as displayed. */
  readonly skew: number;
  /** Mean confidence of the words weighted by length, 0 to 1; 1 for a text layer, 0 for a failed page. */
  readonly confidence: number;
  /** In the order in which the engine or the file gave them; src/text decides the reading order. */
  readonly lines: readonly Line[];
  readonly rulings: readonly Ruling[];
  readonly unread: readonly UnreadRegion[];
  /** Share of the page's print that words cover, 0 to 1: 1 for a blank page, 0 for a failed one. */
  readonly coverage: number;
  /** What the file's own text layer says, one line each, where the page was recognised instead; absent where it says nothing. */
  readonly setAside?: string;
  /** In place of lines, for a file that says its paragraphs and tables itself. Nobody knows where on the page they stand. */
  readonly blocks?: readonly TextBlock[];
}

/** A word of a file without places. */
export type UnplacedWord = Omit<Word, 'box'> & { readonly box: Box | null };

/**
 * A paragraph or table row as the file says it, list marks written out. Tabs are kept; a line break that the writer set
 * is a newline.
 */
export type TextBlock =
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly role: BlockRole;
      readonly bold: boolean;
      readonly centred: boolean;
      /** True for the rest of a paragraph that began on the page before. */
      readonly goesOn: boolean;
    }
  | {
      readonly kind: 'table-row';
      readonly role: BlockRole;
      /** Number of the table within the file, from 0. */
      readonly table: number;
      /** For each column of the grid the paragraphs of its cell; a merged cell's stand in its first place. */
      readonly cells: readonly (readonly string[])[];
    };

/** Where a block stands: running text, the head of the first page, or the notes. */
export type BlockRole = 'body' | 'header' | 'footnote';
