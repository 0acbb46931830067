import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sequenceHeader } from '../model/imageSequence.js';

export interface SequenceMember {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

/** Writes images as one file (`src/model/imageSequence.ts`); null stands for a missing one. */
export async function writeSequence(pages: readonly (SequenceMember | null)[], file: string): Promise<void> {
  const header = sequenceHeader(
    pages.map((page, at) => (page === null ? { name: `${at + 1}`, bytes: 0 } : nameAndSize(page))),
  );
  await pipeline(async function* () {
    yield header;
    for (const page of pages) if (page !== null) yield* createReadStream(page.path, { end: page.bytes - 1 });
  }, createWriteStream(file));
}

function nameAndSize({ name, bytes }: SequenceMember) {
  return { name: path.posix.basename(name), bytes };
}
