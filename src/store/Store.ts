import type { Comparisons } from './Comparisons.js';
import type { Documents } from './Documents.js';
import type { FileStore } from './files/FileStore.js';
import type { Originals } from './Originals.js';
import type { Runs } from './Runs.js';
import type { StageResults } from './StageResults.js';
import type { SqlPool } from './sql.js';

/** All state of an installation but its queue, which can be made anew from here. */
export interface Store {
  readonly pool: SqlPool;
  readonly files: FileStore;
  readonly originals: Originals;
  readonly results: StageResults;
  readonly documents: Documents;
  readonly runs: Runs;
  readonly comparisons: Comparisons;
  /** @throws SoatError of the machine, where database or files cannot be reached or written */
  check(): Promise<void>;
  close(): Promise<void>;
}
