import { describe, expect, it } from 'vitest';
import { spreadsheetText } from './spreadsheetText.js';

describe('spreadsheetText', () => {
  it.each([
    '=1+1',
    '+84',
    '-cmd',
    '@sum',
    '6/20',
    '12/12',
    '5.000',
    '0834',
    '83,3%',
    '2023-03-03',
    '\t=1',
    '12345678e901',
  ])('keeps %j a text', (text) => expect(spreadsheetText(text)).toBe(`'${text}`));

  it.each(['Kế hoạch số 718/KH-BQL', '718/KH-BQL', 'Sở Tài chính', '', '6/20 sở, ngành'])('leaves %j alone', (text) =>
    expect(spreadsheetText(text)).toBe(text),
  );
});
