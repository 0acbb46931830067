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
});
