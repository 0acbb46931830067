import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SoatError } from '../../model/errors.js';
import { drawPdfPage } from '../draw/drawPdfPage.js';
import { holdsDamagedText } from '../holdsDamagedText.js';
import { holdsHugeImage } from '../holdsHugeImage.js';
import type { ReadingLimits } from '../limits.js';
import { displayedSize, openPdf, quarterTurn } from '../openPdf.js';
import { readPage } from '../readPage.js';
import { findSignatures } from '../signature/findSignatures.js';
import { bytesOf, type Content } from './content.js';
import { refusePageCount } from './refusePageCount.js';
import { type SourceFile, type SurveyedPage, unopenedPage } from './SourceFile.js';

/** @throws SoatError those of `openPdf`, `unreadable-file` */
export async function openPdfFile(content: Content, limits: ReadingLimits): Promise<SourceFile> {
  const bytes = await bytesOf(content);
  const pdf = await openPdf(bytes, limits);
  const file = {
    hasHugeImage: holdsHugeImage(bytes, limits.pixelsPerImage),
    hasDamagedText: holdsDamagedText(bytes),
  };
  // Signatures are looked for here, so that the bytes need not be kept beside pdf.js's own copy.
  const signatures = findSignatures(bytes);
  return {
    survey: async () => {
      refusePageCount(pdf.numPages, limits);
      return { pages: await surveyPages(pdf), signatures };
    },
    readPage: (number, tools) => readPage(pdf, number, file, tools),
    drawPage: (number, rotation) => drawPdfPage(pdf, number, rotation),
    close: () => pdf.loadingTask.destroy(),
  };
}

async function surveyPages(pdf: PDFDocumentProxy): Promise<readonly SurveyedPage[]> {
  const pages: SurveyedPage[] = [];
  let failure: unknown = null;
  for (let number = 1; number <= pdf.numPages; number++) {
    try {
      const page = await pdf.getPage(number);
      pages.push({ number, ...displayedSize(page), rotation: quarterTurn(page.rotate) });
      page.cleanup();
    } catch (cause) {
      failure = cause;
      pages.push({ number, ...unopenedPage });
    }
  }
  if (pages.every(({ width }) => width === 0)) throw new SoatError('truncated', null, { cause: failure });
  return pages;
}
