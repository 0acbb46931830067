import type { ScanReading } from './completeScan.js';
import { dropUnprinted } from './dropUnprinted.js';
import type { OcrLine } from './engine/OcrEngine.js';
import { findRulings } from './image/findRulings.js';
import type { SeparatedInk } from './image/separateInk.js';
import type { PageTools } from './PageTools.js';
import { partColumns } from './partRulings.js';
import { measureCoverage } from './unread/measureCoverage.js';
import { rereadUnread } from './unread/rereadUnread.js';

/** Completes a text layer: print that stands in a picture on the page (a pasted table, a scanned part) is recognised. */
export async function readText(
  ink: SeparatedInk,
  layer: readonly OcrLine[],
  { engine, timeLeft }: PageTools,
): Promise<ScanReading> {
  const { print } = ink;
  const { lines: parted, rulings } = partColumns(dropUnprinted(layer, ink), findRulings(print));
  const { lines, unread } = await rereadUnread(print, parted, engine, timeLeft);
  return { lines, unread, rulings, coverage: measureCoverage(print, lines), skew: 0, toPage: (x, y) => [x, y] };
}
