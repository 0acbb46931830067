import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SoatError } from '../model/errors.js';
import type { DigitalSignature } from '../model/facts.js';
import { type ReadingLimits, readingLimits } from './limits.js';
import { displayedSize, openPdf, quarterTurn } from './openPdf.js';
import { findSignatures } from './signature/findSignatures.js';
import { withinTime } from './withinTime.js';

export interface SurveyedPage {
  /** Counts from 1. */
  readonly number: number;
  /** Pixels of the page as displayed, at 200 dpi; 0 where the page cannot be opened. */
  readonly width: number;
  readonly height: number;
  /** Clockwise quarter turn that the page asks for, in degrees. */
  readonly rotation: 0 | 90 | 180 | 270;
}

/** What can be told of a file without reading its pages. */
export interface Survey {
  readonly pages: readonly SurveyedPage[];
  readonly signatures: readonly DigitalSignature[];
}

/**
 * Opens a PDF and lists its pages and digital signatures; nothing is rendered. `bytes` is left as it is.
 * @throws SoatError `encrypted`, `empty`, `truncated`, `no-pages`, `too-many-pages`, `not-a-document`, `document-timeout`
 */
export async function surveyPdf(bytes: Uint8Array, limits: Partial<ReadingLimits> = {}): Promise<Survey> {
  const allLimits = { ...readingLimits, ...limits };
  const { pages: maximum, surveyMs } = allLimits;
  const pdf = await openPdf(bytes, allLimits);
  try {
    if (pdf.numPages < 1) throw new SoatError('no-pages');
    if (pdf.numPages > maximum) throw new SoatError('too-many-pages', `${pdf.numPages} > ${maximum}`);
    const pages = await withinTime(surveyPages(pdf), surveyMs, () => new SoatError('document-timeout'));
    return { pages, signatures: findSignatures(bytes) };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** A page that cannot be opened keeps its number, so that reading it fails for that page alone. */
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

const unopenedPage = { width: 0, height: 0, rotation: 0 } as const;
