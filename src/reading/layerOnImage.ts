import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OcrLine } from './engine/OcrEngine.js';
import type { GreyImage } from './image/GreyImage.js';
import type { LayerLine } from './layer/groupGlyphs.js';
import type { QuarterTurn } from './openPdf.js';

/** Lines of a text layer as lines in pixels of the rendered page; their words are certain. */
export function layerOnImage(
  lines: readonly LayerLine[],
  page: PDFPageProxy,
  rotation: QuarterTurn,
  image: GreyImage,
): readonly OcrLine[] {
  const { width, height } = page.getViewport({ scale: 1, rotation });
  const across = image.width / width;
  const down = image.height / height;
  return lines.map(({ words }) => ({
    words: words.map(({ text, left, top, right, bottom, bold }) => ({
      text,
      box: { left: left * across, top: top * down, right: right * across, bottom: bottom * down },
      confidence: 1,
      bold,
    })),
  }));
}
