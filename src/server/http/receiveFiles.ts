import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { SoatError } from '../../model/errors.js';
import { safeRelativePath } from './safeRelativePath.js';
import { uploadLimits } from './uploadLimits.js';

/**
 * Writes the parts of a request below a folder, under the names they were dropped with.
 * @returns their paths
 * @throws SoatError `too-large`
 */
export async function receiveFiles(
  request: FastifyRequest,
  folder: string,
  limits: { readonly files: number; readonly fileSize: number } = uploadLimits,
): Promise<readonly string[]> {
  const files: string[] = [];
  await mkdir(folder, { recursive: true });
  for await (const part of request.files({ preservePath: true, limits } as object)) {
    const file = path.join(folder, safeRelativePath(part.filename));
    await mkdir(path.dirname(file), { recursive: true });
    await pipeline(part.file, createWriteStream(file, { flags: 'wx' }));
    if (part.file.truncated) throw new SoatError('too-large', part.filename);
    files.push(file);
  }
  return files;
}
