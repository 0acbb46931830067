import { type Box, unionOf } from '../model/geometry.js';
import type { Line, PageReading, Word } from '../model/page.js';

/** Words of a page that a person read otherwise than the machine. */
export interface Correction {
  /** Around the words. */
  readonly box: Box;
  /** The words as the machine read them. */
  readonly read: string;
  readonly corrected: string;
}

export interface PageCorrection extends Correction {
  readonly page: number;
}

/**
 * A page with some of its words as a person read them. Their places stay; a person's reading is not doubted.
 * @returns null where the words in the box are not (any more) those that were corrected
 */
export function correctReading(page: PageReading, { box, read, corrected }: Correction): PageReading | null {
  const covered = page.lines.map((line) => line.words.filter((word) => isWithin(word.box, box)));
  const words = covered.flat();
  if (words.length === 0 || spaced(words.map(({ text }) => text).join(' ')) !== spaced(read)) return null;
  const [first] = covered.filter((some) => some.length > 0);
  const replacement = placed(spaced(corrected).split(' '), words, first ?? words);
  const lines = page.lines.flatMap((line): Line[] => {
    const kept = line.words.flatMap((word) => (words.includes(word) ? (replacement.get(word) ?? []) : [word]));
    return kept.length === 0 ? [] : [{ ...line, words: kept }];
  });
  return { ...page, lines };
}

/** Whether the middle of a box lies in another. */
export function isWithin([left, top, right, bottom]: Box, [x0, y0, x1, y1]: Box): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function spaced(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/** Nothing of what the machine doubted or repaired stays. */
function asPersonReads({ box, bold }: Word, text: string): Word {
  return { text, box, confidence: 1, ...(bold === undefined ? {} : { bold }) };
}

/** What stands in place of each word: one for one, else all on the first line, as wide as their letters. */
function placed(
  texts: readonly string[],
  words: readonly Word[],
  onFirstLine: readonly Word[],
): ReadonlyMap<Word, readonly Word[]> {
  if (texts.length === words.length) {
    return new Map(words.map((word, index) => [word, [asPersonReads(word, texts[index] ?? '')]]));
  }
  const [left, top, right, bottom] = unionOf(onFirstLine.map(({ box }) => box));
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  let at = left;
  const spread = texts.map((text): Word => {
    const end = at + ((right - left) * text.length) / letters;
    const word = { text, box: [at, top, end, bottom] as const, confidence: 1 };
    at = end;
    return word;
  });
  const [anchor] = words;
  return anchor === undefined ? new Map() : new Map([[anchor, spread]]);
}
