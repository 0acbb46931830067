import type { OcrEngine } from './engine/OcrEngine.js';
import type { ReadingLimits } from './limits.js';

/** What the steps of reading one page share. */
export interface PageTools {
  readonly limits: ReadingLimits;
  /** The engine, started at its first use. */
  readonly engine: () => Promise<OcrEngine>;
  /** Milliseconds that the page may still take; at least 1. */
  readonly timeLeft: () => number;
}
