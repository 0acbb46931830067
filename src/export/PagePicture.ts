import type { SoatDocument } from '../model/document.js';

/** A page as people see it. */
export interface PagePicture {
  readonly mime: 'image/webp' | 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/** Draws pages of a document, turned as `pages[].rotation` says; a page that cannot be drawn is left out. */
export type DrawPages = (document: SoatDocument, pages: readonly number[]) => Promise<ReadonlyMap<number, PagePicture>>;
