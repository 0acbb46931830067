import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { SoatError } from '../model/errors.js';
import { isJunk } from './junk.js';

/** A file as it was found, before anything is known of its content. */
export interface Found {
  readonly path: string;
  /** `/` between folders; below a given folder, without that folder's name. */
  readonly name: string;
  /** The folder or archive that holds it. */
  readonly folder: Folder;
  /** Why it cannot be opened; null where nothing is known against it. */
  readonly failure: SoatError | null;
}

export interface Folder {
  /** `/` between folders; the same for two files of one folder, and the beginning of what lies below it. */
  readonly place: string;
  /** The name that the folder as a whole has in the output; null where only files of it were given. */
  readonly name: string | null;
}

export interface WalkOptions {
  /** A folder that holds no inputs wherever it lies. */
  readonly dataFolder?: string;
  /** Whether a link to a file stands for that file; else it is left alone. */
  readonly followLinks: boolean;
}

/**
 * The files at or below a path in order of their names, junk left out.
 * @throws SoatError `path-not-found`
 */
export async function* filesUnder(given: string, options: WalkOptions): AsyncGenerator<Found> {
  const stats = await statOf(given, options);
  if (stats.isDirectory()) yield* walk(given, '', options);
  else if (!stats.isSymbolicLink()) {
    const folder = { place: placeOf(path.dirname(given)), name: null };
    yield { path: given, name: path.basename(given), folder, failure: null };
  }
}

async function* walk(folder: string, prefix: string, options: WalkOptions): AsyncGenerator<Found> {
  const name = prefix === '' ? path.basename(folder) : prefix.slice(0, -1);
  const holder = { place: placeOf(folder), name };
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    yield { path: folder, name, folder: holder, failure: new SoatError('unreadable-file', name, { cause }) };
    return;
  }
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    if (isJunk(entry.name) || (entry.isSymbolicLink() && !options.followLinks)) continue;
    const below = prefix + entry.name;
    const found = path.join(folder, entry.name);
    if (!entry.isDirectory()) yield { path: found, name: below, folder: holder, failure: null };
    else if (found !== options.dataFolder) yield* walk(found, `${below}/`, options);
  }
}

async function statOf(given: string, { followLinks }: WalkOptions): Promise<Stats> {
  try {
    return await (followLinks ? stat(given) : lstat(given));
  } catch (cause) {
    throw new SoatError('path-not-found', given, { cause });
  }
}

function placeOf(folder: string): string {
  return folder.split(path.sep).join('/');
}
