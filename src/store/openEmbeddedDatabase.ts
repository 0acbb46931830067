import { cpSync, existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { databaseTemplate } from './databaseTemplate.js';
import { EmbeddedPool } from './EmbeddedPool.js';

const draftEnding = '.draft';

/**
 * Opens the database of a folder; the first time it is copied from the build's template. A copy cut short leaves nothing
 * that would be opened.
 */
export async function openEmbeddedDatabase(folder: string): Promise<EmbeddedPool> {
  await removeDrafts(folder);
  if (!existsSync(folder)) await createDatabase(folder);
  return new EmbeddedPool(await PGlite.create(folder));
}

async function createDatabase(folder: string): Promise<void> {
  if (!existsSync(databaseTemplate)) throw new Error(`${databaseTemplate} is missing: run \`npm run build\``);
  const draft = `${folder}.${process.pid}-${Date.now()}${draftEnding}`;
  // A thousand small files: eight times as fast as the asynchronous copy, and nothing runs yet that it could hold up.
  cpSync(databaseTemplate, draft, { recursive: true });
  await rename(draft, folder);
}

async function removeDrafts(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  const drafts = (await readdir(parent)).filter(
    (name) => name.startsWith(`${path.basename(folder)}.`) && name.endsWith(draftEnding),
  );
  await Promise.all(drafts.map((name) => rm(path.join(parent, name), { recursive: true, force: true })));
}
