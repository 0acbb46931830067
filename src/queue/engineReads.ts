import path from 'node:path';
import { packageRoot } from '../pipeline/packageRoot.js';
import type { Threads } from './Threads.js';

/** One scanned line that a sound engine always reads. */
const canary = path.join(packageRoot, 'workers', 'canary.pdf');

/**
 * Whether the engine reads a page known to be good: a page is blamed for a failure only while it does.
 * @throws ThreadsClosed
 */
export async function engineReads(threads: Pick<Threads, 'run'>): Promise<boolean> {
  return (await threads.run({ stage: 'read', file: canary, page: 1 })).ok;
}
