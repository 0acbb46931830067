import type { TextBlock } from '../../model/page.js';
import { pixelsPerPoint } from '../openPdf.js';
import { childOf, type XmlElement } from './parseXml.js';
import type { UnseenPart } from './UnseenPart.js';

/** A page as far as a Word file knows pages. */
export interface DocxPage {
  readonly blocks: readonly TextBlock[];
  /** Pixels at 200 dpi. */
  readonly width: number;
  readonly height: number;
  readonly unseen: readonly UnseenPart[];
}

interface OpenPage {
  readonly blocks: TextBlock[];
  size: { readonly width: number; readonly height: number } | null;
  readonly unseen: UnseenPart[];
}

/** A4, in twentieths of a point. */
const paper = { width: 11_906, height: 16_838 };

/** Puts blocks on pages in the order of the document. */
export class PageBuilder {
  readonly #pages: OpenPage[] = [];

  constructor() {
    this.turnPage();
  }

  turnPage(): void {
    this.#pages.push({ blocks: [], size: null, unseen: [] });
  }

  add(block: TextBlock): void {
    this.#pages.at(-1)?.blocks.push(block);
  }

  addUnseen(parts: readonly UnseenPart[]): void {
    this.#pages.at(-1)?.unseen.push(...parts);
  }

  /** The size of the pages since the last section's end. */
  endSection(properties: XmlElement | undefined): void {
    const size = childOf(properties, 'pgSz')?.attributes;
    const pixels = (twentieths: number) => Math.max(1, Math.round((twentieths / 20) * pixelsPerPoint));
    const width = pixels(Number(size?.get('w') ?? paper.width));
    const height = pixels(Number(size?.get('h') ?? paper.height));
    for (const page of this.#pages) page.size ??= { width, height };
  }

  finish(): readonly DocxPage[] {
    this.endSection(undefined);
    return this.#pages.map(({ blocks, size, unseen }) => ({
      blocks,
      unseen,
      ...(size ?? { width: 1, height: 1 }),
    }));
  }
}
