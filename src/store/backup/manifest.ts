import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { SoatError } from '../../model/errors.js';

/** What a backup holds; it is written last, so that a folder without it is none. */
export const manifestSchema = z.strictObject({
  schema: z.literal('soat.backup/v1'),
  /** Of the software that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** Of the database's schema: only the same one takes the rows. */
  migrations: z.array(z.int()),
  /** Sub-folder of the tables. */
  tables: z.string().regex(/^[\w-]+$/),
  rows: z.record(z.string(), z.int().nonnegative()),
  /** Of each table's file, lower-case hexadecimal. */
  sha256: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

const nameOf = (folder: string) => path.join(folder, 'soat-backup.json');

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = `${nameOf(folder)}.new`;
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, nameOf(folder));
}

/** @throws SoatError `backup-unusable` */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(nameOf(folder), 'utf8')));
  } catch (cause) {
    throw new SoatError('backup-unusable', folder, { cause });
  }
}
