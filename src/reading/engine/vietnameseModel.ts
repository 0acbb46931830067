import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { SoatError } from '../../model/errors.js';

/** Folder of the packed model; 4.0.0 of the same package reads the very same text and is larger. */
export const modelFolder: string = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
  '4.0.0_best_int',
);

export const packedModel: string = path.join(modelFolder, 'vie.traineddata.gz');

/** The model as Tesseract's own programs read it. @throws SoatError `model-missing` */
export async function unpackedModel(): Promise<Buffer> {
  try {
    return await promisify(gunzip)(await readFile(packedModel));
  } catch (cause) {
    throw new SoatError('model-missing', null, { cause });
  }
}
