import { fold } from '../../text/fold.js';

/** A text as it is searched: without diacritics, case and what no database text may hold. */
export function folded(...texts: readonly (string | null)[]): string {
  return fold(storable(texts.filter((text) => text !== null).join(' ')).normalize('NFC'));
}

/** The words of a search, folded as the texts are. */
export function foldedWords(search: string): readonly string[] {
  return folded(search)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** A text of a document as PostgreSQL takes it: text layers hold NUL and halves of surrogate pairs. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');
}
