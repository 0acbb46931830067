import { describe, expect, it } from 'vitest';
import { wrapWords } from './wrapWords.js';

describe('wrapWords', () => {
  it.each([
    ['breaks at the last space that fits', 'tổng số điểm tự chấm', 10, 'tổng số\nđiểm tự\nchấm'],
    ['fills a line to its last column', 'ab cd', 5, 'ab cd'],
    ['keeps the lines that are there', 'một\nhai ba', 20, 'một\nhai ba'],
    ['cuts a word that no line holds', 'abcdefgh i', 3, 'abc\ndef\ngh\ni'],
    ['keeps an empty text empty', '', 5, ''],
  ])('%s', (_says, text, width, wrapped) => {
    expect(wrapWords(text, width)).toBe(wrapped);
  });
});
