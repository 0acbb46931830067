import sharp from 'sharp';
import type { ReadingLimits } from '../limits.js';
import { type QuarterTurn, quarterTurn } from '../openPdf.js';
import { type Frame, measureImage } from '../picture/measureImage.js';
import { longestSide, pictureQuality } from './pictureSize.js';

/** An image as the page that it is, turned upright, as WebP. */
export async function drawImage(frame: Frame, rotation: QuarterTurn, limits: ReadingLimits): Promise<Uint8Array> {
  const measured = await measureImage(frame);
  return sharp(await frame.load(), { page: frame.index, limitInputPixels: limits.pixelsPerImage })
    .autoOrient()
    .rotate(quarterTurn(rotation - measured.rotation))
    .flatten({ background: '#ffffff' })
    .resize(longestSide, longestSide, { fit: 'inside' })
    .webp({ quality: pictureQuality })
    .toBuffer();
}
