import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Piscina } from 'piscina';
import type { SoatDocument } from '../model/document.js';
import { packageRoot } from '../pipeline/packageRoot.js';
import type { DrawnPage, PageToDraw } from '../reading/draw/drawPages.js';
import { readingLimits } from '../reading/limits.js';
import type { FileStore } from '../store/files/FileStore.js';
import { originalKey } from '../store/Originals.js';

/** A page as people see it. */
export interface PagePicture {
  readonly mime: 'image/webp';
  readonly bytes: Uint8Array;
}

interface Task {
  readonly file: string;
  readonly pages: readonly PageToDraw[];
}

/** Milliseconds: starting a thread takes longer than drawing a page, and the next document comes at once. */
const idleTimeout = 10_000;
const entry = path.join(packageRoot, 'dist', 'workers', 'pictures.js');

/** Pictures of pages, drawn once in threads of their own and kept beside the originals. */
export class PagePictures {
  readonly #files: FileStore;
  readonly #threads: Piscina<Task, readonly DrawnPage[]>;
  readonly #count: number;

  /** @param count threads that draw at once; a document's pages are dealt out among them */
  constructor(files: FileStore, count: number) {
    this.#files = files;
    this.#count = count;
    this.#threads = new Piscina({ filename: entry, minThreads: 0, maxThreads: count, idleTimeout });
    // A thread that dies fails its task; the pool starts another.
    this.#threads.on('error', () => {});
  }

  /** The given pages' pictures; a page that cannot be drawn has none, and a picture is never worth a failure. */
  async draw(document: SoatDocument, pages: readonly number[]): Promise<ReadonlyMap<number, PagePicture>> {
    const { sha256 } = document.source;
    const pictures = new Map<number, PagePicture>();
    const toDraw = document.pages.filter(({ number }) => pages.includes(number));
    const missing: PageToDraw[] = [];
    for (const { number, rotation } of toDraw) {
      const bytes = await this.#kept(keyOf(sha256, number));
      if (bytes === null) missing.push({ number, rotation });
      else pictures.set(number, { mime: 'image/webp', bytes });
    }
    const drawn = await Promise.all(dealt(missing, this.#count).map((hand) => this.#drawn(sha256, hand)));
    for (const { number, webp } of drawn.flat()) pictures.set(number, { mime: 'image/webp', bytes: webp });
    return pictures;
  }

  async close(): Promise<void> {
    await this.#threads.destroy();
  }

  async #drawn(sha256: string, pages: readonly PageToDraw[]): Promise<readonly DrawnPage[]> {
    try {
      const file = await this.#files.fetch(originalKey(sha256));
      const signal = AbortSignal.timeout(readingLimits.surveyMs + pages.length * readingLimits.pageMs);
      const drawn = await this.#threads.run({ file, pages }, { signal });
      for (const { number, webp } of drawn) await this.#keep(keyOf(sha256, number), webp);
      return drawn;
    } catch {
      return [];
    }
  }

  async #kept(key: string): Promise<Uint8Array | null> {
    try {
      return (await this.#files.sizeOf(key)) === undefined ? null : await readFile(await this.#files.fetch(key));
    } catch {
      return null;
    }
  }

  async #keep(key: string, webp: Uint8Array): Promise<void> {
    const draft = path.join(await this.#files.draftFolder(), `${randomUUID()}.new`);
    try {
      await writeFile(draft, webp);
      await this.#files.put(key, draft);
    } finally {
      await rm(draft, { force: true });
    }
  }
}

/** The pages dealt out in turn, in at most so many hands, none of them empty. */
function dealt(pages: readonly PageToDraw[], most: number): readonly (readonly PageToDraw[])[] {
  const hands = Math.min(most, pages.length);
  return Array.from({ length: hands }, (_, hand) => pages.filter((_page, at) => at % hands === hand));
}

/** The name tells how pictures are drawn: pictures drawn another way are others. */
function keyOf(sha256: string, page: number): string {
  return `pictures/${sha256.slice(0, 2)}/${sha256}-${page}-1400.webp`;
}
