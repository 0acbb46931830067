import type { UnplacedWord } from '../../model/page.js';
import type { ListMark } from '../listMark.js';
import type { Row } from './Row.js';
import type { TableRow } from './tableRows.js';

/** Edges of the running text of a page, in pixels. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly lineHeight: number;
  /** Usual distance from line to line. */
  readonly pitch: number;
}

/** A line of running text with what decides where paragraphs begin. */
export interface FlowLine {
  readonly row: Row;
  readonly margins: Margins;
  readonly mark: ListMark | undefined;
  readonly centred: boolean;
  readonly bold: boolean | undefined;
  readonly capitals: boolean;
}

/** What stands on the pages, in reading order, before it is made one text. */
export type Block =
  | { readonly kind: 'line'; readonly line: FlowLine }
  | { readonly kind: 'letterhead'; readonly row: Row; readonly right: boolean }
  | { readonly kind: 'closing'; readonly row: Row; readonly right: boolean }
  | { readonly kind: 'table-row'; readonly row: TableRow; readonly table: number }
  | { readonly kind: 'footnote'; readonly row: Row };

/** A word with its page, on its way into the text. */
export interface DraftWord {
  readonly page: number;
  readonly word: UnplacedWord;
}

/** A paragraph as its words: pieces are the printed lines, or for a table row its cells. */
export interface Draft {
  readonly block: Block['kind'];
  readonly side?: 'left' | 'right';
  readonly page: number;
  readonly cells?: readonly (readonly DraftWord[])[];
  readonly words: readonly DraftWord[];
  readonly table?: number;
  readonly bold?: boolean;
  readonly centred?: boolean;
}
