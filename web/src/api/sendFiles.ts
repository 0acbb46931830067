import type { NamedFile } from '../parts/droppedFiles.js';
import { ApiError } from './ApiError.js';
import { type Answer, addressOf, type Call, csrfHeader } from './call.js';

type FilesKey = 'POST /rounds/:id/files' | 'POST /rounds/:id/expected-agencies/file';

/** Sends files, with the folders they were dropped with. @throws ApiError */
export async function sendFiles<K extends FilesKey>(
  key: K,
  { params }: Call<K>,
  files: readonly NamedFile[],
): Promise<Answer<K>> {
  const body = new FormData();
  for (const { file, name } of files) body.append('files', file, name);
  const address = addressOf(key.slice('POST '.length), { ...params });
  const response = await fetch(address, { method: 'POST', body, headers: csrfHeader() }).catch(() => null);
  if (response === null) throw ApiError.offline();
  if (!response.ok) throw await ApiError.of(response);
  return (await response.json()) as Answer<K>;
}
