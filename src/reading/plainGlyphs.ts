import type { OcrLine } from './engine/OcrEngine.js';

/** Characters that are printed alike and that the engine mixes up: eth for Đ, the fraction's stroke for a slash. */
const twins: ReadonlyMap<string, string> = new Map([
  ['Ð', 'Đ'],
  ['ð', 'đ'],
  ['⁄', '/'],
  ['∕', '/'],
]);

/** The same lines with one character for each printed sign: which of its twins was given says nothing of the paper. */
export function plainGlyphs(lines: readonly OcrLine[]): readonly OcrLine[] {
  return lines.map(({ words }) => ({
    words: words.map((word) => {
      const text = word.text.replace(/[Ðð⁄∕]/gu, (sign) => twins.get(sign) ?? sign);
      return text === word.text ? word : { ...word, text };
    }),
  }));
}
