import type { DigitalSignature } from '../../model/facts.js';
import type { PageReading } from '../../model/page.js';
import type { QuarterTurn } from '../openPdf.js';
import type { PageTools } from '../PageTools.js';

export interface SurveyedPage {
  /** Counts from 1. */
  readonly number: number;
  /** Pixels of the page as displayed, at 200 dpi; 0 where the page cannot be opened. */
  readonly width: number;
  readonly height: number;
  /** Clockwise quarter turn that the page asks for, in degrees. */
  readonly rotation: 0 | 90 | 180 | 270;
}

/** What can be told of a file without reading its pages. */
export interface Survey {
  readonly pages: readonly SurveyedPage[];
  readonly signatures: readonly DigitalSignature[];
}

/** A page that cannot be opened keeps its place in the survey, so that reading it fails for that page alone. */
export const unopenedPage = { width: 0, height: 0, rotation: 0 } as const;

/** An open file of any format that is read. Its pages are read one at a time, in any order. */
export interface SourceFile {
  /** @throws SoatError of the file: `no-pages`, `too-many-pages`, `truncated`, `document-timeout` */
  survey(): Promise<Survey>;
  /** @throws SoatError of the page: `page-unreadable`, `page-too-large`, `page-missing`, and those of the engine */
  readPage(number: number, tools: PageTools): Promise<PageReading>;
  /** The page as people see it, turned clockwise, as WebP; absent where a format has no printed pages. */
  drawPage?(number: number, rotation: QuarterTurn): Promise<Uint8Array>;
  close(): Promise<void>;
}
