import { fold } from './fold.js';

/** The words and numbers of a text, folded. */
export function tokensOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Length of the longest run of tokens that both hold in the same order, gaps allowed. */
function sharedInOrder(a: readonly string[], b: readonly string[]): number {
  let above: number[] = new Array(b.length + 1).fill(0);
  for (const token of a) {
    const row = [0];
    for (let index = 0; index < b.length; index++) {
      row.push(token === b[index] ? (above[index] ?? 0) + 1 : Math.max(above[index + 1] ?? 0, row[index] ?? 0));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}

/** Tokens of a line that are compared; a longer one is a paragraph. */
const longestCompared = 60;

export function firstTokensOf(line: string): readonly string[] {
  return tokensOf(line).slice(0, longestCompared);
}

/** Whether a short line, given by its tokens, holds a phrase but for a word or two that the reader may have lost or misread. */
export function holdsMostOf(line: readonly string[], phrase: readonly string[], share = 0.7): boolean {
  const enough = share * phrase.length;
  if (phrase.length === 0 || phrase.filter((token) => line.includes(token)).length < enough) return false;
  return sharedInOrder(phrase, line) >= enough;
}

export function holdsPhrase(text: string, phrase: readonly string[], share?: number): boolean {
  return holdsMostOf(firstTokensOf(text), phrase, share);
}
