import { randomUUID } from 'node:crypto';
import { access, copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SoatError } from '../../model/errors.js';
import type { FileStore } from './FileStore.js';
import { missing, removalMark } from './removalMark.js';

/** Files in a folder, also one that several machines share: a file appears under its key by a rename, whole. */
export class FolderFiles implements FileStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async draftFolder(): Promise<string> {
    const folder = path.join(this.#root, 'drafts');
    await this.#named(() => mkdir(folder, { recursive: true }));
    return folder;
  }

  async put(key: string, draft: string): Promise<void> {
    const kept = this.#pathOf(key);
    await this.#named(async () => {
      await mkdir(path.dirname(kept), { recursive: true });
      await rename(draft, kept);
      await rm(this.#pathOf(removalMark(key)), { force: true });
    });
  }

  async sizeOf(key: string): Promise<number | undefined> {
    return (await stat(this.#pathOf(key)).catch(() => undefined))?.size;
  }

  async fetch(key: string): Promise<string> {
    const kept = this.#pathOf(key);
    // A folder of another machine that is not there now must not be taken for a file that was never kept.
    await this.#named(() => access(this.#root));
    if ((await this.sizeOf(key)) === undefined) {
      throw missing(kept, (await this.sizeOf(removalMark(key))) !== undefined);
    }
    return kept;
  }

  async copyOut(key: string, to: string): Promise<void> {
    await copyFile(await this.fetch(key), to);
  }

  async copyIn(key: string, from: string): Promise<void> {
    const draft = path.join(await this.draftFolder(), `${randomUUID()}.new`);
    try {
      await this.#named(() => copyFile(from, draft));
      await this.put(key, draft);
    } finally {
      await rm(draft, { force: true });
    }
  }

  async retire(key: string): Promise<void> {
    await this.#named(() => writeFile(this.#pathOf(removalMark(key)), ''));
    await this.remove(key);
  }

  async remove(key: string): Promise<void> {
    await this.#named(() => rm(this.#pathOf(key), { force: true }));
  }

  async check(): Promise<void> {
    const probe = path.join(await this.draftFolder(), `${randomUUID()}.probe`);
    try {
      // Not empty: an empty file can still be made on a full disk.
      await this.#named(() => writeFile(probe, Buffer.alloc(4096), { flush: true }));
    } finally {
      await rm(probe, { force: true });
    }
  }

  #pathOf(key: string): string {
    return path.join(this.#root, ...key.split('/'));
  }

  async #named<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      throw new SoatError('data-folder-unusable', this.#root, { cause });
    }
  }
}
