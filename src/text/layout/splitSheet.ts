import type { Extent, LevelPage, LevelWord } from './LevelPage.js';

/** Width over height; an open pair of A4 pages has 1.41, as a landscape page has. */
const leastShape = 1.2;
/** Shares of the sheet's width: where the gutter may lie, and how wide two inner margins are at least. */
const gutter = { from: 0.4, to: 0.6, narrowest: 0.04 };
/** Lines of running text that each half must have, and the share of their column that such lines fill. */
const leastLines = 8;
const filled = 0.6;
/** Words of such a line. */
const leastWords = 5;

/**
 * Two pages that were scanned side by side on one sheet, left before right; any other page as it is. A wide landscape table
 * is none: its cells are no running text on both sides of an empty middle.
 */
export function splitSheet(page: LevelPage): readonly LevelPage[] {
  if (page.width < leastShape * page.height) return [page];
  const middle = gutterOf(page);
  if (middle === undefined) return [page];
  const halves = [halfOf(page, 0, middle), halfOf(page, middle, page.width)];
  return halves.every(isRunningText) ? halves : [page];
}

/** The middle of the widest empty stretch about the centre; undefined where none is wide enough. */
function gutterOf({ width, lines, rulings }: LevelPage): number | undefined {
  const spans = [...lines.flat(), ...rulings].toSorted((one, other) => one.left - other.left);
  let [reached, widest, middle] = [0, 0, 0];
  for (const { left, right } of [...spans, { left: width, right: width }]) {
    const centre = (reached + left) / 2;
    if (left - reached > widest && centre > gutter.from * width && centre < gutter.to * width) {
      [widest, middle] = [left - reached, centre];
    }
    reached = Math.max(reached, right);
  }
  return widest >= gutter.narrowest * width ? middle : undefined;
}

function halfOf(page: LevelPage, from: number, to: number): LevelPage {
  const isInside = ({ left, right }: Extent): boolean => (left + right) / 2 >= from && (left + right) / 2 < to;
  const moved = <Placed extends Extent>(placed: Placed): Placed => ({
    ...placed,
    left: placed.left - from,
    right: placed.right - from,
  });
  return {
    ...page,
    width: to - from,
    lines: page.lines.map((line) => line.filter(isInside).map(moved)).filter((line) => line.length > 0),
    rulings: page.rulings.filter(isInside).map(moved),
  };
}

function isRunningText({ lines }: LevelPage): boolean {
  const widthOf = (line: readonly LevelWord[]): number =>
    Math.max(...line.map(({ right }) => right)) - Math.min(...line.map(({ left }) => left));
  const column = Math.max(0, ...lines.map(widthOf));
  return lines.filter((line) => line.length >= leastWords && widthOf(line) >= filled * column).length >= leastLines;
}
