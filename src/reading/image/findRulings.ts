import type { PixelArea } from './cutOut.js';
import { type DarkRuns, darkRuns, runsDown } from './darkRuns.js';
import type { GreyImage } from './GreyImage.js';

export interface PixelRuling extends PixelArea {
  readonly direction: 'horizontal' | 'vertical';
}

/** Greys below this belong to a line; thin lines of scans are paler than letters. */
const darkest = 170;
/** Pixels at 200 dpi: longer than the feet of a short word that touch, and than the tallest stroke of a title. */
const leastAcross = 70;
const leastDown = 44;
const thickest = 14;
/** Pixels that a line may miss and go on. */
const longestBreak = 6;
/** A line stands in white; the foot of a line of capitals, whose serifs touch, stands under strokes. */
const whiteDistance = 3;
const leastWhite = 0.9;
/** Pixels that a line may climb or fall from one piece to the next: what is left of the skew. */
const drift = 3;

/** Long thin dark lines of a straightened page, horizontal and vertical. */
export function findRulings({ width, height, data }: GreyImage): readonly PixelRuling[] {
  const dark = darkRuns({ width, height, data }, darkest);
  const isLight = (x: number, y: number): boolean =>
    x < 0 || x >= width || y < 0 || y >= height || (data[y * width + x] ?? 255) >= darkest;
  return [
    ...linesAcross(dark, leastAcross, isLight).map(
      ({ from, to, first, last }): PixelRuling => ({
        direction: 'horizontal',
        left: from,
        right: to,
        top: first,
        bottom: last,
      }),
    ),
    ...linesAcross(runsDown(dark, width), leastDown, (along, x) => isLight(x, along)).map(
      ({ from, to, first, last }): PixelRuling => ({
        direction: 'vertical',
        top: from,
        bottom: to,
        left: first,
        right: last,
      }),
    ),
  ];
}

interface Run {
  from: number;
  to: number;
  first: number;
  last: number;
}

/** Long dark runs of every row, joined to lines with their neighbours in the rows around. */
function linesAcross(dark: DarkRuns, least: number, isLight: (along: number, row: number) => boolean): readonly Run[] {
  const lines: Run[] = [];
  let open: Run[] = [];
  for (let row = 0; row < dark.height; row++) {
    open = open.filter(({ last }) => row - last <= drift);
    for (const run of longRuns(dark, row, least)) {
      const touching = open.filter(({ from, to }) => from <= run.to + longestBreak && run.from <= to + longestBreak);
      const [line, ...others] = touching;
      if (line === undefined) {
        lines.push(run);
        open.push(run);
        continue;
      }
      for (const other of [run, ...others]) {
        line.from = Math.min(line.from, other.from);
        line.to = Math.max(line.to, other.to);
        line.first = Math.min(line.first, other.first);
        line.last = Math.max(line.last, other.last);
      }
      for (const other of others) {
        lines.splice(lines.indexOf(other), 1);
        open.splice(open.indexOf(other), 1);
      }
    }
  }
  const standsFree = ({ from, to, first, last }: Run): boolean => {
    let above = 0;
    let below = 0;
    for (let along = from; along < to; along++) {
      if (isLight(along, first - whiteDistance)) above++;
      if (isLight(along, last - 1 + whiteDistance)) below++;
    }
    return Math.min(above, below) >= leastWhite * (to - from);
  };
  return lines.filter(
    (line) => line.last - line.first <= Math.max(thickest, (line.to - line.from) / 60) && standsFree(line),
  );
}

/** A row's dark runs, breaks closed, that are long enough. */
function longRuns({ lefts, rights, starts }: DarkRuns, row: number, least: number): readonly Run[] {
  const runs: Run[] = [];
  const end = starts[row + 1] ?? 0;
  for (let run = starts[row] ?? 0; run < end; run++) {
    const from = lefts[run] ?? 0;
    while (run + 1 < end && (lefts[run + 1] ?? 0) - (rights[run] ?? 0) <= longestBreak) run++;
    const to = rights[run] ?? 0;
    if (to - from >= least) runs.push({ from, to, first: row, last: row + 1 });
  }
  return runs;
}
