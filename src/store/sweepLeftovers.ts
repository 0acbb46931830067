import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

const folders = ['drafts', 'scratch'];
/** At the beginning of the names of this process's own. */
const mine = randomUUID();
/** Milliseconds after which nobody writes to a draft any more. */
const abandonedAfter = 24 * 3_600_000;

/** The beginning of the paths below a data folder at which this process may keep what passes. */
export function scratchBelow(dataFolder: string): string {
  return path.join(path.resolve(dataFolder), 'scratch', `${mine}-`);
}

/** Removes what processes that were killed left half done in a data folder that is this process's alone. */
export async function sweepLeftovers(dataFolder: string): Promise<void> {
  await sweep(dataFolder, async (left) => !path.basename(left).startsWith(mine));
}

/** The same in a folder that other processes use too, whose own drafts are young. */
export async function sweepAbandoned(dataFolder: string): Promise<void> {
  await sweep(dataFolder, async (left) => {
    const changed = await stat(left).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    return changed < Date.now() - abandonedAfter;
  });
}

async function sweep(dataFolder: string, isLeftOver: (left: string) => Promise<boolean>): Promise<void> {
  for (const folder of folders.map((name) => path.join(dataFolder, name))) {
    const names = await readdir(folder).catch(() => []);
    const remove = async (left: string) => {
      if (await isLeftOver(left)) await rm(left, { recursive: true, force: true });
    };
    await Promise.all(names.map((name) => remove(path.join(folder, name))));
  }
}
