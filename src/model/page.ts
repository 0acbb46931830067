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
  readonly box: Box;
  /** How many letter-sized marks stand in the region. */
  readonly marks: number;
}

export type PageOrigin = 'text' | 'ocr' | 'blank' | 'failed';

/** Why a page was read as it was; kept so that a reader of the JSON can tell. */
export type OriginReason =
  | 'text-layer'
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
}
