import { assembleStore } from './assembleStore.js';
import { type FilePlace, fetchedFolder, openFiles } from './files/openFiles.js';
import { migrate } from './migrate.js';
import { ServerPool } from './ServerPool.js';
import type { Store } from './Store.js';
import { sweepAbandoned } from './sweepLeftovers.js';

/** Opens state that many processes share: a PostgreSQL server, and a folder or bucket that all of them reach. */
export async function openSharedStore(databaseUrl: string, place: FilePlace): Promise<Store> {
  const pool = new ServerPool(databaseUrl);
  try {
    await migrate(pool);
    const files = await openFiles(place);
    await sweepAbandoned(place.objectStore === null ? place.dataFolder : fetchedFolder(place));
    return assembleStore(pool, files, () => pool.end());
  } catch (cause) {
    await pool.end();
    throw cause;
  }
}
