import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A folder of the system's for what has to be unpacked; made when first asked for. */
export class Scratch {
  #folder: Promise<string> | null = null;
  #files = 0;

  /** The path of a file that does not exist yet. */
  async newFile(): Promise<string> {
    this.#folder ??= mkdtemp(path.join(os.tmpdir(), 'soat-'));
    this.#files++;
    return path.join(await this.#folder, String(this.#files));
  }

  async discard(): Promise<void> {
    if (this.#folder !== null) await rm(await this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }
}
