import type { Line, PageReading, Ruling, Word } from '../../model/page.js';

/** Edges in pixels of the page turned level; y grows downwards. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A word with its place on the levelled page; `text` is NFC and has no white space. */
export interface LevelWord extends Extent {
  readonly page: number;
  readonly word: Word;
}

export interface LevelRuling extends Extent {
  readonly direction: Ruling['direction'];
}

/** A page whose lines of text run level, in pixels at 200 dpi. */
export interface LevelPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** The words by the lines that the reader gave. */
  readonly lines: readonly (readonly LevelWord[])[];
  readonly rulings: readonly LevelRuling[];
  /** Usual height of a printed line, in pixels. */
  readonly lineHeight: number;
  /** Whether its reader tells bold words: a recogniser does not. */
  readonly knowsBold: boolean;
}

const defaultLineHeight = 40;

/** Takes the skew out of a page's places, so that rows and columns can be told by edges alone. */
export function levelPage(page: PageReading): LevelPage {
  const slope = page.origin === 'text' ? 0 : slopeOf(page);
  const level = (box: Word['box']): Extent => {
    const x = ((box[0] + box[2]) / 2) * page.width;
    const y = ((box[1] + box[3]) / 2) * page.height;
    const halfWidth = ((box[2] - box[0]) / 2) * page.width;
    const halfHeight = ((box[3] - box[1]) / 2) * page.height;
    const [centre, middle] = [x + slope * y, y - slope * x];
    return {
      left: centre - halfWidth,
      right: centre + halfWidth,
      top: middle - halfHeight,
      bottom: middle + halfHeight,
    };
  };
  const lines = page.lines
    .map((line) =>
      line.words.flatMap((word) =>
        partsOf(word).map((part) => ({ page: page.number, word: part, ...level(part.box) })),
      ),
    )
    .filter((words) => words.length > 0);
  return {
    number: page.number,
    width: page.width,
    height: page.height,
    lines,
    rulings: page.rulings.map((ruling) => levelRuling(ruling, level(ruling.box), slope)),
    lineHeight: usualHeight(lines),
    knowsBold: lines.some((words) => words.some(({ word }) => word.bold === true)),
  };
}

/** A skewed ruling's box is as thick as its rise: only its centre line is kept. */
function levelRuling(ruling: Ruling, extent: Extent, slope: number): LevelRuling {
  const middle = (extent.top + extent.bottom) / 2;
  const centre = (extent.left + extent.right) / 2;
  if (slope === 0) return { direction: ruling.direction, ...extent };
  return ruling.direction === 'horizontal'
    ? { direction: ruling.direction, ...extent, top: middle, bottom: middle }
    : { direction: ruling.direction, ...extent, left: centre, right: centre };
}

/** A reader's word may hold white space (a run of a text layer): its parts share the box by their length. */
function partsOf(word: Word): readonly Word[] {
  const text = word.text.normalize('NFC');
  const parts = text.split(/\s+/u).filter((part) => part !== '');
  if (parts.length <= 1) return parts.map((part) => ({ ...word, text: part }));
  const [left, top, right, bottom] = word.box;
  let offset = 0;
  return parts.map((part) => {
    const start = text.indexOf(part, offset);
    offset = start + part.length;
    const at = (index: number) => left + ((right - left) * index) / text.length;
    return { ...word, text: part, box: [at(start), top, at(offset), bottom] as const };
  });
}

/** Rise of the lines in pixels a pixel; positive where lines sink to the right. */
function slopeOf(page: PageReading): number {
  const slopes = page.lines
    .filter((line) => line.words.length >= 3 && line.box[2] - line.box[0] > 0.25)
    .map((line) => riseOf(line, page.width, page.height))
    .sort((a, b) => a - b);
  const median = slopes[slopes.length >> 1];
  const slope = slopes.length >= 3 && median !== undefined ? median : Math.tan((page.skew * Math.PI) / 180);
  return Math.abs(slope) < 0.001 ? 0 : slope;
}

/** Least-squares slope through the middles of a line's words. */
function riseOf(line: Line, width: number, height: number): number {
  const points = line.words.map(({ box }) => [((box[0] + box[2]) / 2) * width, ((box[1] + box[3]) / 2) * height]);
  const mean = (index: 0 | 1) => points.reduce((sum, point) => sum + (point[index] ?? 0), 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [above, below] = [0, 0];
  for (const [x = 0, y = 0] of points) {
    above += (x - meanX) * (y - meanY);
    below += (x - meanX) ** 2;
  }
  return below === 0 ? 0 : above / below;
}

function usualHeight(lines: readonly (readonly LevelWord[])[]): number {
  const heights = lines
    .filter((words) => words.length >= 3)
    .map((words) => Math.max(...words.map((word) => word.bottom)) - Math.min(...words.map((word) => word.top)))
    .sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? defaultLineHeight;
}
