import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { batchSchema } from '../model/batch.js';
import type { SoatDocument } from '../model/document.js';
import { SoatError } from '../model/errors.js';

const headSchema = z.strictObject({
  schema: z.literal('soat.last-round/v1'),
  /** As given to the command: a name or file; null: by each report's year. */
  pipeline: z.string().nullable(),
  batch: batchSchema,
});

/** What the data folder keeps of the last round, so that its files can be made again without reading a page. */
export interface LastRound extends Omit<z.infer<typeof headSchema>, 'schema'> {
  /** One at a time, in order; may be asked for again. */
  documents(): AsyncIterable<SoatDocument>;
}

export function lastRoundFile(dataFolder: string): string {
  return path.join(dataFolder, 'last-round.jsonl.gz');
}

/**
 * Keeps a round in the place of the one before: its head, then a document a line.
 * @throws SoatError `data-folder-unusable`
 */
export async function keepLastRound(
  dataFolder: string,
  { pipeline: name, batch, documents }: LastRound,
): Promise<void> {
  const draft = `${lastRoundFile(dataFolder)}.new`;
  async function* lines() {
    yield `${JSON.stringify({ schema: 'soat.last-round/v1', pipeline: name, batch })}\n`;
    for await (const document of documents()) yield `${JSON.stringify(document)}\n`;
  }
  try {
    await mkdir(dataFolder, { recursive: true });
    await pipeline(lines, createGzip(), createWriteStream(draft));
    await rename(draft, lastRoundFile(dataFolder));
  } catch (cause) {
    throw new SoatError('data-folder-unusable', dataFolder, { cause });
  }
}

/** @throws SoatError `nothing-to-export` where no round is kept, or one of another version */
export async function findLastRound(dataFolder: string): Promise<LastRound> {
  try {
    for await (const line of linesOf(dataFolder)) {
      const { pipeline: name, batch } = headSchema.parse(JSON.parse(line));
      return { pipeline: name, batch, documents: () => documentsOf(dataFolder) };
    }
  } catch (cause) {
    throw new SoatError('nothing-to-export', dataFolder, { cause });
  }
  throw new SoatError('nothing-to-export', dataFolder);
}

async function* documentsOf(dataFolder: string): AsyncGenerator<SoatDocument> {
  let isHead = true;
  for await (const line of linesOf(dataFolder)) {
    if (!isHead) yield JSON.parse(line) as SoatDocument;
    isHead = false;
  }
}

async function* linesOf(dataFolder: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  const reading = pipeline(createReadStream(lastRoundFile(dataFolder)), unpacked);
  // Told where the lines are read; a reader that leaves early ends the stream, which is no fault.
  reading.catch(() => {});
  yield* createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY });
}
