import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { isJunk } from '../junk.js';
import { isMark } from './marks.js';

/** A file or folder that lies in the inbox. */
export interface Drop {
  /** As the file system names it. */
  readonly name: string;
  /** Changes with every file that comes, goes or grows below it. */
  readonly signature: string;
}

/** Folders within a drop; deeper ones are read by nobody's intent. */
const deepest = 20;

/** What lies in an inbox: links, junk and the marks of the inspector left out, and folders without a file. */
export async function findDrops(inbox: string): Promise<readonly Drop[]> {
  const drops: Drop[] = [];
  for (const entry of await readdir(inbox, { withFileTypes: true })) {
    if (isJunk(entry.name) || isMark(entry.name)) continue;
    const files = await filesOf(inbox, entry, deepest);
    if (files.length > 0) drops.push({ name: entry.name, signature: files.join('\n') });
  }
  return drops;
}

async function filesOf(folder: string, entry: Dirent, depth: number): Promise<readonly string[]> {
  const found = path.join(folder, entry.name);
  try {
    if (entry.isFile()) {
      const { size, mtimeMs, ino } = await lstat(found);
      return [`${found} ${size} ${mtimeMs} ${ino}`];
    }
    if (!entry.isDirectory() || depth === 0) return [];
    const below = await readdir(found, { withFileTypes: true });
    const lists = await Promise.all(
      below.filter(({ name }) => !isJunk(name)).map((one) => filesOf(found, one, depth - 1)),
    );
    return lists.flat().sort();
  } catch {
    // Gone, or held by the program that writes it: it is not complete.
    return [`${found} ${performance.now()}`];
  }
}
