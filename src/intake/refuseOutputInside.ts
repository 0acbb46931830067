import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { SoatError } from '../model/errors.js';

/** @throws SoatError `out-inside-input`: results written into an input folder would be read as inputs next time */
export async function refuseOutputInside(output: string, paths: readonly string[]): Promise<void> {
  const out = await realPathOfNearest(path.resolve(output));
  for (const given of paths) {
    const input = await realPathOfNearest(path.resolve(given));
    const relative = path.relative(input, out);
    if (relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))) {
      throw new SoatError('out-inside-input', output);
    }
  }
}

/** The real path of the nearest folder that exists, with the rest behind it. */
async function realPathOfNearest(target: string): Promise<string> {
  try {
    return await realpath(target);
  } catch {
    const parent = path.dirname(target);
    return parent === target ? target : path.join(await realPathOfNearest(parent), path.basename(target));
  }
}
