import { completeScan, type ScanReading } from './completeScan.js';
import { linesRunDown } from './image/linesRunDown.js';
import type { SeparatedInk } from './image/separateInk.js';
import { judgeText } from './layer/judgeText.js';
import { type QuarterTurn, quarterTurn } from './openPdf.js';
import type { PageTools } from './PageTools.js';
import { type RecognisedScan, recogniseScan } from './recogniseScan.js';
import { findUnreadRows } from './unread/findUnreadRows.js';
import { marksBeside } from './unread/marksBeside.js';

export interface UprightReading {
  readonly reading: ScanReading;
  /** The image that was read, and the clockwise turn under which the page gives it. */
  readonly ink: SeparatedInk;
  readonly rotation: QuarterTurn;
}

/** Print that stands on its head gives words that are none. */
const leastValid = 0.5;
/** Fewer words cannot tell; then much unread print must, before a page is tried under other turns. */
const fewWords = 12;
const muchUnread = 60;

/**
 * Reads a scan as it is displayed; where its words lie on their side or are none, under the other turns too, and keeps
 * the turn with the most words that are Vietnamese. Only that one is read to the end.
 */
export async function readTurned(
  ink: SeparatedInk,
  rotation: QuarterTurn,
  render: (rotation: QuarterTurn) => Promise<SeparatedInk>,
  tools: PageTools,
): Promise<UprightReading> {
  let best = { scan: await recogniseScan(ink, tools), rotation };
  if (!isUpright(best.scan)) {
    for (const turn of linesRunDown(ink.print) ? [90, 270, 180] : [180, 90, 270]) {
      const turned = quarterTurn(rotation + turn);
      const candidate = { scan: await recogniseScan(await render(turned), tools), rotation: turned };
      if (score(candidate.scan) > score(best.scan)) best = candidate;
      if (isUpright(candidate.scan)) break;
    }
  }
  return { reading: await completeScan(best.scan, tools), ink: best.scan.ink, rotation: best.rotation };
}

function isUpright(scan: RecognisedScan): boolean {
  if (liesOnSide(scan)) return false;
  const { words, valid } = judgeText(textsOf(scan));
  return words >= fewWords ? valid >= leastValid : unreadMarks(scan) < muchUnread;
}

function unreadMarks({ image, lines }: RecognisedScan): number {
  return findUnreadRows(marksBeside(image, lines)).reduce((sum, { marks }) => sum + marks, 0);
}

function score(scan: RecognisedScan): number {
  const { words, valid } = judgeText(textsOf(scan));
  return liesOnSide(scan) ? 0 : words * valid;
}

/** The engine reads a page on its side now and then; its words are then higher than wide. */
function liesOnSide({ lines }: RecognisedScan): boolean {
  const words = lines.flatMap((line) => line.words).filter(({ text }) => text.length >= 3);
  const upended = words.filter(({ box }) => box.bottom - box.top > box.right - box.left);
  return upended.length > words.length / 2;
}

function textsOf({ lines }: RecognisedScan): readonly string[] {
  return lines.flatMap((line) => line.words.map(({ text }) => text));
}
