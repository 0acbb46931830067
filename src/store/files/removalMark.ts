import { SoatError } from '../../model/errors.js';

/** Where a file store says of a key that what stood under it was removed on purpose; the mark is an empty file. */
export function removalMark(key: string): string {
  return `${key}.removed`;
}

/** What is said of a key under which nothing stands. @param marked whether its mark is there */
export function missing(place: string, marked: boolean): SoatError {
  return new SoatError(marked ? 'original-removed' : 'original-missing', place);
}
