import { SoatError } from '../../model/errors.js';
import type { PageReading } from '../../model/page.js';
import { decideOrigin } from '../decideOrigin.js';
import { inkThreshold } from '../image/inkThreshold.js';
import type { SeparatedInk } from '../image/separateInk.js';
import { judgeText } from '../layer/judgeText.js';
import type { QuarterTurn } from '../openPdf.js';
import type { PageTools } from '../PageTools.js';
import { pageReading } from '../pageReading.js';
import { readTurned } from '../readTurned.js';
import { findMarks } from '../unread/findMarks.js';
import { type Frame, type MeasuredImage, measureImage } from './measureImage.js';
import { renderImage } from './renderImage.js';

/**
 * Reads one image as a page: the way of a scanned PDF page from its rendering on.
 * @throws SoatError `page-unreadable`, `page-too-large`, `page-timeout`, `engine-crashed`
 */
export async function readImage(frame: Frame, number: number, tools: PageTools): Promise<PageReading> {
  const { pixelsPerImage } = tools.limits;
  const measured = await measureImage(frame);
  if (measured.pixels > pixelsPerImage) throw new SoatError('page-too-large', `${measured.pixels} pixel`);
  const content = await frame.load();
  const render = (rotation: QuarterTurn): Promise<SeparatedInk> =>
    renderImage(content, frame.index, measured, rotation, pixelsPerImage);
  const ink = await render(measured.rotation);
  const decision = decideOrigin(evidenceOf(ink));
  if (decision.origin === 'blank') {
    return pageReading(factsOf(number, measured, measured.rotation), decision, ink.print, null);
  }
  const upright = await readTurned(ink, measured.rotation, render, tools);
  return pageReading(factsOf(number, measured, upright.rotation), decision, upright.ink.print, upright.reading);
}

function evidenceOf({ print, colour }: SeparatedInk) {
  const threshold = inkThreshold(print);
  const marks = findMarks(print, [], threshold).length;
  const hasInk = marks > 0 || (colour !== null && findMarks(colour, [], threshold).length > 0);
  return { marks, marksOutside: marks, hasInk, words: 0, hidden: 0, quality: judgeText([]) };
}

function factsOf(number: number, { width, height, rotation: own }: MeasuredImage, rotation: QuarterTurn) {
  const isTurned = (rotation - own) % 180 !== 0;
  return { number, rotation, ...(isTurned ? { width: height, height: width } : { width, height }) };
}
