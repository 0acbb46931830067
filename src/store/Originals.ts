import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SoatError } from '../model/errors.js';
import type { FileStore } from './files/FileStore.js';
import type { SqlPool } from './sql.js';

export interface Original {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * The files handed in, kept by their content. Reading goes on for minutes, and an inbox may change meanwhile: only the
 * kept bytes are read.
 */
export class Originals {
  readonly #files: FileStore;
  readonly #pool: SqlPool;

  constructor(files: FileStore, pool: SqlPool) {
    this.#files = files;
    this.#pool = pool;
  }

  /**
   * Copies a file in, once for each content.
   * @throws SoatError `unreadable-file`, or one of the machine where the copy cannot be kept
   */
  async keep(file: string): Promise<Original> {
    const draft = path.join(await this.#files.draftFolder(), `${randomUUID()}.new`);
    try {
      const original = await copyHashing(file, draft);
      const key = originalKey(original.sha256);
      if ((await this.#files.sizeOf(key)) !== original.bytes) await this.#files.put(key, draft);
      await this.#pool.query('INSERT INTO soat.original (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        original.sha256,
        original.bytes,
      ]);
      return original;
    } catch (cause) {
      if (cause instanceof SoatError) throw cause;
      throw new SoatError(isOfSource(cause, file) ? 'unreadable-file' : 'data-folder-unusable', file, { cause });
    } finally {
      await rm(draft, { force: true });
    }
  }

  /**
   * A local path of a kept file, for reading only.
   * @throws SoatError `original-missing`, or one of the machine
   */
  pathOf(sha256: string): Promise<string> {
    return this.#files.fetch(originalKey(sha256));
  }
}

/** Where the file store keeps an original. */
export function originalKey(sha256: string): string {
  return `originals/${sha256.slice(0, 2)}/${sha256}`;
}

function isOfSource(cause: unknown, file: string): boolean {
  if (!(cause instanceof Error)) return false;
  // A failed read names no path, a failed open does.
  return ('path' in cause && cause.path === file) || ('syscall' in cause && cause.syscall === 'read');
}

async function copyHashing(from: string, to: string): Promise<Original> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    createReadStream(from),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    // Flushed before the rename: a kept original is whole even after a power cut.
    createWriteStream(to, { flush: true }),
  );
  return { sha256: hash.digest('hex'), bytes };
}
