import type { Canvas } from '@napi-rs/canvas';
import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { QuarterTurn } from '../openPdf.js';
import { longestSide, pictureQuality } from './pictureSize.js';

/** What pdf.js's own factory makes; its declarations leave it open. */
interface CanvasFactory {
  create(width: number, height: number): { readonly canvas: Canvas };
  destroy(canvasAndContext: object): void;
}

/** The page as people see it, stamps and filled fields too, as WebP. */
export async function drawPdfPage(pdf: PDFDocumentProxy, number: number, rotation: QuarterTurn): Promise<Uint8Array> {
  const page = await pdf.getPage(number);
  const nominal = page.getViewport({ rotation, scale: 1 });
  const viewport = page.getViewport({ rotation, scale: longestSide / Math.max(nominal.width, nominal.height) });
  const factory = pdf.canvasFactory as CanvasFactory;
  const drawing = factory.create(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  try {
    await page.render({ canvas: drawing.canvas, viewport, annotationMode: AnnotationMode.ENABLE }).promise;
    return await drawing.canvas.encode('webp', pictureQuality);
  } finally {
    factory.destroy(drawing);
    page.cleanup();
  }
}
