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
