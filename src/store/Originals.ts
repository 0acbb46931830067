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
      // Handed in again, its time to be kept begins anew.
      await this.#pool.query(
        `INSERT INTO soat.original (sha256, bytes) VALUES ($1, $2)
         ON CONFLICT (sha256) DO UPDATE SET stored_at = now()`,
        [original.sha256, original.bytes],
      );
      return original;
    } catch (cause) {
      if (cause instanceof SoatError) throw cause;
      throw new SoatError(isOfSource(cause, file) ? 'unreadable-file' : 'data-folder-unusable', file, { cause });
    } finally {
      await rm(draft, { force: true });
    }
  }

  /**
   * Removes the originals that were handed in more than some days ago and that nothing waits for; what was read of them is
   * kept. Each leaves a mark, so that whoever asks is told `original-removed`.
   * @returns how many
   */
  async retire(days: number): Promise<number> {
    const { rows } = await this.#pool.query<{ sha256: string }>(
      `SELECT sha256 FROM soat.original WHERE stored_at <= now() - make_interval(days => $1)
         AND NOT EXISTS (SELECT FROM soat.document WHERE document.sha256 = original.sha256 AND status = 'queued')
         AND NOT EXISTS (SELECT FROM soat.filing
           WHERE filing.sha256 = original.sha256 AND state IN ('waiting', 'reading', 'cancelled'))
       ORDER BY stored_at`,
      [days],
    );
    let retired = 0;
    for (const { sha256 } of rows) {
      const key = originalKey(sha256);
      if ((await this.#files.sizeOf(key)) === undefined) continue;
      await this.#files.retire(key);
      retired++;
    }
    return retired;
  }

  /**
   * A local path of a kept file, for reading only.
   * @throws SoatError `original-missing`, `original-removed`, or one of the machine
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
