import { readFile } from 'node:fs/promises';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SoatError } from '../model/errors.js';
import type { PageReading } from '../model/page.js';
import type { OcrEngine } from './engine/OcrEngine.js';
import { TesseractJsEngine } from './engine/TesseractJsEngine.js';
import { holdsHugeImage } from './holdsHugeImage.js';
import { type ReadingLimits, readingLimits } from './limits.js';
import { openPdf } from './openPdf.js';
import { readPage } from './readPage.js';
import { withinTime } from './withinTime.js';

export interface ReaderOptions {
  readonly limits?: Partial<ReadingLimits>;
  /** Starts the OCR engine; called for the first page that needs one, and again after a crash. Default: tesseract. */
  readonly startEngine?: () => Promise<OcrEngine>;
}

/** Reads pages of PDF files, one at a time; the last file stays open between its pages. */
export interface Reader {
  /**
   * @param source path of the PDF (it must not change between pages) or its bytes; the same array means the same file
   * @param pageNumber counts from 1
   * @throws SoatError of the page: `page-unreadable`, `page-timeout`, `page-too-large`, `engine-crashed`;
   *   of the file: those of `surveyPdf`, `unreadable-file`; of the machine: `model-missing`.
   *   The reader can be used again after any of them.
   */
  read(source: string | Uint8Array, pageNumber: number): Promise<PageReading>;
  /** Lets go of the file, the engine and its thread. */
  close(): Promise<void>;
}

/** A reader costs next to nothing until its first page; use one a thread. */
export async function openReader(options: ReaderOptions = {}): Promise<Reader> {
  return new PdfReader({ ...readingLimits, ...options.limits }, options.startEngine ?? TesseractJsEngine.start);
}

class PdfReader implements Reader {
  private source: string | Uint8Array | null = null;
  private pdf: PDFDocumentProxy | null = null;
  private hasHugeImage = false;
  private engine: Promise<OcrEngine> | null = null;

  constructor(
    private readonly limits: ReadingLimits,
    private readonly startEngine: () => Promise<OcrEngine>,
  ) {}

  async read(source: string | Uint8Array, pageNumber: number): Promise<PageReading> {
    const pdf = await this.open(source);
    const end = Date.now() + this.limits.pageMs;
    const work = readPage(pdf, pageNumber, {
      limits: this.limits,
      hasHugeImage: this.hasHugeImage,
      engine: () => this.startedEngine(),
      timeLeft: () => Math.max(1, end - Date.now()),
    });
    try {
      return await withinTime(work, this.limits.pageMs, () => new SoatError('page-timeout'));
    } catch (cause) {
      const failure = cause instanceof SoatError ? cause : new SoatError('page-unreadable', String(cause), { cause });
      // What still runs for a page that is late, and an engine that is gone, must not meet the next page.
      if (failure.code === 'page-timeout' || failure.code === 'engine-crashed') await this.close();
      throw failure;
    }
  }

  async close(): Promise<void> {
    const { pdf, engine } = this;
    this.source = null;
    this.pdf = null;
    this.engine = null;
    await pdf?.loadingTask.destroy();
    await engine?.then(
      (started) => started.close(),
      () => {},
    );
  }

  private async open(source: string | Uint8Array): Promise<PDFDocumentProxy> {
    if (this.pdf !== null && this.source === source) return this.pdf;
    await this.pdf?.loadingTask.destroy();
    this.source = null;
    this.pdf = null;
    const bytes = typeof source === 'string' ? await bytesOf(source) : source;
    const pdf = await openPdf(bytes, this.limits);
    this.source = source;
    this.pdf = pdf;
    this.hasHugeImage = holdsHugeImage(bytes, this.limits.pixelsPerImage);
    return pdf;
  }

  private startedEngine(): Promise<OcrEngine> {
    if (this.engine !== null) return this.engine;
    const engine = this.startEngine();
    this.engine = engine;
    engine.catch(() => {
      if (this.engine === engine) this.engine = null;
    });
    return engine;
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new SoatError('unreadable-file', file, { cause });
  }
}
