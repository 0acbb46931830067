import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { SoatError } from '../model/errors.js';
import { headLength } from '../model/format.js';
import { ArchiveBudget, type ArchiveLimits } from './archive/ArchiveBudget.js';
import { unpackArchive } from './archive/unpackArchive.js';
import type { Found } from './filesUnder.js';
import { identifyFormat } from './identifyFormat.js';
import type { Scratch } from './Scratch.js';

/** A file whose content was looked at. */
export type Examined = Found &
  (
    | { readonly kind: 'aside' }
    | { readonly kind: 'document' | 'image' | 'refused'; readonly bytes: number; readonly sha256: string }
  );

export interface ExamineOptions {
  readonly scratch: Scratch;
  /** Bytes of one file. */
  readonly fileBytes: number;
  readonly archives: ArchiveLimits;
}

/** Looks at a file; an archive gives its members in its place, those of archives inside it too. */
export async function* examineFile(found: Found, options: ExamineOptions): AsyncGenerator<Examined> {
  yield* examine(found, { ...options, budget: new ArchiveBudget(options.archives), depth: 0 });
}

interface Nested extends ExamineOptions {
  readonly budget: ArchiveBudget;
  /** How many archives are around the file. */
  readonly depth: number;
}

async function* examine(found: Found, options: Nested): AsyncGenerator<Examined> {
  const refused = (failure: SoatError, bytes = 0, sha256 = ''): Examined => ({
    ...found,
    kind: 'refused',
    failure,
    bytes,
    sha256,
  });
  if (found.failure !== null) return yield refused(found.failure);
  try {
    const stats = await stat(found.path);
    if (!stats.isFile()) return yield { ...found, kind: 'aside' };
    const { size } = stats;
    const verdict = identifyFormat(found.name, await headOf(found.path));
    if (verdict.kind === 'aside') return yield { ...found, kind: 'aside' };
    if (size > options.fileBytes) return yield refused(new SoatError('too-large', `${size} byte`), size);
    if (verdict.kind === 'archive') return yield* members(found, options);
    const sha256 = await hashOf(found.path);
    if (verdict.kind === 'refused') return yield refused(new SoatError(verdict.code, verdict.detail), size, sha256);
    yield { ...found, kind: verdict.kind, bytes: size, sha256 };
  } catch (cause) {
    yield refused(cause instanceof SoatError ? cause : new SoatError('unreadable-file', found.name, { cause }));
  }
}

async function* members(archive: Found, { depth, ...options }: Nested): AsyncGenerator<Examined> {
  // An archive given by itself is like a folder given: its members' names do not begin with its own.
  const prefix = depth === 0 && archive.folder.name === null ? '' : `${archive.name}/`;
  const inside = { ...options, depth: depth + 1 };
  for await (const member of unpackArchive(archive, { ...inside, prefix })) yield* examine(member, inside);
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

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
