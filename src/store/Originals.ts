import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SoatError } from '../model/errors.js';
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
  readonly #folder: string;
  readonly #pool: SqlPool;

  constructor(folder: string, pool: SqlPool) {
    this.#folder = folder;
    this.#pool = pool;
  }

  /**
   * Copies a file in, once for each content.
   * @throws SoatError `unreadable-file`, or `data-folder-unusable` where the copy cannot be written
   */
  async keep(file: string): Promise<Original> {
    const draft = path.join(this.#folder, `${randomUUID()}.new`);
    try {
      await mkdir(this.#folder, { recursive: true });
      const original = await copyHashing(file, draft);
      const kept = this.pathOf(original.sha256);
      if ((await stat(kept).catch(() => undefined))?.size !== original.bytes) {
        await mkdir(path.dirname(kept), { recursive: true });
        await rename(draft, kept);
      }
      await this.#pool.query('INSERT INTO soat.original (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        original.sha256,
        original.bytes,
      ]);
      return original;
    } catch (cause) {
      throw new SoatError(isOfSource(cause, file) ? 'unreadable-file' : 'data-folder-unusable', file, { cause });
    } finally {
      await rm(draft, { force: true });
    }
  }

  pathOf(sha256: string): string {
    return path.join(this.#folder, sha256.slice(0, 2), sha256);
  }
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
