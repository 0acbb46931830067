import { readFile } from 'node:fs/promises';
import type { Canvas } from '@napi-rs/canvas';
import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReadingLimits, readingLimits } from './limits.js';
import { openPdf } from './openPdf.js';
import { withinTime } from './withinTime.js';

export interface PageToDraw {
  readonly number: number;
  /** Clockwise turn under which the page stands upright, as its reading says. */
  readonly rotation: number;
}

export interface DrawnPage {
  readonly number: number;
  readonly webp: Uint8Array;
}

/** Pixels of the longer side: print of 13 points can be read, and a page of a scan takes some 100 kB. */
const longestSide = 1400;
/** Of WebP, 0 to 100. */
const quality = 55;

/** What pdf.js's own factory makes; its declarations leave it open. */
interface CanvasFactory {
  create(width: number, height: number): { readonly canvas: Canvas };
  destroy(canvasAndContext: object): void;
}

/**
 * Draws pages as people see them, stamps and filled fields too. A page that cannot be drawn is left out.
 * @throws SoatError of a file that cannot be opened
 */
export async function drawPages(
  file: string,
  pages: readonly PageToDraw[],
  limits: ReadingLimits = readingLimits,
): Promise<readonly DrawnPage[]> {
  const pdf = await openPdf(await readFile(file), limits);
  try {
    const drawn: DrawnPage[] = [];
    for (const page of pages) {
      const one = await withinTime(drawPage(pdf, page), limits.pageMs, () => new Error('late')).catch(() => null);
      if (one !== null) drawn.push(one);
    }
    return drawn;
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function drawPage(pdf: PDFDocumentProxy, { number, rotation }: PageToDraw): Promise<DrawnPage> {
  const page = await pdf.getPage(number);
  const nominal = page.getViewport({ rotation, scale: 1 });
  const viewport = page.getViewport({ rotation, scale: longestSide / Math.max(nominal.width, nominal.height) });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  const factory = pdf.canvasFactory as CanvasFactory;
  const drawing = factory.create(width, height);
  try {
    await page.render({ canvas: drawing.canvas, viewport, annotationMode: AnnotationMode.ENABLE }).promise;
    return { number, webp: await drawing.canvas.encode('webp', quality) };
  } finally {
    factory.destroy(drawing);
    page.cleanup();
  }
}
