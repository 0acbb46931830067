import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SoatError } from '../model/errors.js';
import type { PageReading } from '../model/page.js';
import { decideOrigin, type OriginDecision } from './decideOrigin.js';
import type { OcrLine } from './engine/OcrEngine.js';
import { inkThreshold } from './image/inkThreshold.js';
import type { SeparatedInk } from './image/separateInk.js';
import { drawOnlyPrinted, findAnnotations } from './layer/findAnnotations.js';
import { judgeText } from './layer/judgeText.js';
import { readLayer, type TextLayer } from './layer/readLayer.js';
import { layerOnImage } from './layerOnImage.js';
import { displayedSize, type QuarterTurn } from './openPdf.js';
import type { PageTools } from './PageTools.js';
import { pageReading } from './pageReading.js';
import { readText } from './readText.js';
import { readTurned } from './readTurned.js';
import { refuseUndrawnText } from './refuseUndrawnText.js';
import { refuseUnshown } from './refuseUnshown.js';
import { renderPage } from './renderPage.js';
import { findMarks } from './unread/findMarks.js';
import { marksBeside } from './unread/marksBeside.js';

/** A page that shows less may be one whose picture is missing. */
const fewMarks = 40;

/** What is wrong with a file as a whole, and may be with each of its pages. */
export interface FileDamage {
  /** It holds a picture over the limit, which is left out of its page. */
  readonly hasHugeImage: boolean;
  /** Packed text in it is not what was once packed. */
  readonly hasDamagedText: boolean;
}

/**
 * Reads one page of an open PDF: from its text layer where that holds the print, else by recognition.
 * @throws SoatError `page-unreadable`, `page-too-large`, `page-timeout`, `engine-crashed`
 */
export async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  { hasHugeImage, hasDamagedText }: FileDamage,
  tools: PageTools,
): Promise<PageReading> {
  const page = await pageOf(pdf, number);
  refuseHuge(page, tools.limits.pixelsPerPage);
  const annotations = await findAnnotations(page);
  const layer = await readLayer(page, annotations);
  const annotated = drawOnlyPrinted(pdf, annotations, layer.stamps);
  const render = (rotation: QuarterTurn): Promise<SeparatedInk> => renderPage(pdf, page, rotation, annotated);
  const ink = await render(layer.rotation);
  await refuseUndrawnText(page);
  const lines = layerOnImage(layer.lines, page, layer.rotation, ink.print);
  const threshold = inkThreshold(ink.print);
  const marks = findMarks(ink.print, [], threshold).length;
  if (marks < fewMarks) await refuseUnshown(page, hasHugeImage);
  const decision = decide(ink, layer, lines, marks, threshold);
  // A scan's picture shows whether it is whole; of text nobody sees what is missing.
  if (hasDamagedText && decision.reason !== 'no-text-layer') throw new SoatError('page-unreadable');
  const facts = { number, ...displayedSize(page, layer.rotation), rotation: layer.rotation };
  if (decision.origin === 'blank') return pageReading(facts, decision, ink.print, null);
  if (decision.origin === 'text') return pageReading(facts, decision, ink.print, await readText(ink, lines, tools));
  const upright = await readTurned(ink, layer.rotation, render, tools);
  const { rotation } = upright;
  const uprightFacts = { number, ...displayedSize(page, rotation), rotation };
  const setAside = textOf(layer);
  return {
    ...pageReading(uprightFacts, decision, upright.ink.print, upright.reading),
    ...(setAside === '' ? {} : { setAside }),
  };
}

function textOf({ lines }: TextLayer): string {
  return lines.map(({ words }) => words.map(({ text }) => text).join(' ')).join('\n');
}

async function pageOf(pdf: PDFDocumentProxy, number: number): Promise<PDFPageProxy> {
  try {
    return await pdf.getPage(number);
  } catch (cause) {
    throw new SoatError('page-unreadable', null, { cause });
  }
}

function refuseHuge(page: PDFPageProxy, pixelLimit: number): void {
  const { width, height } = displayedSize(page);
  if (width * height > pixelLimit) throw new SoatError('page-too-large', `${width} × ${height}`);
}

function decide(
  { print, colour }: SeparatedInk,
  layer: TextLayer,
  lines: readonly OcrLine[],
  marks: number,
  threshold: number,
): OriginDecision {
  const words = layer.lines.flatMap((line) => line.words);
  return decideOrigin({
    marks,
    marksOutside: marksBeside(print, lines).length,
    hasInk: marks > 0 || (colour !== null && findMarks(colour, [], threshold).length > 0),
    words: words.length,
    hidden: words.filter(({ visible }) => !visible).length / Math.max(1, words.length),
    quality: judgeText(words.map(({ text }) => text)),
  });
}
