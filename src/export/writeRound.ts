import { createHash } from 'node:crypto';
import { access, constants, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../model/bilingual.js';
import { documentSchema, type SoatDocument } from '../model/document.js';
import { SoatError } from '../model/errors.js';
import { batchFile, type Round } from './batchFile.js';
import { findingsCsv } from './findingsCsv.js';

/** Bytes of one name that every common file system takes. */
const longestName = 255;
/** What may stand behind a name while its file is being written. */
const draftEnding = '.part';

/**
 * Told before anything is read, not after a night's reading.
 * @throws SoatError `output-unwritable`
 */
export async function prepareOutput(output: string): Promise<void> {
  try {
    await mkdir(path.join(output, 'documents'), { recursive: true });
    for (const folder of [output, path.join(output, 'documents')]) await access(folder, constants.W_OK);
  } catch (cause) {
    throw new SoatError('output-unwritable', output, { cause });
  }
}

/**
 * Writes `documents/<name>.json`; a reader never sees half a file.
 * @throws SoatError `output-unwritable`
 */
export async function writeDocument(output: string, document: SoatDocument): Promise<void> {
  const file = path.join(output, 'documents', ...resultName(document.source.file).split('/'));
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

/** The input's name with `.json`; one too long for that is cut and told apart by a hash of the whole. */
function resultName(name: string): string {
  const whole = `${name}.json`;
  const last = path.posix.basename(whole);
  const room = longestName - Buffer.byteLength(draftEnding);
  if (Buffer.byteLength(last) <= room) return whole;
  const ending = `~${createHash('sha256').update(name).digest('hex').slice(0, 8)}.json`;
  let kept = '';
  for (const letter of last) {
    if (Buffer.byteLength(kept + letter + ending) > room) break;
    kept += letter;
  }
  return path.posix.join(path.posix.dirname(whole), kept + ending);
}

async function write(file: string, content: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}${draftEnding}`, content);
    await rename(`${file}${draftEnding}`, file);
  } catch (cause) {
    throw new SoatError('output-unwritable', file, { cause });
  }
}
