import type { Glyph } from './Glyph.js';

/** A word of a text layer in points of the page as displayed. */
export interface LayerWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly bold: boolean;
  readonly visible: boolean;
}

export interface LayerLine {
  readonly words: readonly LayerWord[];
}

/** All in shares of the type's height. */
const wordGap = 0.2;
/** Wider gaps, between ink and ink, part columns; justified spaces and the tab behind a number stay below. */
const columnGap = 2.4;
const backStep = 0.6;
const baselineShift = 0.35;
/** Height above and depth below the baseline of the faces that agencies use. */
const ascent = 0.89;
const descent = 0.22;

interface OpenLine {
  readonly words: Glyph[][];
  y: number;
  size: number;
  /** Where the last character ends, and the last one that is no space. */
  end: number;
  inkEnd: number;
  /** True where the next character starts a word. */
  parted: boolean;
}

/** Joins characters to words and lines in the order in which the file draws them. Text that runs down or up the page is left out. */
export function groupGlyphs(glyphs: readonly Glyph[]): readonly LayerLine[] {
  const lines: OpenLine[] = [];
  let current: OpenLine | undefined;
  for (const glyph of glyphs) {
    if (Math.abs(glyph.dy) > Math.abs(glyph.dx) || glyph.size === 0 || glyph.text === '') continue;
    if (current === undefined || !goesOn(current, glyph)) {
      current = lines.findLast((line) => goesOn(line, glyph)) ?? startLine(lines, glyph);
    }
    add(current, glyph);
  }
  return withoutDoubles(
    joined(lines).map(({ words }) => ({ words: words.map(wordOf).filter(({ text }) => text !== '') })),
  ).filter(({ words }) => words.length > 0);
}

/** Pieces of one line that were drawn apart, and in another order than they stand: a date stamped into its gap. */
function joined(lines: readonly OpenLine[]): readonly OpenLine[] {
  const result: { readonly line: OpenLine; readonly order: number }[] = [];
  for (const [order, line] of lines.entries()) {
    if (line.words.length === 0) continue;
    let piece = { line, order };
    for (let at = result.findIndex((other) => standsBeside(other.line, piece.line)); at >= 0; ) {
      const [other] = result.splice(at, 1);
      if (other === undefined) break;
      piece = { line: interleaved(other.line, piece.line), order: Math.min(other.order, piece.order) };
      at = result.findIndex((another) => standsBeside(another.line, piece.line));
    }
    result.push(piece);
  }
  return result.sort((one, two) => one.order - two.order).map(({ line }) => line);
}

/** Where a face lacks a letter, some programs draw it with another one after the line: what then touches is one word. */
function interleaved(line: OpenLine, other: OpenLine): OpenLine {
  const unit = Math.max(line.size, other.size);
  const own = new Set(line.words);
  const words: { readonly glyphs: Glyph[]; own: boolean }[] = [];
  for (const word of [...line.words, ...other.words].sort((one, two) => leftOf(one) - leftOf(two))) {
    const last = words.at(-1);
    if (last !== undefined && last.own !== own.has(word) && leftOf(word) - rightOf(last.glyphs) < wordGap * unit) {
      last.glyphs.push(...word);
      last.own = own.has(word);
    } else {
      words.push({ glyphs: [...word], own: own.has(word) });
    }
  }
  return { ...line, words: words.map(({ glyphs }) => glyphs) };
}

/** Level, over no word of the other, and no column apart from it. */
function standsBeside(line: OpenLine, other: OpenLine): boolean {
  const unit = Math.max(line.size, other.size);
  if (Math.abs(line.y - other.y) >= baselineShift * unit) return false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const one of line.words) {
    for (const two of other.words) {
      const gap = Math.max(leftOf(one), leftOf(two)) - Math.min(rightOf(one), rightOf(two));
      if (gap < -wordGap * unit) return false;
      nearest = Math.min(nearest, gap);
    }
  }
  return nearest < columnGap * unit;
}

function leftOf(word: readonly Glyph[]): number {
  return Math.min(...word.map(({ x }) => x));
}

function rightOf(word: readonly Glyph[]): number {
  return Math.max(...word.map(({ x, width }) => x + width));
}

function startLine(lines: OpenLine[], { x, y, size }: Glyph): OpenLine {
  const line: OpenLine = { words: [], y, size, end: x, inkEnd: x, parted: true };
  lines.push(line);
  return line;
}

function goesOn(line: OpenLine, { x, y, size }: Glyph): boolean {
  const unit = Math.max(size, line.size);
  return (
    Math.abs(y - line.y) < baselineShift * unit && x - line.end > -backStep * unit && x - line.inkEnd < columnGap * unit
  );
}

function add(line: OpenLine, glyph: Glyph): void {
  const space = /^\s+$/u.test(glyph.text);
  const mark = /^\p{M}/u.test(glyph.text);
  if (!mark && glyph.x - line.end > wordGap * Math.max(glyph.size, line.size)) line.parted = true;
  if (space) line.parted = true;
  else {
    const word = line.words.at(-1);
    if (word === undefined || (line.parted && !mark)) line.words.push([glyph]);
    else word.push(glyph);
    line.parted = false;
    // A raised or lowered character leaves the line where it is.
    if (glyph.size >= line.size) {
      line.y = glyph.y;
      line.size = glyph.size;
    }
  }
  line.end = Math.max(line.end, glyph.x + Math.max(0, glyph.dx));
  if (!space) line.inkEnd = Math.max(line.inkEnd, glyph.x + glyph.width);
}

function wordOf(glyphs: readonly Glyph[]): LayerWord {
  const text = glyphs.map((glyph) => glyph.text).join('');
  return {
    text: text.normalize('NFC').replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC')),
    left: Math.min(...glyphs.map(({ x }) => x)),
    top: Math.min(...glyphs.map(({ y, size }) => y - ascent * size)),
    right: Math.max(...glyphs.map(({ x, width }) => x + width)),
    bottom: Math.max(...glyphs.map(({ y, size }) => y + descent * size)),
    // Accented letters that a bold face lacks come from another one.
    bold: glyphs.filter(({ bold }) => bold).length > glyphs.length / 2,
    visible: glyphs.some(({ visible }) => visible),
  };
}

/** Some programs draw a word twice, a hair apart, to make it bold. */
function withoutDoubles(lines: readonly LayerLine[]): readonly LayerLine[] {
  const seen = new Map<string, LayerWord[]>();
  return lines.map(({ words }) => ({
    words: words.filter((word) => {
      const same = seen.get(word.text) ?? [];
      const double = same.some((other) => {
        const reach = (word.bottom - word.top) / 4;
        return Math.abs(other.left - word.left) < reach && Math.abs(other.top - word.top) < reach;
      });
      if (!double) seen.set(word.text, [...same, word]);
      return !double;
    }),
  }));
}
