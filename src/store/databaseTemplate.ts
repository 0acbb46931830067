import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { packageRoot } from '../pipeline/packageRoot.js';

/** The package exports no manifest; it stands above the folder of its entry. */
const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
const manifest = readFileSync(path.join(path.dirname(entry), '..', 'package.json'), 'utf8');
const { version } = JSON.parse(manifest) as { version: string };

/**
 * Folder of a new, empty database that the build leaves: copying it takes a tenth of a second and no memory, creating
 * one 4 s and 0.85 GB that WebAssembly does not give back. One for each release of the engine, as its files are its own.
 */
export const databaseTemplate: string = path.join(packageRoot, 'dist', `database-${version}`);
