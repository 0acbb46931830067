import { existsSync } from 'node:fs';
import { chmod, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { databaseTemplate } from './databaseTemplate.js';

/** A step of the build. A template cut short is never taken for a whole one. */
if (!existsSync(databaseTemplate)) {
  const draft = `${databaseTemplate}.draft`;
  await rm(draft, { recursive: true, force: true });
  const database = await PGlite.create(draft);
  await database.close();
  // Who runs an installation is often not who built it, and some files are made for their owner alone.
  for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) await chmod(path.join(entry.parentPath, entry.name), 0o644);
  }
  await rename(draft, databaseTemplate);
}
