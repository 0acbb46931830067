import type { SeparatedInk } from './image/separateInk.js';
import { judgeText } from './layer/judgeText.js';
import { type QuarterTurn, quarterTurn } from './openPdf.js';
import type { PageTools } from './PageTools.js';
import { readScan, type ScanReading } from './readScan.js';

export interface UprightReading {
  readonly reading: ScanReading;
  /** The image that was read, and the clockwise turn under which the page gives it. */
  readonly ink: SeparatedInk;
  readonly rotation: QuarterTurn;
}

/** Upright first; a landscape table is laid on its side more often than a page is on its head. */
const turns = [0, 90, 270, 180] as const;
/** Print that stands on its head gives words that are none. */
const leastValid = 0.5;
/** Fewer words cannot tell; then much unread print must, before a page is tried under other turns. */
const fewWords = 12;
const muchUnread = 60;

/**
 * Reads a scan as it is displayed; where its words lie on their side or are none, under the other turns too, and keeps
 * the reading with the most words that are Vietnamese.
 */
export async function readTurned(
  ink: SeparatedInk,
  rotation: QuarterTurn,
  render: (rotation: QuarterTurn) => Promise<SeparatedInk>,
  tools: PageTools,
): Promise<UprightReading> {
  const first = { reading: await readScan(ink, tools), ink, rotation };
  if (isUpright(first.reading)) return first;
  let best: UprightReading = first;
  for (const turn of turns.slice(1)) {
    const turned = await render(quarterTurn(rotation + turn));
    const candidate = { reading: await readScan(turned, tools), ink: turned, rotation: quarterTurn(rotation + turn) };
    if (score(candidate.reading) > score(best.reading)) best = candidate;
    if (isUpright(candidate.reading)) break;
  }
  return best;
}

function isUpright(reading: ScanReading): boolean {
  if (liesOnSide(reading)) return false;
  const { words, valid } = judgeText(textsOf(reading));
  if (words >= fewWords) return valid >= leastValid;
  return reading.unread.reduce((sum, { marks }) => sum + marks, 0) < muchUnread;
}

function score(reading: ScanReading): number {
  const { words, valid } = judgeText(textsOf(reading));
  return liesOnSide(reading) ? 0 : words * valid;
}

/** The engine reads a page on its side now and then; its words are then higher than wide. */
function liesOnSide({ lines }: ScanReading): boolean {
  const words = lines.flatMap((line) => line.words).filter(({ text }) => text.length >= 3);
  const upended = words.filter(({ box }) => box.bottom - box.top > box.right - box.left);
  return upended.length > words.length / 2;
}

function textsOf({ lines }: ScanReading): readonly string[] {
  return lines.flatMap((line) => line.words.map(({ text }) => text));
}
