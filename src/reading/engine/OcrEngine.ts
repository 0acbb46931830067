import type { OtherReading } from '../../model/page.js';
import type { PixelArea } from '../image/cutOut.js';
import type { GreyImage } from '../image/GreyImage.js';

export interface OcrWord {
  readonly text: string;
  /** What the engine read, where `text` is a repair. */
  readonly printed?: string;
  /** Other readings of a number. */
  readonly alternatives?: readonly OtherReading[];
  /** Pixels of the image handed over; right and bottom exclusive. */
  readonly box: PixelArea;
  /** 0 to 1. */
  readonly confidence: number;
  /** True where the face is known to be bold. */
  readonly bold?: boolean;
}

export interface OcrLine {
  readonly words: readonly OcrWord[];
}

/** How the engine is to look for text: a whole page with columns and tables, one block of lines, or one line. */
export type OcrLayout = 'page' | 'block' | 'line';

export interface OcrOptions {
  readonly layout: OcrLayout;
  /** Milliseconds after which the engine is stopped. */
  readonly timeout: number;
}

/** An OCR engine with its model loaded. One image at a time. */
export interface OcrEngine {
  /** @throws SoatError `page-timeout`, `engine-crashed`; the engine is of no use after either */
  recognise(image: GreyImage, options: OcrOptions): Promise<readonly OcrLine[]>;
  close(): Promise<void>;
}
