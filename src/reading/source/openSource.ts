import { SoatError } from '../../model/errors.js';
import { formatOf, headLength } from '../../model/format.js';
import { openDocx } from '../docx/openDocx.js';
import { type ReadingLimits, readingLimits } from '../limits.js';
import { openImageSequence } from '../picture/openImageSequence.js';
import { openImages } from '../picture/openImages.js';
import { withinTime } from '../withinTime.js';
import { type Content, rangeOf } from './content.js';
import { openPdfFile } from './openPdfFile.js';
import type { SourceFile, Survey } from './SourceFile.js';

/**
 * Opens a file of any format that is read; told by its content, for kept originals have no names.
 * @throws SoatError `unreadable-file`, `empty`, `not-a-document`, `truncated`, `encrypted`, `document-timeout`, `too-large`
 */
export async function openSource(content: Content, limits: ReadingLimits): Promise<SourceFile> {
  switch (formatOf(await rangeOf(content, 0, headLength))) {
    case 'png':
    case 'jpeg':
    case 'tiff':
      return openImages(content, limits);
    case 'image-sequence':
      return openImageSequence(content, limits);
    case 'zip':
      return openDocx(content, limits);
    default:
      return openPdfFile(content, limits);
  }
}

/**
 * A file's pages and digital signatures; nothing is rendered.
 * @throws SoatError those of `openSource`, and `no-pages`, `too-many-pages`
 */
export async function surveySource(content: Content, limits: Partial<ReadingLimits> = {}): Promise<Survey> {
  const all = { ...readingLimits, ...limits };
  const source = await openSource(content, all);
  try {
    return await withinTime(source.survey(), all.surveyMs, () => new SoatError('document-timeout'));
  } finally {
    await source.close();
  }
}
