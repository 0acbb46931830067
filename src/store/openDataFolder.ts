import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { SoatError } from '../model/errors.js';
import { lockDataFolder } from './lockDataFolder.js';
import { migrate } from './migrate.js';
import { Originals } from './Originals.js';
import { openEmbeddedDatabase } from './openEmbeddedDatabase.js';
import { Runs } from './Runs.js';
import { StageResults } from './StageResults.js';
import type { SqlPool } from './sql.js';

/** All state of an installation on one machine. */
export interface DataFolder {
  readonly pool: SqlPool;
  readonly originals: Originals;
  readonly results: StageResults;
  readonly runs: Runs;
  close(): Promise<void>;
}

/**
 * Opens a data folder for this process alone, creating it where it is missing.
 * @throws SoatError `data-folder-in-use`, `data-folder-unusable`
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const root = path.resolve(folder);
  let unlock = () => {};
  try {
    await mkdir(root, { recursive: true });
    unlock = lockDataFolder(root);
    const pool = await openEmbeddedDatabase(path.join(root, 'database'));
    await migrate(pool);
    return {
      pool,
      originals: new Originals(path.join(root, 'originals'), pool),
      results: new StageResults(pool),
      runs: new Runs(pool),
      close: async () => {
        try {
          await pool.end();
        } finally {
          unlock();
        }
      },
    };
  } catch (cause) {
    unlock();
    throw cause instanceof SoatError ? cause : new SoatError('data-folder-unusable', folder, { cause });
  }
}
