import { SoatError } from '../../model/errors.js';
import { drawImage } from '../draw/drawImage.js';
import type { ReadingLimits } from '../limits.js';
import type { Content } from '../source/content.js';
import { refusePageCount } from '../source/refusePageCount.js';
import { type SourceFile, type SurveyedPage, unopenedPage } from '../source/SourceFile.js';
import { countFrames, type Frame, measureImage } from './measureImage.js';
import { readImage } from './readImage.js';

/**
 * A PNG or JPEG as one page, a TIFF as a page for each of its images.
 * @throws SoatError `truncated`
 */
export async function openImages(content: Content, limits: ReadingLimits): Promise<SourceFile> {
  return framesAsPages(await framesOf(async () => content), limits);
}

/** The images of one file. @throws SoatError `truncated` */
export async function framesOf(load: () => Promise<Content>): Promise<readonly Frame[]> {
  const count = await countFrames(await load());
  return Array.from({ length: count }, (_, index) => ({ load, index }));
}

/** A page a frame; an error stands for a page whose image is missing or cannot be opened. */
export function framesAsPages(frames: readonly (Frame | SoatError)[], limits: ReadingLimits): SourceFile {
  const frameAt = (number: number): Frame => {
    const frame = frames[number - 1] ?? new SoatError('page-unreadable');
    if (frame instanceof SoatError) throw frame;
    return frame;
  };
  return {
    survey: async () => {
      refusePageCount(frames.length, limits);
      const pages: SurveyedPage[] = [];
      for (const [at, frame] of frames.entries()) pages.push({ number: at + 1, ...(await sizeOf(frame)) });
      if (pages.every(({ width }) => width === 0)) throw new SoatError('truncated');
      return { pages, signatures: [] };
    },
    readPage: async (number, tools) => readImage(frameAt(number), number, tools),
    drawPage: async (number, rotation) => drawImage(frameAt(number), rotation, limits),
    close: async () => {},
  };
}

async function sizeOf(frame: Frame | SoatError): Promise<Omit<SurveyedPage, 'number'>> {
  if (frame instanceof SoatError) return unopenedPage;
  try {
    const { width, height, rotation } = await measureImage(frame);
    return { width, height, rotation };
  } catch {
    return unopenedPage;
  }
}
