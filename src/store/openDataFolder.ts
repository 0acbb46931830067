import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { SoatError } from '../model/errors.js';
import { assembleStore } from './assembleStore.js';
import type { Deployment } from './Deployment.js';
import { openFiles } from './files/openFiles.js';
import { lockDataFolder } from './lockDataFolder.js';
import { migrate } from './migrate.js';
import { openEmbeddedDatabase } from './openEmbeddedDatabase.js';
import type { Store } from './Store.js';
import { sweepLeftovers } from './sweepLeftovers.js';

/**
 * Opens a data folder with its embedded database for this process alone, creating it where it is missing.
 * @throws SoatError `data-folder-in-use`, `data-folder-unusable`, `object-store-unreachable`
 */
export async function openDataFolder(folder: string, objectStore: Deployment['objectStore'] = null): Promise<Store> {
  const root = path.resolve(folder);
  let unlock = () => {};
  try {
    await mkdir(root, { recursive: true });
    unlock = lockDataFolder(root);
    await sweepLeftovers(root);
    const pool = await openEmbeddedDatabase(path.join(root, 'database'));
    await migrate(pool);
    const files = await openFiles({ dataFolder: root, objectStore });
    return assembleStore(pool, files, async () => {
      try {
        await pool.end();
      } finally {
        unlock();
      }
    });
  } catch (cause) {
    unlock();
    throw cause instanceof SoatError ? cause : new SoatError('data-folder-unusable', folder, { cause });
  }
}
