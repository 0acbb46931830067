import { describe, expect, it } from 'vitest';
import type { DocumentText, PlacedWord } from '../model/document-text.js';
import { plainText } from '../text/plainText.js';
import { quote } from './quote.js';

/** Ten words a line, the first six on page 1. */
function placed(text: string, firstOnPage2: number): DocumentText {
  const words: PlacedWord[] = [...text.matchAll(/\S+/g)].map((match, index) => {
    const page = index < firstOnPage2 ? 1 : 2;
    const left = 0.1 + (index % 10) * 0.08;
    return {
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      page,
      confidence: 1,
      box: [left, 0.1, left + 0.06, 0.12],
    };
  });
  return { ...plainText(text), words };
}

describe('quote', () => {
  it('quotes a span as it stands, with one box a line', () => {
    const text = placed('Kế hoạch số 12/KH-STC ngày 05/3/2023 về công tác kiểm tra', 99);
    expect(quote(text, { start: 0, end: 37 })).toEqual({
      text: 'Kế hoạch số 12/KH-STC ngày 05/3/2023',
      page: 1,
      boxes: [{ page: 1, box: [0.1, 0.1, 0.1 + 5 * 0.08 + 0.06, 0.12] }],
    });
  });

  it('quotes the part on the page where the span starts', () => {
    const text = placed('Kế hoạch số 12/KH-STC ngày 05/3/2023', 3);
    const quotation = quote(text, { start: 0, end: 36 });
    expect(quotation).toMatchObject({ text: 'Kế hoạch số', page: 1 });
    expect(quotation?.boxes.every(({ page }) => page === 1)).toBe(true);
  });

  it('cuts at the page end of a text without places', () => {
    const text = plainText('Dòng một\nDòng hai\fDòng ba');
    expect(quote(text, { start: 5, end: text.text.length })).toEqual({ text: 'một Dòng hai', page: 1, boxes: [] });
  });

  it('ends a long quotation behind a whole sentence', () => {
    const sentence = `${'việc kê khai '.repeat(15).trim()}.`;
    const text = plainText(`${sentence} ${sentence}`);
    expect(quote(text, { start: 0, end: text.text.length })?.text).toBe(sentence);
  });

  it('ends a long sentence behind a whole word', () => {
    const text = plainText('chuyển đổi '.repeat(60).trim());
    const quoted = quote(text, { start: 0, end: text.text.length })?.text ?? '';
    expect(quoted.length).toBeLessThanOrEqual(300);
    expect(quoted).toMatch(/(chuyển|đổi)$/);
  });

  it('answers null for a span that holds no text', () => {
    expect(quote(plainText('Một\nHai'), { start: 3, end: 4 })).toBeNull();
  });
});
