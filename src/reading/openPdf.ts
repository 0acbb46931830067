import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SoatError } from '../model/errors.js';
import type { ReadingLimits } from './limits.js';
import { withinTime } from './withinTime.js';

/** Dots per inch at which pages are measured and read; finer rendering reads worse and coarser loses small print. */
export const readingDpi = 200;

/** PDF units are 1/72 inch. */
export const pixelsPerPoint = readingDpi / 72;

/** Readers accept leading bytes before the header within this length. */
const headerReach = 1024;

const pdfjsFolder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folderUrl = (name: string): string => `${path.join(pdfjsFolder, name)}${path.sep}`;

/**
 * Opens a PDF held in memory; `bytes` is copied. The caller ends it with `pdf.loadingTask.destroy()`.
 * @throws SoatError `empty`, `not-a-document`, `truncated`, `encrypted`, `document-timeout`
 */
export async function openPdf(
  bytes: Uint8Array,
  { surveyMs, pixelsPerImage }: ReadingLimits,
): Promise<PDFDocumentProxy> {
  refuseWhatIsNoWholePdf(bytes);
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: folderUrl('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folderUrl('standard_fonts'),
    wasmUrl: folderUrl('wasm'),
    iccUrl: folderUrl('iccs'),
    isEvalSupported: false,
    // Larger pictures are left out before they are unpacked; a page that shows nothing for it is told by showsNothing.
    maxImageSize: pixelsPerImage,
    enableXfa: false,
    fontExtraProperties: true,
  });
  try {
    return await withinTime(task.promise, surveyMs, () => new SoatError('document-timeout'));
  } catch (cause) {
    await task.destroy();
    throw cause instanceof SoatError ? cause : new SoatError(codeOf(cause), null, { cause });
  }
}

/** Pixels of the page as displayed, at 200 dpi; `rotation` in place of the turn that the page asks for. */
export function displayedSize(
  page: PDFPageProxy,
  rotation: number = page.rotate,
): { readonly width: number; readonly height: number } {
  const { width, height } = page.getViewport({ scale: pixelsPerPoint, rotation });
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

export type QuarterTurn = 0 | 90 | 180 | 270;

/** Any multiple of 90 as a clockwise turn from 0 to 270. */
export function quarterTurn(degrees: number): QuarterTurn {
  const turn = ((Math.round(degrees / 90) % 4) + 4) % 4;
  return turn === 0 ? 0 : turn === 1 ? 90 : turn === 2 ? 180 : 270;
}

/**
 * A file cut short often opens all the same, with its last pages gone and nobody told. Its sign: after the last
 * end mark come further objects, or there is no end mark at all.
 */
function refuseWhatIsNoWholePdf(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new SoatError('empty');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, headerReach).includes('%PDF-')) throw new SoatError('not-a-document');
  const end = Math.max(buffer.lastIndexOf('%%EOF'), buffer.lastIndexOf('startxref'));
  if (end < 0 || buffer.indexOf('endobj', end) >= 0) throw new SoatError('truncated');
}

function codeOf(cause: unknown): 'encrypted' | 'truncated' {
  return cause instanceof Error && cause.name === 'PasswordException' ? 'encrypted' : 'truncated';
}
