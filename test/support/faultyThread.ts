import path from 'node:path';
import { packageRoot } from '../../src/pipeline/packageRoot.js';

/** Entry of the threads whose pages go wrong as a test plans; see there. */
export const faultyThread = path.join(packageRoot, 'test', 'fault', 'faultyThread.mjs');
