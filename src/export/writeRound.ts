import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../model/bilingual.js';
import { documentSchema, type SoatDocument } from '../model/document.js';
import { SoatError } from '../model/errors.js';
import { batchFile, type Round } from './batchFile.js';
import { findingsCsv } from './findingsCsv.js';

/**
 * Writes `documents/<name>.json`; a reader never sees half a file.
 * @throws SoatError `output-unwritable`
 */
export async function writeDocument(output: string, document: SoatDocument): Promise<void> {
  const file = path.join(output, 'documents', ...`${document.source.file}.json`.split('/'));
  await write(file, `${JSON.stringify(documentSchema.parse(document), null, 1)}\n`);
}

/**
 * Writes `batch.json` and `findings.csv`.
 * @throws SoatError `output-unwritable`
 */
export async function writeRound(output: string, round: Round, language: Language): Promise<void> {
  await write(path.join(output, 'batch.json'), `${JSON.stringify(batchFile(round), null, 1)}\n`);
  await write(path.join(output, 'findings.csv'), findingsCsv(round.documents, language));
}

async function write(file: string, content: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}.part`, content);
    await rename(`${file}.part`, file);
  } catch (cause) {
    throw new SoatError('output-unwritable', file, { cause });
  }
}
