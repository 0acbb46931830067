import { SoatError } from '../model/errors.js';
import type { PageReading } from '../model/page.js';
import { shippedEngine, startEngine } from './engine/EngineChoice.js';
import type { OcrEngine } from './engine/OcrEngine.js';
import { type ReadingLimits, readingLimits } from './limits.js';
import type { Content } from './source/content.js';
import { openSource } from './source/openSource.js';
import type { SourceFile } from './source/SourceFile.js';
import { withinTime } from './withinTime.js';

export interface ReaderOptions {
  readonly limits?: Partial<ReadingLimits>;
  /** Starts the OCR engine; called for the first page that needs one, and again after a crash. Default: the shipped one. */
  readonly startEngine?: () => Promise<OcrEngine>;
}

/** Reads pages of files, one at a time; the last file stays open between its pages. */
export interface Reader {
  /**
   * @param content path of the file (it must not change between pages) or its bytes; the same array means the same file
   * @param pageNumber counts from 1
   * @throws SoatError of the page: `page-unreadable`, `page-timeout`, `page-too-large`, `engine-crashed`;
   *   of the file: those of `openSource`; of the machine: `model-missing`.
   *   The reader can be used again after any of them.
   */
  read(content: Content, pageNumber: number): Promise<PageReading>;
  /** Lets go of the file, the engine and its thread. */
  close(): Promise<void>;
}

/** A reader costs next to nothing until its first page; use one a thread. */
export async function openReader(options: ReaderOptions = {}): Promise<Reader> {
  return new SourceReader(
    { ...readingLimits, ...options.limits },
    options.startEngine ?? (() => startEngine(shippedEngine)),
  );
}

class SourceReader implements Reader {
  private content: Content | null = null;
  private source: SourceFile | null = null;
  private engine: Promise<OcrEngine> | null = null;

  constructor(
    private readonly limits: ReadingLimits,
    private readonly startEngine: () => Promise<OcrEngine>,
  ) {}

  async read(content: Content, pageNumber: number): Promise<PageReading> {
    const source = await this.open(content);
    const end = Date.now() + this.limits.pageMs;
    const work = source.readPage(pageNumber, {
      limits: this.limits,
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
    const { source, engine } = this;
    this.content = null;
    this.source = null;
    this.engine = null;
    await source?.close();
    await engine?.then(
      (started) => started.close(),
      () => {},
    );
  }

  private async open(content: Content): Promise<SourceFile> {
    if (this.source !== null && this.content === content) return this.source;
    await this.source?.close();
    this.content = null;
    this.source = null;
    const source = await openSource(content, this.limits);
    this.content = content;
    this.source = source;
    return source;
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
