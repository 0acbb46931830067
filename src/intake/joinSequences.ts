import { stat } from 'node:fs/promises';
import { type Examined, hashOf } from './examineFile.js';
import { findSequences } from './findSequences.js';
import type { Scratch } from './Scratch.js';
import { type SequenceMember, writeSequence } from './writeSequence.js';

type Image<File> = Extract<File, { readonly kind: 'document' | 'image' | 'refused' }>;

/**
 * Images of one folder that are named in sequence become one document, which stands where the first of them stood. It is
 * named after the folder where that holds nothing else, else after its first image.
 */
export async function joinSequences<File extends Examined>(
  examined: readonly File[],
  scratch: Scratch,
): Promise<readonly File[]> {
  const joined = new Map<File, File | null>();
  for (const images of imagesByFolder(examined).values()) {
    for (const { pages } of findSequences(images)) {
      const members = pages.filter((page) => page !== null);
      const [first] = members;
      const place = examined.find((one) => members.some((member) => member === one));
      if (first === undefined || place === undefined) continue;
      const name = holdsOnly(examined, members.length, first) ? first.folder.name : null;
      for (const member of members) joined.set(member, null);
      joined.set(place, { ...first, ...(await contentOf(pages, scratch)), kind: 'document', name: name ?? first.name });
    }
  }
  return examined.flatMap((one) => {
    const document = joined.get(one);
    return document === undefined ? [one] : document === null ? [] : [document];
  });
}

function imagesByFolder<File extends Examined>(examined: readonly File[]): ReadonlyMap<string, readonly Image<File>[]> {
  const folders = new Map<string, Image<File>[]>();
  for (const one of examined) {
    if (!isImage(one)) continue;
    const { place } = one.folder;
    folders.set(place, [...(folders.get(place) ?? []), one]);
  }
  return folders;
}

function isImage<File extends Examined>(file: File): file is Image<File> {
  return file.kind === 'image';
}

/** Whether the folder holds `count` files and no other, in its sub-folders neither; what was set aside is none. */
function holdsOnly(examined: readonly Examined[], count: number, { folder }: Examined): boolean {
  const inside = examined.filter(
    (one) =>
      one.kind !== 'aside' && (one.folder.place === folder.place || one.folder.place.startsWith(`${folder.place}/`)),
  );
  return inside.length === count;
}

async function contentOf(pages: readonly (SequenceMember | null)[], scratch: Scratch) {
  const path = await scratch.newFile();
  await writeSequence(pages, path);
  const { size } = await stat(path);
  return { path, bytes: size, sha256: await hashOf(path) };
}
