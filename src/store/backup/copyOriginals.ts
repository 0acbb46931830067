import { mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { SoatError } from '../../model/errors.js';
import type { FileStore } from '../files/FileStore.js';
import { FolderFiles } from '../files/FolderFiles.js';
import { removalMark } from '../files/removalMark.js';
import { type Original, originalKey } from '../Originals.js';
import { sha256Of } from './dumpTables.js';

/**
 * Copies the originals of a backup into its folder; one that is there already is not copied again.
 * @returns those that are no longer kept: removed when their time was over, or lost
 */
export async function saveOriginals(
  files: FileStore,
  originals: AsyncIterable<Original>,
  folder: string,
): Promise<readonly Original[]> {
  const gone: Original[] = [];
  for await (const original of originals) {
    const { sha256, bytes } = original;
    const copy = path.join(folder, originalKey(sha256));
    if ((await stat(copy).catch(() => undefined))?.size === bytes) continue;
    try {
      await copyWhole(files, originalKey(sha256), copy);
    } catch (error) {
      if (!(error instanceof SoatError)) throw new SoatError('backup-unwritable', folder, { cause: error });
      if (error.code !== 'original-missing' && error.code !== 'original-removed') throw error;
      if (error.code === 'original-removed') {
        const mark = removalMark(originalKey(sha256));
        await copyWhole(files, mark, path.join(folder, mark));
      }
      gone.push(original);
    }
  }
  return gone;
}

/**
 * Puts the originals of a backup into a file store, each after its bytes were found to be those of its name.
 * @returns those that the backup does not hold, though nobody removed them on purpose
 * @throws SoatError `backup-unusable` for one that is damaged
 */
export async function bringBackOriginals(
  files: FileStore,
  originals: AsyncIterable<Original>,
  folder: string,
): Promise<readonly Original[]> {
  const saved = new FolderFiles(folder);
  const missing: Original[] = [];
  for await (const original of originals) {
    const { sha256, bytes } = original;
    const key = originalKey(sha256);
    if ((await files.sizeOf(key)) === bytes) continue;
    if ((await saved.sizeOf(key)) === undefined) {
      if ((await saved.sizeOf(removalMark(key))) !== undefined) await files.retire(key);
      else missing.push(original);
      continue;
    }
    const copy = await saved.fetch(key);
    if ((await sha256Of(copy)) !== sha256) throw new SoatError('backup-unusable', key);
    await files.copyIn(key, copy);
  }
  return missing;
}

async function copyWhole(files: FileStore, key: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  await files.copyOut(key, `${to}.new`);
  await rename(`${to}.new`, to);
}
