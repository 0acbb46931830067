import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

const folders = ['drafts', 'scratch'];
/** At the beginning of the names of this process's own. */
const mine = randomUUID();

/** The beginning of the paths below a data folder at which this process may keep what passes. */
export function scratchBelow(dataFolder: string): string {
  return path.join(path.resolve(dataFolder), 'scratch', `${mine}-`);
}

/** Removes what processes that were killed left half done in a data folder that is this process's alone. */
export async function sweepLeftovers(dataFolder: string): Promise<void> {
  for (const folder of folders.map((name) => path.join(dataFolder, name))) {
    const left = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith(mine));
    await Promise.all(left.map((name) => rm(path.join(folder, name), { recursive: true, force: true })));
  }
}
