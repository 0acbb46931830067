import { unionOf } from '../model/geometry.js';
import type { Line, PageReading, Word } from '../model/page.js';
import type { ScanReading } from './completeScan.js';
import type { OriginDecision } from './decideOrigin.js';
import type { OcrLine } from './engine/OcrEngine.js';
import type { GreyImage } from './image/GreyImage.js';
import { type PlaceOnPage, placeOnPage } from './placeOnPage.js';

type PageFacts = Pick<PageReading, 'number' | 'width' | 'height' | 'rotation'>;

/** The record of a page from what was read on its rendered image; `reading` is null for a blank page. */
export function pageReading(
  facts: PageFacts,
  { origin, reason }: OriginDecision,
  rendered: Pick<GreyImage, 'width' | 'height'>,
  reading: ScanReading | null,
): PageReading {
  if (reading === null) {
    return { ...facts, origin, reason, skew: 0, confidence: 1, lines: [], rulings: [], unread: [], coverage: 1 };
  }
  const place = placeOnPage(rendered, reading.toPage);
  const lines = reading.lines.map((line) => lineOf(line, place));
  return {
    ...facts,
    origin,
    reason,
    skew: reading.skew,
    confidence: meanConfidence(lines),
    lines,
    rulings: reading.rulings.map((ruling) => ({ direction: ruling.direction, box: place(ruling) })),
    coverage: Math.round(reading.coverage * 1e4) / 1e4,
    unread: reading.unread.map((row) => ({ box: place(row), marks: row.marks })),
  };
}

function lineOf({ words }: OcrLine, place: PlaceOnPage): Line {
  const placed = words.map(
    ({ text, printed, alternatives, confidence, box, bold }): Word => ({
      text,
      ...(printed === undefined ? {} : { printed }),
      box: place(box),
      confidence: Math.round(confidence * 1e4) / 1e4,
      ...(alternatives === undefined ? {} : { alternatives }),
      ...(bold === true ? { bold } : {}),
    }),
  );
  return { words: placed, box: unionOf(placed.map(({ box }) => box)) };
}

/** Weighted by length; 1 for a page without words, since nothing on it is doubtful. */
function meanConfidence(lines: readonly Line[]): number {
  let letters = 0;
  let sum = 0;
  for (const { words } of lines) {
    for (const { text, confidence } of words) {
      letters += text.length;
      sum += confidence * text.length;
    }
  }
  return letters === 0 ? 1 : Math.round((sum / letters) * 1e4) / 1e4;
}
