import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../pipeline/packageRoot.js';

/** The version of this installation, from package.json. */
export const softwareVersion: string = (
  JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as { version: string }
).version;
