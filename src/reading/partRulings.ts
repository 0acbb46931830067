import type { OcrLine, OcrWord } from './engine/OcrEngine.js';
import type { PixelArea } from './image/cutOut.js';
import type { PixelRuling } from './image/findRulings.js';

export interface Parted {
  readonly lines: readonly OcrLine[];
  readonly rulings: readonly PixelRuling[];
}

/** What the engine makes of ruled lines: bars, dashes, brackets. */
const ruledMarks = /^[|¦_\-–—―=~[\](){}!.:;'"`‘’“”]+$/u;
/** Pixels by which a mark's box may miss its line. */
const reach = 6;
/** A bar read with a word may leave the box of the word beside it. */
const barReach = 24;
/** The share of a word's box that may lie beyond the line that parts it from the next one. */
const cutShare = 0.3;
/** Longer lines are no underlining and no foot of a word. */
const longestInWord = 300;

/** Lines inside words leave the rulings; columns part the lines. The words stay as they are: a text layer's are certain. */
export function partColumns(lines: readonly OcrLine[], rulings: readonly PixelRuling[]): Parted {
  const written = lines.flatMap((line) => line.words).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const drawn = rulings.filter((ruling) => !liesInWords(ruling, written));
  const columns = drawn.filter(({ direction }) => direction === 'vertical');
  const parted = columns.length === 0 ? lines : lines.flatMap(({ words }) => splitAt(words, columns));
  return { lines: parted, rulings: drawn };
}

/** The same for recognised words; before, ruled lines that were read as marks leave them. */
export function partRulings(lines: readonly OcrLine[], rulings: readonly PixelRuling[]): Parted {
  const { rulings: drawn } = partColumns(lines, rulings);
  const columns = drawn.filter(({ direction }) => direction === 'vertical');
  const written = lines
    .map(({ words }) => ({
      words: words
        .filter((word) => !(ruledMarks.test(word.text) && standsOn(word, drawn)))
        .map((word) => withoutBars(word, columns)),
    }))
    .filter(({ words }) => words.length > 0);
  return partColumns(written, drawn);
}

/** A vertical line read together with the word beside it: `|20`. */
function withoutBars(word: OcrWord, columns: readonly PixelRuling[]): OcrWord {
  const text = word.text.replace(/^[|¦]+|[|¦]+$/gu, '');
  if (text === word.text || text === '' || !standsOn(word, columns, barReach)) return word;
  const { top, bottom } = word.box;
  const middle = (word.box.left + word.box.right) / 2;
  let { left, right } = word.box;
  for (const column of columns) {
    if (shared(word.box, column, reach) === null) continue;
    if (column.left < middle) left = Math.max(left, column.right);
    else right = Math.min(right, column.left);
  }
  return { ...word, text, box: { left, top, right: Math.max(right, left + 1), bottom } };
}

/** The words of a line, parted where a vertical line stands between two of them: each cell has its own lines. */
function splitAt(words: readonly OcrWord[], columns: readonly PixelRuling[]): readonly OcrLine[] {
  const lines: OcrWord[][] = [];
  let last: OcrWord | null = null;
  for (const word of words) {
    if (last !== null && !isParted(last.box, word.box, columns)) lines.at(-1)?.push(word);
    else lines.push([word]);
    last = word;
  }
  return lines.map((line) => ({ words: line }));
}

function isParted(left: PixelArea, right: PixelArea, columns: readonly PixelRuling[]): boolean {
  const height = (left.top + left.bottom + right.top + right.bottom) / 4;
  return columns.some(
    (column) =>
      column.top < height &&
      column.bottom > height &&
      (column.left + column.right) / 2 > left.right - cutShare * (left.right - left.left) &&
      (column.left + column.right) / 2 < right.left + cutShare * (right.right - right.left),
  );
}

function standsOn({ box }: OcrWord, rulings: readonly PixelRuling[], distance = reach): boolean {
  return rulings.some((ruling) => shared(box, ruling, distance) !== null);
}

function liesInWords(ruling: PixelRuling, words: readonly OcrWord[]): boolean {
  const width = ruling.right - ruling.left;
  if (ruling.direction === 'vertical' || width > longestInWord) return false;
  const covered = words.reduce((sum, { box }) => sum + (shared(box, ruling, 0) ?? 0), 0);
  return covered > 0.5 * width;
}

/** How many pixels two areas share across, one of them grown; null where they do not meet. */
function shared(one: PixelArea, other: PixelArea, grown: number): number | null {
  const across = Math.min(one.right, other.right + grown) - Math.max(one.left, other.left - grown);
  const down = Math.min(one.bottom, other.bottom + grown) - Math.max(one.top, other.top - grown);
  return across > 0 && down > 0 ? across : null;
}
