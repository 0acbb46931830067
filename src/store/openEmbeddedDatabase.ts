import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { packageRoot } from '../pipeline/packageRoot.js';
import { EmbeddedPool } from './EmbeddedPool.js';

const draftEnding = '.draft';

/**
 * Opens the database of a folder; the first time creates it, in a process of its own: creation takes 0.85 GB that
 * WebAssembly does not give back, an open database 0.3 GB. A creation cut short leaves nothing that would be opened.
 */
export async function openEmbeddedDatabase(folder: string): Promise<EmbeddedPool> {
  await removeDrafts(folder);
  if (!existsSync(folder)) await createDatabase(folder);
  return new EmbeddedPool(await PGlite.create(folder));
}

async function createDatabase(folder: string): Promise<void> {
  // The creating process outlives this one where this one is killed: it must not write where the next one does.
  const draft = `${folder}.${process.pid}-${Date.now()}${draftEnding}`;
  const create = `
    const { PGlite } = await import('@electric-sql/pglite');
    const database = await PGlite.create(process.argv[1]);
    await database.close();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', create, draft], { cwd: packageRoot });
  await rename(draft, folder);
}

async function removeDrafts(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  const drafts = (await readdir(parent)).filter(
    (name) => name.startsWith(`${path.basename(folder)}.`) && name.endsWith(draftEnding),
  );
  await Promise.all(drafts.map((name) => rm(path.join(parent, name), { recursive: true, force: true })));
}
