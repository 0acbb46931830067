import { drawPages, type PageToDraw } from '../src/reading/draw/drawPages.js';

/** The entry of a thread that draws pages: one document at a time. */
export default ({ file, pages }: { readonly file: string; readonly pages: readonly PageToDraw[] }) =>
  drawPages(file, pages);
