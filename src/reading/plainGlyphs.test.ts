import { expect, it } from 'vitest';
import { plainGlyphs } from './plainGlyphs.js';

const lineOf = (text: string) => ({
  words: [{ text, confidence: 0.9, box: { left: 0, top: 0, right: 9, bottom: 9 } }],
});

it.each([
  ['43/QÐ-UBND', '43/QĐ-UBND'],
  ['3⁄3', '3/3'],
  ['đến', 'đến'],
])('%s is written %s', (read, written) => expect(plainGlyphs([lineOf(read)])).toEqual([lineOf(written)]));

it('writes the readings of a number that lost in the same way', () => {
  const [line] = lineOf('44/QÐ').words.map((word) => ({
    words: [{ ...word, alternatives: [{ text: '43/QÐ', confidence: 0.8 }] }],
  }));
  const [plain] = plainGlyphs(line === undefined ? [] : [line]);
  expect(plain?.words[0]).toMatchObject({ text: '44/QĐ', alternatives: [{ text: '43/QĐ', confidence: 0.8 }] });
});
