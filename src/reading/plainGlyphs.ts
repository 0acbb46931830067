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
    words: words.map(({ alternatives, ...word }) => ({
      ...word,
      text: plain(word.text),
      ...(alternatives === undefined
        ? {}
        : { alternatives: alternatives.map((other) => ({ ...other, text: plain(other.text) })) }),
    })),
  }));
}

function plain(text: string): string {
  return text.replace(/[Ðð⁄∕]/gu, (sign) => twins.get(sign) ?? sign);
}
