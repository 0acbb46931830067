import { describe, expect, it } from 'vitest';
import type { OcrLine } from './engine/OcrEngine.js';
import type { PixelRuling } from './image/findRulings.js';
import { partColumns, partRulings } from './partRulings.js';

const words = (...placed: readonly (readonly [text: string, left: number, right: number])[]): OcrLine => ({
  words: placed.map(([text, left, right]) => ({ text, confidence: 0.9, box: { left, top: 100, right, bottom: 130 } })),
});
const column: PixelRuling = { direction: 'vertical', left: 300, top: 50, right: 302, bottom: 400 };
const textsOf = (lines: readonly OcrLine[]) => lines.map((line) => line.words.map(({ text }) => text).join(' '));

describe('partRulings', () => {
  it('parts a line at a column and drops the bar read for it', () => {
    const { lines } = partRulings(
      [words(['Tiêu', 100, 160], ['chí', 170, 220], ['|', 299, 303], ['20', 320, 350])],
      [column],
    );
    expect(textsOf(lines)).toEqual(['Tiêu chí', '20']);
  });

  it('takes a bar off the word that it was read with', () => {
    const { lines } = partRulings([words(['|20', 298, 350])], [column]);
    expect(textsOf(lines)).toEqual(['20']);
    expect(lines[0]?.words[0]?.box.left).toBe(302);
  });

  it('takes the foot of a word for no ruling', () => {
    const foot: PixelRuling = { direction: 'horizontal', left: 110, top: 127, right: 190, bottom: 129 };
    const line: PixelRuling = { direction: 'horizontal', left: 50, top: 127, right: 700, bottom: 129 };
    expect(partRulings([words(['PCTN', 100, 200])], [foot, line]).rulings).toEqual([line]);
  });

  it('keeps a dash that stands off the lines', () => {
    expect(textsOf(partRulings([words(['-', 120, 130], ['Công', 140, 200])], [column]).lines)).toEqual(['- Công']);
  });
});

describe('partColumns', () => {
  it('keeps the marks of a text layer, which are certain', () => {
    const under: PixelRuling = { direction: 'horizontal', left: 100, top: 131, right: 600, bottom: 133 };
    const { lines } = partColumns([words(['Độc', 120, 170], ['lập', 180, 220], ['-', 230, 240])], [under]);
    expect(textsOf(lines)).toEqual(['Độc lập -']);
  });
});
