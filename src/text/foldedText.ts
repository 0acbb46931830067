import type { DocumentText, Span } from '../model/document-text.js';
import { fold } from './fold.js';

const memo = new WeakMap<DocumentText, string>();

/** A document's text folded, once for all that read it; offsets are those of the text. */
export function foldedText(document: DocumentText): string {
  let folded = memo.get(document);
  if (folded === undefined) {
    folded = fold(document.text);
    memo.set(document, folded);
  }
  return folded;
}

export function foldedOf(document: DocumentText, { start, end }: Span): string {
  return foldedText(document).slice(start, end);
}
