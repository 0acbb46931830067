import { expect, it } from 'vitest';
import { storableJson } from './storableJson.js';

it.each([
  ['NUL', 'Số\u0000 12', 'Số\uFFFD 12'],
  ['half a character', 'a\uD835 b\uDC00', 'a\uFFFD b\uFFFD'],
  ['a whole character of two halves', '\u{1D400}', '\u{1D400}'],
  ['what only looks like an escape', '\\u0000 \\\\ud835', '\\u0000 \\\\ud835'],
  ['other control characters', '\u0001\n\t', '\u0001\n\t'],
])('takes %s', (_, text, kept) => {
  expect(JSON.parse(storableJson(JSON.stringify({ text })))).toEqual({ text: kept });
});
