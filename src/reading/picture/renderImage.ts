import sharp from 'sharp';
import { SoatError } from '../../model/errors.js';
import { type SeparatedInk, separateInk } from '../image/separateInk.js';
import { type QuarterTurn, quarterTurn } from '../openPdf.js';
import type { Content } from '../source/content.js';
import type { MeasuredImage } from './measureImage.js';

/** As of a PDF's page: about an A3 page at 200 dpi, which holds all that a scan shows. */
const largestRendering = 8_500_000;

/**
 * An image as a page at 200 dpi (very large ones smaller), on white, print and coloured ink apart.
 * @param rotation clockwise turn under which the page is shown, the image's own included
 * @throws SoatError `page-unreadable`
 */
export async function renderImage(
  content: Content,
  index: number,
  measured: MeasuredImage,
  rotation: QuarterTurn,
  pixelLimit: number,
): Promise<SeparatedInk> {
  const turn = quarterTurn(rotation - measured.rotation);
  const scale = Math.min(1, Math.sqrt(largestRendering / (measured.width * measured.height)));
  const [across, down] = turn % 180 === 0 ? [measured.width, measured.height] : [measured.height, measured.width];
  try {
    const { data, info } = await sharp(content, { page: index, limitInputPixels: pixelLimit, failOn: 'error' })
      .autoOrient()
      .rotate(turn)
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize(Math.max(1, Math.round(across * scale)), Math.max(1, Math.round(down * scale)), { fit: 'fill' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return separateInk(data, info.width, info.height);
  } catch (cause) {
    throw new SoatError('page-unreadable', null, { cause });
  }
}
