import { open, readFile } from 'node:fs/promises';
import { SoatError } from '../../model/errors.js';

/** A file's path, or its bytes. */
export type Content = string | Uint8Array;

/** @throws SoatError `unreadable-file` */
export async function bytesOf(content: Content): Promise<Uint8Array> {
  if (typeof content !== 'string') return content;
  return orUnreadable(content, () => readFile(content));
}

/**
 * A part of a file, shorter where the file ends before.
 * @throws SoatError `unreadable-file`
 */
export async function rangeOf(content: Content, start: number, length: number): Promise<Uint8Array> {
  if (typeof content !== 'string') return content.subarray(start, start + length);
  return orUnreadable(content, async () => {
    const handle = await open(content, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  });
}

async function orUnreadable<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new SoatError('unreadable-file', file, { cause });
  }
}
