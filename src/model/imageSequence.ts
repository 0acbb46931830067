import { z } from 'zod';
import { SoatError } from './errors.js';
import { imageSequenceMark } from './format.js';

/**
 * Images of one report as one file, so that a report has one content and one hash however it was handed in: a line with
 * the mark and the length of what follows, that much JSON, then the images' bytes one after another.
 */
export interface SequenceImage {
  readonly name: string;
  /** 0 for a page whose image is missing between its neighbours. */
  readonly bytes: number;
}

const lengthDigits = 8;

/** Bytes of the first line. */
export const sequenceLineLength = imageSequenceMark.length + lengthDigits + 1;

const imagesSchema = z.array(z.strictObject({ name: z.string(), bytes: z.int().nonnegative() }));

/** All that stands before the images' bytes. */
export function sequenceHeader(images: readonly SequenceImage[]): Uint8Array {
  const list = new TextEncoder().encode(JSON.stringify(images));
  const line = new TextEncoder().encode(`${imageSequenceMark}${String(list.length).padStart(lengthDigits, '0')}\n`);
  return Uint8Array.from([...line, ...list]);
}

/** How many bytes the list behind the first line takes. @throws SoatError `truncated` */
export function sequenceListLength(line: Uint8Array): number {
  const length = Number(new TextDecoder().decode(line.subarray(imageSequenceMark.length, sequenceLineLength)));
  if (!Number.isInteger(length)) throw new SoatError('truncated');
  return length;
}

/** @throws SoatError `truncated` */
export function parseSequenceList(list: Uint8Array): readonly SequenceImage[] {
  try {
    return imagesSchema.parse(JSON.parse(new TextDecoder().decode(list)));
  } catch (cause) {
    throw new SoatError('truncated', null, { cause });
  }
}
