import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { SoatError } from '../model/errors.js';

/** A folder for what has to be unpacked; made when first asked for. */
export class Scratch {
  readonly #beginning: string;
  #folder: Promise<string> | null = null;
  #files = 0;

  /** @param beginning of the folder's path; the rest is made up */
  constructor(beginning: string) {
    this.#beginning = beginning;
  }

  /** The path of a file that does not exist yet. @throws SoatError `data-folder-unusable` */
  async newFile(): Promise<string> {
    this.#folder ??= this.#make();
    this.#files++;
    return path.join(await this.#folder, String(this.#files));
  }

  async discard(): Promise<void> {
    // One that could not be made has told so.
    const folder = await this.#folder?.catch(() => null);
    if (folder) await rm(folder, { recursive: true, force: true });
    this.#folder = null;
  }

  async #make(): Promise<string> {
    try {
      await mkdir(path.dirname(this.#beginning), { recursive: true });
      return await mkdtemp(this.#beginning);
    } catch (cause) {
      throw new SoatError('data-folder-unusable', path.dirname(this.#beginning), { cause });
    }
  }
}
