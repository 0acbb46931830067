import { availableParallelism } from 'node:os';
import type { DrawPages } from '../export/PagePicture.js';
import { PagePictures } from '../queue/PagePictures.js';
import { openFiles } from '../store/files/openFiles.js';

/** Hands a function that draws pages of the kept originals to `work`, and ends its threads afterwards. */
export async function withPictures<Result>(
  dataFolder: string,
  jobs: number | null,
  work: (drawPages: DrawPages) => Promise<Result>,
): Promise<Result> {
  const pictures = new PagePictures(await openFiles({ dataFolder, objectStore: null }), jobs ?? availableParallelism());
  try {
    return await work((document, pages) => pictures.draw(document, pages));
  } finally {
    await pictures.close();
  }
}
