import { SoatError } from '../../model/errors.js';
import {
  parseSequenceList,
  type SequenceImage,
  sequenceLineLength,
  sequenceListLength,
} from '../../model/imageSequence.js';
import type { ReadingLimits } from '../limits.js';
import { type Content, rangeOf } from '../source/content.js';
import type { SourceFile } from '../source/SourceFile.js';
import type { Frame } from './measureImage.js';
import { framesAsPages, framesOf } from './openImages.js';

/**
 * The images of one report, in order; each is loaded when its page is read.
 * @throws SoatError `truncated`, `unreadable-file`
 */
export async function openImageSequence(content: Content, limits: ReadingLimits): Promise<SourceFile> {
  const listLength = sequenceListLength(await rangeOf(content, 0, sequenceLineLength));
  const images = parseSequenceList(await rangeOf(content, sequenceLineLength, listLength));
  const frames: (Frame | SoatError)[] = [];
  let start = sequenceLineLength + listLength;
  for (const image of images) {
    frames.push(...(await pagesOf(content, start, image)));
    start += image.bytes;
  }
  return framesAsPages(frames, limits);
}

async function pagesOf(
  content: Content,
  start: number,
  { name, bytes }: SequenceImage,
): Promise<readonly (Frame | SoatError)[]> {
  if (bytes === 0) return [new SoatError('page-missing', name)];
  const load = () => rangeOf(content, start, bytes);
  try {
    // Only a TIFF may hold more pages than one.
    return /\.tiff?$/i.test(name) ? await framesOf(load) : [{ load, index: 0 }];
  } catch {
    return [new SoatError('page-unreadable', name)];
  }
}
