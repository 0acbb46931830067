import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type QuarterTurn, quarterTurn } from '../openPdf.js';
import { collectGlyphs } from './collectGlyphs.js';
import type { PageAnnotations } from './findAnnotations.js';
import type { Glyph } from './Glyph.js';
import { groupGlyphs, type LayerLine } from './groupGlyphs.js';
import { decodeGlyphs } from './legacy/decodeGlyphs.js';

export interface TextLayer {
  /** Clockwise turn under which most of the text stands upright. */
  readonly rotation: QuarterTurn;
  /** Lines in points of the page under that turn, stamped numbers in their places. */
  readonly lines: readonly LayerLine[];
  /** Ids of the signatures that print the number or the day of the document into the page. */
  readonly stamps: ReadonlySet<string>;
}

/** What a clerk's signature prints into the gaps of `Số:    /QĐ-UBND` and `ngày   tháng`. */
const numberStamp = /^\d{1,5}\p{L}?$/u;

/**
 * The words that a page itself holds as text. Stamps and filled fields count; of digital signatures only what prints
 * a number into the page, for signer and time are in the signature itself.
 */
export async function readLayer(page: PDFPageProxy, annotations: PageAnnotations): Promise<TextLayer> {
  if (!annotations.mayStampNumbers && annotations.printed.size === 0 && !(await hasText(page))) {
    return { rotation: quarterTurn(page.rotate), lines: [], stamps: new Set() };
  }
  const asked = await collectGlyphs(page, page.getViewport({ scale: 1 }));
  const rotation = quarterTurn(page.rotate + uprightTurn(asked));
  const glyphs =
    rotation === quarterTurn(page.rotate) ? asked : await collectGlyphs(page, page.getViewport({ scale: 1, rotation }));
  const signatures = new Map<string, Glyph[]>();
  const printed = glyphs.filter((glyph) => {
    const { annotation } = glyph;
    if (annotation === null || !annotations.signatures.has(annotation)) return true;
    signatures.set(annotation, [...(signatures.get(annotation) ?? []), glyph]);
    return false;
  });
  const stamps = [...signatures].filter(([, drawn]) => numberStamp.test(textOf(drawn)));
  const stamped = stamps.flatMap(([, drawn]) => drawn);
  return {
    rotation,
    lines: groupGlyphs(decodeGlyphs([...printed, ...stamped])),
    stamps: new Set(stamps.map(([id]) => id)),
  };
}

/** By how much a page must be turned, clockwise, for most of its characters to run from left to right. */
function uprightTurn(glyphs: readonly Glyph[]): QuarterTurn {
  const counts = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const { dx, dy, text } of glyphs) {
    if (text.trim() === '') continue;
    counts[Math.abs(dx) >= Math.abs(dy) ? (dx >= 0 ? 0 : 180) : dy < 0 ? 90 : 270]++;
  }
  const turns = [0, 90, 180, 270] as const;
  return turns.reduce((best, turn) => (counts[turn] > counts[best] ? turn : best));
}

/** Cheap for scans, whose pictures are not decoded for it. */
async function hasText(page: PDFPageProxy): Promise<boolean> {
  const { items } = await page.getTextContent();
  return items.some((item) => 'str' in item && item.str.trim() !== '');
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs
    .map(({ text }) => text)
    .join('')
    .trim();
}
