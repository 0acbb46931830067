import { listMarkOf } from '../listMark.js';
import { isCapitals } from '../paperMarks.js';
import type { FlowLine, Margins } from './Flow.js';
import type { LevelPage } from './LevelPage.js';
import { middleOf, type Row } from './Row.js';

/** Fewer long lines may all be last lines of paragraphs, or headings: they show no margin that stands further out. */
const enoughLong = 5;

/**
 * The edges that most long lines of a page keep to; undefined where a page has too few.
 * @param usual the margins of a page like this one, which hold where its few long lines do not reach them
 */
export function marginsOf(rows: readonly Row[], page: LevelPage, usual?: Margins): Margins | undefined {
  const widest = Math.max(0, ...rows.map((row) => row.right - row.left));
  const long = rows.filter((row) => row.right - row.left > 0.75 * widest && row.right - row.left > 0.45 * page.width);
  if (long.length < 2) return usual;
  const own = edgesOf(rows, long, page);
  const falls = usual !== undefined && own.right - own.left < usual.right - usual.left - page.lineHeight;
  return falls && long.length < enoughLong
    ? { ...own, left: Math.min(own.left, usual.left), right: Math.max(own.right, usual.right) }
    : own;
}

function edgesOf(rows: readonly Row[], long: readonly Row[], page: LevelPage): Margins {
  const pitches = rows.slice(1).map((row, index) => middleOf(row) - middleOf(rows[index] ?? row));
  return {
    left: leftMargin(rows, long, page.lineHeight),
    right: share(
      long.map((row) => row.right),
      0.8,
    ),
    lineHeight: page.lineHeight,
    pitch: share(
      pitches.filter((pitch) => pitch > 0.8 * page.lineHeight && pitch < 2.5 * page.lineHeight),
      0.4,
      1.4 * page.lineHeight,
    ),
  };
}

/** Wrapped lines return to the margin; where every long line is the first of a paragraph, their short ends alone do. */
function leftMargin(rows: readonly Row[], long: readonly Row[], lineHeight: number): number {
  const ofLong = share(
    long.map((row) => row.left),
    0.15,
  );
  const further = rows.map((row) => row.left).filter((left) => left < ofLong - 0.7 * lineHeight);
  const middle = share(further, 0.5);
  const agreeing = further.filter((left) => Math.abs(left - middle) < 0.4 * lineHeight);
  return agreeing.length >= 3 && agreeing.length > further.length / 2 ? middle : ofLong;
}

function share(values: readonly number[], part: number, otherwise = 0): number {
  return [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? otherwise;
}

/** A face that lacks a letter lends it from a lighter one, so that single words of a bold line may not be bold. */
const mostlyBold = 0.6;

function isBold({ words }: Row): boolean | undefined {
  const lettered = words.map(({ word }) => ({ word, letters: word.text.match(/\p{L}/gu)?.length ?? 0 }));
  const all = lettered.reduce((sum, { letters }) => sum + letters, 0);
  const bold = lettered.reduce((sum, { word, letters }) => sum + (word.bold === true ? letters : 0), 0);
  return all === 0 ? undefined : bold >= mostlyBold * all;
}

/** @param knowsBold whether the page tells bold words from others */
export function flowLineOf(row: Row, margins: Margins, knowsBold: boolean, partWords: readonly string[]): FlowLine {
  const indent = row.left - margins.left;
  const deficit = margins.right - row.right;
  return {
    row,
    margins,
    mark: listMarkOf(row.text, partWords),
    // A first line's indent is two to three line heights: a centred line stands in from both edges by more.
    centred: indent > 2.2 * margins.lineHeight && Math.abs(indent - deficit) < 1.2 * margins.lineHeight,
    bold: knowsBold ? isBold(row) : undefined,
    capitals: isCapitals(row.text) && (row.text.match(/\p{L}/gu) ?? []).length >= 6,
  };
}
