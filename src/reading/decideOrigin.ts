import type { OriginReason } from '../model/page.js';
import type { TextQuality } from './layer/judgeText.js';

/** What is known of a page before anything is recognised. */
export interface PageEvidence {
  /** Letter-sized marks of print on the rendered page. */
  readonly marks: number;
  /** Those of them outside the boxes of the text layer's words. */
  readonly marksOutside: number;
  /** Whether the page shows anything at all: print, lines, pictures, seals. */
  readonly hasInk: boolean;
  /** Words of the text layer, those of annotations left out. */
  readonly words: number;
  /** Share of them that are laid invisibly under the picture of the page; 0 where there are none. */
  readonly hidden: number;
  readonly quality: TextQuality;
}

export interface OriginDecision {
  readonly origin: 'text' | 'ocr' | 'blank';
  readonly reason: OriginReason;
}

/** A layer that misses more of the print is a stamp or a caption on a scan. */
const mostOutside = 0.4;
/** Text by hand measures over 0.95; the accents of bad OCR and legacy fonts bring it under 0.7. */
const leastValid = 0.75;
/** Running text measures 0.75 and more; OCR without a Vietnamese model under 0.05. */
const leastAccented = 0.3;
/** Fewer words are names and numbers, which the measures cannot judge. */
const fewWords = 8;

/** Whether a page is read from its text layer or recognised, and why. */
export function decideOrigin({ marks, marksOutside, hasInk, words, hidden, quality }: PageEvidence): OriginDecision {
  // A face that cannot be drawn leaves no mark; its words count all the same.
  if (!hasInk && (words < fewWords || hidden > 0.5)) return { origin: 'blank', reason: 'no-ink' };
  if (words === 0) return { origin: 'ocr', reason: 'no-text-layer' };
  if (quality.words >= fewWords && (quality.valid < leastValid || quality.accented < leastAccented)) {
    return { origin: 'ocr', reason: 'text-layer-unreadable' };
  }
  // Somebody else's recognition: its quality is unknown where ours is measured.
  if (hidden > 0.5) return { origin: 'ocr', reason: 'text-layer-hidden' };
  if (marksOutside > mostOutside * marks) return { origin: 'ocr', reason: 'text-layer-covers-little' };
  return { origin: 'text', reason: 'text-layer' };
}
