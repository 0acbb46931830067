import { describe, expect, it } from 'vitest';
import { boxesOf, confidenceOf, type DocumentText, pageOf, paragraphAt, wordsIn } from './document-text.js';
import type { Box } from './geometry.js';

/** `Thông báo số 372/TB/VP | ngày 17/02/2023` over a line end and a page end. */
const document: DocumentText = (() => {
  const placed: [word: string, page: number, box: Box, confidence: number][] = [
    ['Thông', 1, [0.1, 0.9, 0.2, 0.92], 0.9],
    ['báo', 1, [0.21, 0.901, 0.25, 0.921], 0.95],
    ['số', 1, [0.1, 0.93, 0.13, 0.95], 0.97],
    ['372/TB/VP', 1, [0.14, 0.93, 0.3, 0.95], 0.6],
    ['ngày', 2, [0.1, 0.05, 0.15, 0.07], 0.99],
    ['17/02/2023', 2, [0.16, 0.05, 0.3, 0.07], 0.98],
  ];
  let start = 0;
  const words = placed.map(([text, page, box, confidence]) => {
    const word = { text, page, box, confidence, start, end: start + text.length };
    start = word.end + 1;
    return word;
  });
  const text = words.map((word) => word.text).join(' ');
  return { text, words, paragraphs: [{ start: 0, end: text.length, kind: 'body', page: 1 }], pages: [] };
})();
const whole = { start: 0, end: document.text.length };

describe('boxesOf', () => {
  it('gives one box a printed line, over line and page ends', () => {
    expect(boxesOf(document, whole)).toEqual([
      { page: 1, box: [0.1, 0.9, 0.25, 0.921] },
      { page: 1, box: [0.1, 0.93, 0.3, 0.95] },
      { page: 2, box: [0.1, 0.05, 0.3, 0.07] },
    ]);
  });

  it('gives none for a span without words', () => {
    expect(boxesOf({ ...document, words: [] }, whole)).toEqual([]);
  });
});

describe('wordsIn', () => {
  it.each([
    ['a part of a word', { start: 1, end: 3 }, ['Thông']],
    ['the space between two words', { start: 5, end: 6 }, []],
    ['the end of one and the start of the next', { start: 4, end: 7 }, ['Thông', 'báo']],
  ])('finds the words of %s', (_case, span, expected) => {
    expect(wordsIn(document, span).map((word) => word.text)).toEqual(expected);
  });
});

it('the confidence of a span is that of its worst word', () => {
  expect(confidenceOf(document, whole)).toBe(0.6);
  expect(confidenceOf(document, { start: 0, end: 5 })).toBe(0.9);
  expect(confidenceOf({ ...document, words: [] }, whole)).toBe(1);
});

it('the page of a span is the one on which it starts', () => {
  expect(pageOf(document, whole)).toBe(1);
  expect(pageOf(document, { start: document.text.indexOf('17/02'), end: whole.end })).toBe(2);
});

it('no paragraph stands at the newline between two', () => {
  const two: DocumentText = {
    ...document,
    text: 'a\nb',
    paragraphs: [
      { start: 0, end: 1, kind: 'body', page: 1 },
      { start: 2, end: 3, kind: 'body', page: 1 },
    ],
  };
  expect([0, 1, 2].map((offset) => paragraphAt(two, offset)?.start)).toEqual([0, undefined, 2]);
});
