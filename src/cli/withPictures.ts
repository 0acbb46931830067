import { availableParallelism } from 'node:os';
import type { DrawPages } from '../export/PagePicture.js';
import type { SoatBatch } from '../model/batch.js';
import type { Language } from '../model/bilingual.js';
import { PagePictures } from '../queue/PagePictures.js';
import { openFiles } from '../store/files/openFiles.js';
import { progressView } from './progress.js';
import { text } from './texts.js';

export interface Drawing {
  readonly data: string;
  /** Threads that draw; null: one a core. */
  readonly jobs: number | null;
  readonly lang: Language;
  readonly batch: Pick<SoatBatch, 'agencies'>;
}

/**
 * Hands a function that draws pages of the kept originals to `work`, and ends its threads afterwards. Drawing those of a
 * whole round takes minutes: how far it is stands on `stderr`.
 */
export async function withPictures<Result>(
  { data, jobs, lang, batch }: Drawing,
  stderr: NodeJS.WriteStream,
  work: (drawPages: DrawPages) => Promise<Result>,
): Promise<Result> {
  const files = batch.agencies.flatMap(({ report, attachments }) => [
    ...(report === null ? [] : [report]),
    ...attachments,
  ]);
  const placeOf = new Map(files.map((file, index) => [file, index + 1]));
  const pictures = new PagePictures(
    await openFiles({ dataFolder: data, objectStore: null }),
    jobs ?? availableParallelism(),
  );
  const view = progressView(stderr, text('drawing', lang));
  let drawn = 0;
  try {
    return await work(async (document, pages) => {
      const [done, total] = [placeOf.get(document.source.file) ?? 0, files.length];
      view.show({
        done,
        total,
        line: `${done}/${total} ${text('documents', lang)} · ${drawn} ${text('pictures', lang)}`,
      });
      drawn += pages.length;
      return await pictures.draw(document, pages);
    });
  } finally {
    view.end();
    await pictures.close();
  }
}
