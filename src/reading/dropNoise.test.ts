import { describe, expect, it } from 'vitest';
import { dropNoise } from './dropNoise.js';

const line = (...words: readonly (readonly [string, number])[]) => ({
  words: words.map(([text, confidence]) => ({ text, confidence, box: { left: 0, top: 0, right: 9, bottom: 9 } })),
});

describe('dropNoise', () => {
  it.each<[string, string, number]>([
    ['a speck', "'.", 0],
    ['a pen stroke', 'Ễ', 0.02],
    ['a lone quotation mark', '"', 0.4],
  ])('drops %s', (_case, text, confidence) => {
    expect(dropNoise([line([text, confidence], ['công', 0.9])])).toEqual([line(['công', 0.9])]);
    expect(dropNoise([line([text, confidence])])).toEqual([]);
  });

  it.each<[string, string, number]>([
    ['a bullet', '-', 0.3],
    ['a colon before a score', ':', 0.56],
    ['a doubtful digit', '5', 0],
    ['a doubtful word', 'phát', 0.05],
    ['a short word', 'tổ', 0.4],
  ])('keeps %s', (_case, text, confidence) => {
    expect(dropNoise([line([text, confidence])])).toEqual([line([text, confidence])]);
  });

  it.each([
    ['an opening quotation mark that nothing closes', '"giao', 'phòng', 'giao phòng'],
    ['one that another word closes', '"giao', 'phòng"', '"giao phòng"'],
    ['one around a word', '"giao"', 'phòng', '"giao" phòng'],
    ['a printed one that goes on in the next line', '“giao', 'phòng', '“giao phòng'],
  ])('%s', (_case, first, second, expected) => {
    const [read] = dropNoise([line([first, 0.6], [second, 0.9])]);
    expect(read?.words.map(({ text }) => text).join(' ')).toBe(expected);
  });

  it('keeps an open quotation mark that was read surely', () => {
    expect(dropNoise([line(['"giao', 0.9])])).toEqual([line(['"giao', 0.9])]);
  });
});
