import { createHash } from 'node:crypto';
import type { Dirent, Stats } from 'node:fs';
import { createReadStream } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { SoatError } from '../model/errors.js';
import { headLength, identifyFormat } from './identifyFormat.js';
import { isJunk } from './junk.js';

/** A file handed in. */
export interface Input {
  /** Absolute path. */
  readonly absolute: string;
  /** Absolute path of the PATH under which it was found; its own where the file itself was given. */
  readonly root: string;
  /** Its name in the output, NFC, `/` between folders, unique within the call. */
  readonly relativeName: string;
  readonly bytes: number;
  /** Of the original bytes, lower-case hexadecimal; empty where the file could not be opened. */
  readonly sha256: string;
  /** Why it is not read; null for a file that is. */
  readonly refusal: SoatError | null;
}

export interface Gathered {
  readonly inputs: readonly Input[];
  /** Names of files that are no documents and were set aside. */
  readonly aside: readonly string[];
}

export interface GatherLimits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** A folder that holds no inputs wherever it lies: Soát's own data. */
  readonly dataFolder?: string;
}

export const gatherLimits: GatherLimits = { fileBytes: 1_000_000_000 };

/**
 * Finds the files under the given paths, in order of their names. A link to a file is read; one to a folder is set
 * aside, so a folder cannot hold itself.
 * A file or folder that cannot be opened becomes a refused input; the others go on.
 * @throws SoatError `path-not-found` for a given path that does not exist, `nothing-to-read` where no file was found
 */
export async function gatherInputs(paths: readonly string[], limits: GatherLimits = gatherLimits): Promise<Gathered> {
  const inputs: Input[] = [];
  const aside: string[] = [];
  const names = new Set<string>();
  for (const given of paths) {
    const root = path.resolve(given);
    for await (const found of filesUnder(root, limits)) {
      const name = uniqueName(found.name.normalize('NFC'), names);
      const input = await examine(found, root, name, limits);
      if (input === null) {
        names.delete(name.toLowerCase());
        aside.push(name);
      } else inputs.push(input);
    }
  }
  if (inputs.length === 0) throw new SoatError('nothing-to-read', paths.join(', '));
  return { inputs, aside };
}

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

interface Found {
  readonly path: string;
  readonly name: string;
  readonly failure: SoatError | null;
}

async function* filesUnder(given: string, limits: GatherLimits): AsyncGenerator<Found> {
  const stats = await statOf(given);
  if (!stats.isDirectory()) yield { path: given, name: path.basename(given), failure: null };
  else yield* walk(given, '', limits);
}

async function* walk(folder: string, prefix: string, limits: GatherLimits): AsyncGenerator<Found> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    const name = prefix === '' ? path.basename(folder) : prefix.slice(0, -1);
    yield { path: folder, name, failure: new SoatError('unreadable-file', name, { cause }) };
    return;
  }
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    if (isJunk(entry.name)) continue;
    const name = prefix + entry.name;
    const found = path.join(folder, entry.name);
    if (!entry.isDirectory()) yield { path: found, name, failure: null };
    else if (found !== limits.dataFolder) yield* walk(found, `${name}/`, limits);
  }
}

async function statOf(given: string): Promise<Stats> {
  try {
    return await stat(given);
  } catch (cause) {
    throw new SoatError('path-not-found', given, { cause });
  }
}

/** The input, refused where it cannot be read, or null where it is no document. */
async function examine(found: Found, root: string, name: string, limits: GatherLimits): Promise<Input | null> {
  const refused = (refusal: SoatError, bytes = 0, sha256 = ''): Input => ({
    absolute: found.path,
    root,
    relativeName: name,
    bytes,
    sha256,
    refusal,
  });
  if (found.failure !== null) return refused(found.failure);
  try {
    const stats = await stat(found.path);
    if (!stats.isFile()) return null;
    const { size } = stats;
    const verdict = identifyFormat(name, await headOf(found.path));
    if (verdict.kind === 'aside') return null;
    if (verdict.kind === 'refused') {
      return refused(new SoatError(verdict.code, verdict.detail), size, await hashOf(found.path));
    }
    if (size > limits.fileBytes) return refused(new SoatError('too-large', `${size} byte`), size);
    return {
      absolute: found.path,
      root,
      relativeName: name,
      bytes: size,
      sha256: await hashOf(found.path),
      refusal: null,
    };
  } catch (cause) {
    return refused(new SoatError('unreadable-file', name, { cause }));
  }
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(headLength), 0, headLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** A second file of the same name gets `~2` before its ending; names differ by more than case, for Windows. */
function uniqueName(name: string, taken: Set<string>): string {
  const { dir, name: stem, ext } = path.posix.parse(name);
  let candidate = name;
  for (let count = 2; taken.has(candidate.toLowerCase()); count++) {
    candidate = path.posix.join(dir, `${stem}~${count}${ext}`);
  }
  taken.add(candidate.toLowerCase());
  return candidate;
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
