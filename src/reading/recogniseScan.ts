import type { OcrLine } from './engine/OcrEngine.js';
import type { SeparatedInk } from './image/separateInk.js';
import type { PageTools } from './PageTools.js';
import { type PreparedImage, prepareForOcr } from './prepareForOcr.js';

/** A rendered page, cleaned and straightened, and what the engine makes of it at first sight. */
export interface RecognisedScan extends PreparedImage {
  readonly ink: SeparatedInk;
  readonly lines: readonly OcrLine[];
}

export async function recogniseScan(ink: SeparatedInk, { engine, timeLeft }: PageTools): Promise<RecognisedScan> {
  const prepared = prepareForOcr(ink.print);
  const lines = await (await engine()).recognise(prepared.image, { layout: 'page', timeout: timeLeft() });
  return { ...prepared, ink, lines };
}
