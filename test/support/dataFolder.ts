import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../src/pipeline/packageRoot.js';
import { openEmbeddedDatabase } from '../../src/store/openEmbeddedDatabase.js';

/** Milliseconds for a hook that may have to create a database on a busy machine. */
export const creationTimeout = 60_000;

/** A new folder for one test; it is removed by `remove`. */
export async function scratchFolder(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'soat-test-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 }) };
}

/** Puts a newly created database into a data folder: a copy, as creating one takes some seconds. */
export async function seedDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(await emptyDatabase(), path.join(folder, 'database'), { recursive: true });
}

async function emptyDatabase(): Promise<string> {
  const modules = path.join(packageRoot, 'node_modules');
  const manifest = readFileSync(path.join(modules, '@electric-sql', 'pglite', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const kept = path.join(modules, '.cache', `soat-test-database-${version}`);
  if (existsSync(kept)) return kept;
  const draft = `${kept}.${process.pid}`;
  await mkdir(path.dirname(kept), { recursive: true });
  const pool = await openEmbeddedDatabase(draft);
  await pool.end();
  // Test files run side by side: the first one's stays.
  await rename(draft, kept).catch(() => rm(draft, { recursive: true }));
  return kept;
}
