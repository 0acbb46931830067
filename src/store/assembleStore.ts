import { Comparisons } from './Comparisons.js';
import { Documents } from './Documents.js';
import type { FileStore } from './files/FileStore.js';
import { Originals } from './Originals.js';
import { Runs } from './Runs.js';
import { StageResults } from './StageResults.js';
import type { Store } from './Store.js';
import type { SqlPool } from './sql.js';

/** The store upon a migrated database and a place for files, wherever these are. */
export function assembleStore(pool: SqlPool, files: FileStore, close: () => Promise<void>): Store {
  return {
    pool,
    files,
    originals: new Originals(files, pool),
    results: new StageResults(pool),
    documents: new Documents(pool),
    runs: new Runs(pool),
    comparisons: new Comparisons(pool),
    check: async () => {
      await pool.query('SELECT 1');
      await files.check();
    },
    close,
  };
}
