import sharp, { type Metadata } from 'sharp';
import { SoatError } from '../../model/errors.js';
import { type QuarterTurn, readingDpi } from '../openPdf.js';
import type { Content } from '../source/content.js';

/** One image of a file: most files hold one, a TIFF may hold many. */
export interface Frame {
  /** Gives the file; for a member of a sequence its bytes, which are not kept. */
  readonly load: () => Promise<Content>;
  /** Counts from 0. */
  readonly index: number;
}

export interface MeasuredImage {
  /** Pixels of the file's own grid. */
  readonly pixels: number;
  /** Pixels of the page as displayed, at 200 dpi. */
  readonly width: number;
  readonly height: number;
  /** Clockwise quarter turn that the camera or scanner asks for. */
  readonly rotation: QuarterTurn;
}

/** Inches of the longer side: less is a postcard, more than A2 is a resolution that nobody set. */
const sanePage = { shortest: 5, longest: 24 };
/** Screens' resolutions are what programs write that know none. */
const screens: ReadonlySet<number> = new Set([72, 96]);
/** A4, in inches. */
const paper = { short: 8.27, long: 11.69 };

/** What scanners are set to. A guess near one of them is it: resampling by a thousandth would only blur. */
const usual = [100, 150, 200, 240, 300, 400, 600];

/** EXIF orientations, mirrored ones with the turn that sets them upright. */
const turns: Readonly<Record<number, QuarterTurn>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };

/** @throws SoatError `page-unreadable`, and what `load` throws */
export async function measureImage({ load, index }: Frame): Promise<MeasuredImage> {
  const metadata = await metadataOf(await load(), index);
  const { width, height } = metadata.autoOrient;
  const dpi = resolutionOf(metadata, width, height);
  const at200 = (pixels: number) => Math.max(1, Math.round((pixels / dpi) * readingDpi));
  return {
    pixels: width * height,
    width: at200(width),
    height: at200(height),
    rotation: turns[metadata.orientation ?? 1] ?? 0,
  };
}

/** How many images the file holds. @throws SoatError `truncated` */
export async function countFrames(content: Content): Promise<number> {
  try {
    return (await metadataOf(content, 0)).pages ?? 1;
  } catch (cause) {
    throw new SoatError('truncated', null, { cause });
  }
}

async function metadataOf(content: Content, page: number): Promise<Metadata> {
  try {
    return await sharp(content, { page, limitInputPixels: false }).metadata();
  } catch (cause) {
    throw new SoatError('page-unreadable', null, { cause });
  }
}

/** The file's own resolution where it makes a page of a usual size; else that at which the image just fits A4. */
function resolutionOf({ density }: Metadata, width: number, height: number): number {
  const long = Math.max(width, height);
  if (density !== undefined && !screens.has(density)) {
    const inches = long / density;
    if (inches >= sanePage.shortest && inches <= sanePage.longest) return density;
  }
  const fitting = Math.max(long / paper.long, Math.min(width, height) / paper.short);
  return usual.find((dpi) => Math.abs(dpi - fitting) < 0.02 * dpi) ?? fitting;
}
