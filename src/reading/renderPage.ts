import type { Canvas } from '@napi-rs/canvas';
import { AnnotationMode, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SoatError } from '../model/errors.js';
import { type SeparatedInk, separateInk } from './image/separateInk.js';
import { displayedSize, pixelsPerPoint, type QuarterTurn } from './openPdf.js';

/**
 * A page of a scanner that writes pixels as points is 8 to 16 times as large as its paper; it is brought down to about
 * the pixels of an A3 page at 200 dpi, which holds all that such a scan shows.
 */
const largestRendering = 8_500_000;

/** What pdf.js's own factory makes; its declarations leave it open. */
interface CanvasFactory {
  create(width: number, height: number): { readonly canvas: Canvas };
  destroy(canvasAndContext: object): void;
}

/**
 * The page as displayed, at 200 dpi (very large pages smaller), print and coloured ink apart.
 * @param rotation clockwise turn under which the page is shown
 * @param annotations whether stamps and filled fields are drawn; those marked `noView` in the file's storage never are
 * @throws SoatError `page-unreadable`
 */
export async function renderPage(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
  rotation: QuarterTurn,
  annotations: boolean,
): Promise<SeparatedInk> {
  const nominal = displayedSize(page, rotation);
  const pixels = nominal.width * nominal.height;
  const viewport = page.getViewport({
    rotation,
    scale: pixelsPerPoint * Math.min(1, Math.sqrt(largestRendering / pixels)),
  });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  const factory = pdf.canvasFactory as CanvasFactory;
  const drawing = factory.create(width, height);
  try {
    const task = page.render({
      canvas: drawing.canvas,
      viewport,
      annotationMode: annotations ? AnnotationMode.ENABLE_STORAGE : AnnotationMode.DISABLE,
    });
    await task.promise;
    // The canvas's own pixels, for pdf.js draws on opaque white: a copy of them takes longer than parting the ink.
    return separateInk(drawing.canvas.data(), width, height);
  } catch (cause) {
    throw new SoatError('page-unreadable', null, { cause });
  } finally {
    factory.destroy(drawing);
    page.cleanup();
  }
}
