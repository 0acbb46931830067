import type { PageCount } from './handlers.js';

export interface AuditProgress {
  readonly documents: { readonly done: number; readonly total: number };
  /** `total` grows while files are surveyed; pages kept from an earlier run count as done. */
  readonly pages: { readonly done: number; readonly total: number };
  /** Pages read in this run a minute, since there was one to read; null before one is read. */
  readonly pagesPerMinute: number | null;
}

/** Counts what is done and tells it at every change. */
export class ProgressCount {
  readonly #documents: number;
  readonly #tell: (progress: AuditProgress) => void;
  #documentsDone = 0;
  #pages = 0;
  #pagesKept = 0;
  #pagesRead = 0;
  #startedAt: number | undefined;

  constructor(documents: number, tell: (progress: AuditProgress) => void) {
    this.#documents = documents;
    this.#tell = tell;
  }

  surveyed({ pages, kept }: PageCount): void {
    this.#pages += pages;
    this.#pagesKept += kept;
    if (pages > kept) this.#startedAt ??= performance.now();
    this.#changed();
  }

  pageRead(): void {
    this.#pagesRead++;
    this.#changed();
  }

  documentDone(): void {
    this.#documentsDone++;
    this.#changed();
  }

  #changed(): void {
    const minutes = this.#startedAt === undefined ? 0 : (performance.now() - this.#startedAt) / 60_000;
    this.#tell({
      documents: { done: this.#documentsDone, total: this.#documents },
      pages: { done: this.#pagesKept + this.#pagesRead, total: this.#pages },
      pagesPerMinute: this.#pagesRead > 0 && minutes > 0 ? this.#pagesRead / minutes : null,
    });
  }
}
