import { type ReadingLimits, readingLimits } from '../limits.js';
import { quarterTurn } from '../openPdf.js';
import type { Content } from '../source/content.js';
import { openSource } from '../source/openSource.js';
import { withinTime } from '../withinTime.js';

export interface PageToDraw {
  readonly number: number;
  /** Clockwise turn under which the page stands upright, as its reading says. */
  readonly rotation: number;
}

export interface DrawnPage {
  readonly number: number;
  readonly webp: Uint8Array;
}

/**
 * Draws pages of a file as people see them. A page that cannot be drawn, or not in time, is left out.
 * @throws SoatError those of `openSource`
 */
export async function drawPages(
  content: Content,
  pages: readonly PageToDraw[],
  limits: ReadingLimits = readingLimits,
): Promise<readonly DrawnPage[]> {
  const source = await openSource(content, limits);
  try {
    const drawn: DrawnPage[] = [];
    for (const { number, rotation } of pages) {
      const drawing = source.drawPage?.(number, quarterTurn(rotation));
      if (drawing === undefined) return [];
      const webp = await withinTime(drawing, limits.pageMs, () => new Error('late')).catch(() => null);
      if (webp !== null) drawn.push({ number, webp });
    }
    return drawn;
  } finally {
    await source.close();
  }
}
