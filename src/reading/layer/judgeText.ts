import { isVietnameseSyllable } from './vietnameseSyllable.js';

export interface TextQuality {
  /** Words of letters alone, abbreviations in capitals left out. */
  readonly words: number;
  /** Share of those that can be Vietnamese syllables; 1 where there are none. */
  readonly valid: number;
  /** Share of those with an accent or đ; 1 where there are none. Running text has about 0.75. */
  readonly accented: number;
}

/** Measures how Vietnamese a text is. */
export function judgeText(words: readonly string[]): TextQuality {
  let count = 0;
  let valid = 0;
  let accented = 0;
  for (const word of words) {
    const core = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (core.length < 2 || /^[\p{Lu}\p{N}&./-]+$/u.test(core)) continue;
    count++;
    if (isVietnameseSyllable(core)) valid++;
    if (/[đĐ]|\p{M}/u.test(core.normalize('NFD'))) accented++;
  }
  return count === 0
    ? { words: 0, valid: 1, accented: 1 }
    : { words: count, valid: valid / count, accented: accented / count };
}
