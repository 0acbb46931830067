import { access, constants, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { documentSchema, type SoatDocument } from '../model/document.js';
import { SoatError } from '../model/errors.js';
import { draftEnding, resultFile } from './resultNames.js';

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
 * Writes `documents/<name>.json`.
 * @throws SoatError `output-unwritable`
 */
export async function writeDocument(output: string, document: SoatDocument): Promise<void> {
  const name = resultFile(document.source.file, '.json');
  await writeOutput(output, name, `${JSON.stringify(documentSchema.parse(document), null, 1)}\n`);
}

/** Reads back what `writeDocument` wrote, one document at a time. */
export async function* readDocuments(output: string, sources: readonly string[]): AsyncGenerator<SoatDocument> {
  for (const source of sources) {
    const file = path.join(output, ...resultFile(source, '.json').split('/'));
    yield JSON.parse(await readFile(file, 'utf8')) as SoatDocument;
  }
}

/**
 * Writes a file below the output folder.
 * @param name `/` between folders
 * @throws SoatError `output-unwritable`
 */
export function writeOutput(output: string, name: string, content: string | Uint8Array): Promise<void> {
  return finishOutput(output, name, (draft) => writeFile(draft, content));
}

/** As `writeOutput`, by whatever writes the draft: a reader never sees half a file. @throws SoatError */
export async function finishOutput(
  output: string,
  name: string,
  write: (draft: string) => Promise<void>,
): Promise<void> {
  const file = path.join(output, ...name.split('/'));
  const draft = `${file}${draftEnding}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await write(draft);
    await rename(draft, file);
  } catch (cause) {
    throw new SoatError('output-unwritable', file, { cause });
  }
}
