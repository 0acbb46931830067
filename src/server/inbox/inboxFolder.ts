import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { SoatError } from '../../model/errors.js';

/**
 * The folder that is watched, made where it is missing: the one given, else `inbox` in the data folder.
 * @throws SoatError `inbox-overlaps-data` where one given and the data folder contain each other, `inbox-unusable`
 */
export async function inboxFolder(given: string | null, dataFolder: string): Promise<string> {
  const own = path.join(dataFolder, 'inbox');
  const folder = given === null ? own : path.resolve(given);
  try {
    await mkdir(folder, { recursive: true });
    await mkdir(dataFolder, { recursive: true });
  } catch (cause) {
    throw new SoatError('inbox-unusable', folder, { cause });
  }
  const [inbox, data] = [await realpath(folder), await realpath(dataFolder)];
  const overlaps = isWithin(inbox, data) || isWithin(data, inbox);
  if (overlaps && inbox !== path.join(data, 'inbox')) throw new SoatError('inbox-overlaps-data', folder);
  return inbox;
}

function isWithin(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return !relative.startsWith('..') && !path.isAbsolute(relative);
}
