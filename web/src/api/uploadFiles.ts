import type { NamedFile } from '../parts/droppedFiles.js';
import { ApiError } from './ApiError.js';
import { type Answer, addressOf, csrfHeader } from './call.js';

/** Hands files in, with the folders they were dropped with. @throws ApiError */
export async function uploadFiles(
  round: number,
  files: readonly NamedFile[],
): Promise<Answer<'POST /rounds/:id/files'>> {
  const body = new FormData();
  for (const { file, name } of files) body.append('files', file, name);
  const address = addressOf('/rounds/:id/files', { id: round });
  const response = await fetch(address, { method: 'POST', body, headers: csrfHeader() }).catch(() => null);
  if (response === null) throw ApiError.offline();
  if (!response.ok) throw await ApiError.of(response);
  return (await response.json()) as Answer<'POST /rounds/:id/files'>;
}
