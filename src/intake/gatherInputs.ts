import os from 'node:os';
import path from 'node:path';
import { SoatError } from '../model/errors.js';
import { type ArchiveLimits, archiveLimits } from './archive/ArchiveBudget.js';
import { type Examined, examineFile } from './examineFile.js';
import { filesUnder, type WalkOptions } from './filesUnder.js';
import { joinSequences } from './joinSequences.js';
import { Scratch } from './Scratch.js';

/** One document handed in: a file, a member of an archive, or images named in sequence. */
export interface Input {
  /** Absolute path; of something unpacked a passing one. */
  readonly absolute: string;
  /** Absolute path of the PATH under which it was found; its own where the file itself was given. */
  readonly root: string;
  /** Its name in the output, NFC, `/` between folders (and archives), unique within the call. */
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
  /** Removes what was unpacked; inputs out of archives and sequences are gone after it. */
  discard(): Promise<void>;
}

export interface GatherOptions extends WalkOptions {
  /** Bytes of one file. */
  readonly fileBytes: number;
  readonly archives: ArchiveLimits;
  /** Beginning of the paths at which archives are unpacked; default: in the system's folder for what passes. */
  readonly scratch: string;
}

const usually: GatherOptions = {
  fileBytes: 1_000_000_000,
  archives: archiveLimits,
  followLinks: true,
  scratch: path.join(os.tmpdir(), 'soat-'),
};

/**
 * Finds the documents under the given paths, in order of their names. A link to a file is read; one to a folder is set
 * aside, so a folder cannot hold itself. A ZIP is like a folder; images named in sequence are one document.
 * What cannot be opened becomes a refused input; the others go on.
 * @throws SoatError `path-not-found` for a given path that does not exist, `nothing-to-read` where no file was found
 */
export async function gatherInputs(paths: readonly string[], given: Partial<GatherOptions> = {}): Promise<Gathered> {
  const options = { ...usually, ...given };
  const scratch = new Scratch(options.scratch);
  try {
    const examined: Placed[] = [];
    for (const one of paths) {
      const root = path.resolve(one);
      for await (const found of filesUnder(root, options)) {
        for await (const file of examineFile(found, { ...options, scratch })) examined.push({ ...file, root });
      }
    }
    const inputs = namedInputs(await joinSequences(examined, scratch));
    if (inputs.length === 0) throw new SoatError('nothing-to-read', paths.join(', '));
    const aside = examined.filter(({ kind }) => kind === 'aside').map(({ name }) => name.normalize('NFC'));
    return { inputs, aside, discard: () => scratch.discard() };
  } catch (error) {
    await scratch.discard();
    throw error;
  }
}

type Placed = Examined & Pick<Input, 'root'>;

function namedInputs(examined: readonly Placed[]): readonly Input[] {
  const taken = new Set<string>();
  return examined.flatMap((file) => {
    if (file.kind === 'aside') return [];
    const { path: absolute, root, bytes, sha256, failure: refusal } = file;
    return [{ absolute, root, relativeName: uniqueName(file.name.normalize('NFC'), taken), bytes, sha256, refusal }];
  });
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
