import { expect, it } from 'vitest';
import { blankOut } from './blankOut.js';
import { plainText } from './plainText.js';

it('blanks spans out and leaves every other character in its place', () => {
  const text = plainText('Một\nHai\nBa\nBốn\fNăm');
  const spanOf = (word: string) => ({ start: text.text.indexOf(word), end: text.text.indexOf(word) + word.length });
  const blanked = blankOut(text, [spanOf('Hai'), spanOf('Ba'), spanOf('Năm')]);
  expect(blanked.text).toHaveLength(text.text.length);
  expect(blanked.text.match(/\S+/g)).toEqual(['Một', 'Bốn']);
  expect(blanked.text.indexOf('Bốn')).toBe(text.text.indexOf('Bốn'));
  expect(blanked.paragraphs.map(({ start, end }) => text.text.slice(start, end))).toEqual(['Một', 'Bốn']);
  expect(blanked.pages).toBe(text.pages);
});
