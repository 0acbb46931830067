import { loadLanguage } from '../pipeline/loadLanguage.js';
import { dropNoise } from './dropNoise.js';
import type { OcrLine } from './engine/OcrEngine.js';
import { findRulings, type PixelRuling } from './image/findRulings.js';
import type { PointMap } from './image/turnImage.js';
import { turnImage } from './image/turnImage.js';
import { rereadNumbers } from './numbers/rereadNumbers.js';
import type { PageTools } from './PageTools.js';
import { partRulings } from './partRulings.js';
import { plainGlyphs } from './plainGlyphs.js';
import { LanguageModel } from './prose/LanguageModel.js';
import { repairProse } from './prose/repairProse.js';
import type { RecognisedScan } from './recogniseScan.js';
import { findCells } from './table/findCells.js';
import { rereadCells } from './table/rereadCells.js';
import type { UnreadRow } from './unread/findUnreadRows.js';
import { measureCoverage } from './unread/measureCoverage.js';
import { rereadUnread } from './unread/rereadUnread.js';
import { rescueColouredPrint } from './unread/rescueColouredPrint.js';

/** What a scanned page says, in pixels of its straightened image. */
export interface ScanReading {
  readonly lines: readonly OcrLine[];
  readonly rulings: readonly PixelRuling[];
  readonly unread: readonly UnreadRow[];
  /** Share of the print that words cover, 0 to 1. */
  readonly coverage: number;
  readonly skew: number;
  readonly toPage: PointMap;
}

/**
 * Reads again whatever was passed over or read doubtfully at first sight: cells of tables, bands without words, coloured print,
 * numbers. Last, accents of sentences are repaired by the words around them.
 */
export async function completeScan(
  { ink, image, skew, toPage, lines: recognised }: RecognisedScan,
  { engine, timeLeft }: PageTools,
): Promise<ScanReading> {
  const { lines: parted, rulings } = partRulings(recognised, findRulings(image));
  const byCell = await rereadCells(image, dropNoise(parted), findCells(rulings), engine, timeLeft);
  const { lines: whole, unread } = await rereadUnread(image, byCell, engine, timeLeft);
  const colour = ink.colour === null || skew === 0 ? ink.colour : turnImage(ink.colour, -skew).image;
  const coloured = colour === null ? whole : await rescueColouredPrint(colour, whole, engine, timeLeft);
  const numbered = await rereadNumbers(image, dropNoise(coloured), engine, timeLeft);
  const lines = repairProse(plainGlyphs(numbered), new LanguageModel(loadLanguage()));
  return { lines, rulings, unread, coverage: measureCoverage(image, lines), skew, toPage };
}
