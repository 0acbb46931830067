import { createWriteStream } from 'node:fs';
import { posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { SoatError } from '../../model/errors.js';
import type { Folder, Found } from '../filesUnder.js';
import { isJunk } from '../junk.js';
import type { Scratch } from '../Scratch.js';
import type { ArchiveBudget } from './ArchiveBudget.js';
import { entryName } from './entryName.js';
import { judgeName } from './judgeName.js';

export interface UnpackOptions {
  readonly scratch: Scratch;
  /** Shared with the archives around this one. */
  readonly budget: ArchiveBudget;
  /** 1 for an archive handed in, 2 for one inside it. */
  readonly depth: number;
  /** Bytes of one member. */
  readonly fileBytes: number;
  /** Put before the members' names: empty for an archive given by itself, which is like a folder given. */
  readonly prefix: string;
}

/**
 * Unpacks a ZIP, each member into a file of its own under a name of our own; no name of the archive's is ever a path.
 * A member that cannot be had (password, damage, a dangerous name) is found with its failure; the others go on.
 * @throws SoatError `truncated`, `archive-empty`, `archive-too-large`, `wrong-suffix`
 */
export async function* unpackArchive(archive: Found, options: UnpackOptions): AsyncGenerator<Found> {
  const zip = await openZip(archive.path);
  try {
    options.budget.takeEntries(zip.entryCount, options.depth);
    const members = await membersOf(zip);
    if (members.some(({ name }) => name === 'word/document.xml')) throw new SoatError('wrong-suffix', '.zip → .docx');
    const files = members.filter(({ name }) => !name.endsWith('/') && !judgeName(name).safe.split('/').some(isJunk));
    if (files.length === 0) throw new SoatError('archive-empty');
    const seen = new Set<string>();
    for (const { entry, name: packedName } of files) {
      const { safe, danger } = judgeName(packedName);
      const unsafe =
        danger ?? (isSpecial(entry) ? 'link or device' : seen.has(safe.toLowerCase()) ? 'name twice' : null);
      seen.add(safe.toLowerCase());
      const path = await options.scratch.newFile();
      const failure =
        unsafe === null ? await unpack(zip, entry, path, options) : new SoatError('archive-unsafe', unsafe);
      yield { path, name: options.prefix + safe, folder: folderOf(archive, safe), failure };
    }
  } finally {
    zip.close();
  }
}

interface Member {
  readonly entry: Entry;
  readonly name: string;
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { autoClose: false, decodeStrings: false, validateEntrySizes: true });
  } catch (cause) {
    throw new SoatError('truncated', null, { cause });
  }
}

/** In order of their names, as a folder's. */
async function membersOf(zip: ZipFile): Promise<readonly Member[]> {
  const members: Member[] = [];
  try {
    for await (const entry of zip.eachEntry()) members.push({ entry, name: entryName(entry) });
  } catch (cause) {
    throw new SoatError('truncated', null, { cause });
  }
  return members.sort((left, right) => (left.name < right.name ? -1 : 1));
}

function folderOf({ name, folder }: Found, member: string): Folder {
  const inner = posix.dirname(member);
  const place = `${folder.place}/${name}`;
  return inner === '.' ? { place, name } : { place: `${place}/${inner}`, name: `${name}/${inner}` };
}

/** @returns why the member could not be had; null where it was */
async function unpack(
  zip: ZipFile,
  entry: Entry,
  path: string,
  { budget, fileBytes }: UnpackOptions,
): Promise<SoatError | null> {
  if (entry.isEncrypted()) return new SoatError('encrypted');
  if (!entry.canDecodeFileData()) return new SoatError('unsupported-format', `ZIP ${entry.compressionMethod}`);
  if (entry.uncompressedSize > fileBytes) return new SoatError('too-large', `${entry.uncompressedSize} byte`);
  try {
    budget.takeBytes(entry.compressedSize, entry.uncompressedSize);
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path));
    return null;
  } catch (cause) {
    return cause instanceof SoatError ? cause : new SoatError('truncated', null, { cause });
  }
}

const fileTypeMask = 0o170000;
const regularFile = 0o100000;

/** A link or a device, by the mode that Unix programs write; 0 where there is none. */
function isSpecial({ externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & fileTypeMask;
  return type !== 0 && type !== regularFile;
}
