import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.js';

describe('fold', () => {
  it.each([
    ['drops diacritics and case', 'Quyết ĐỊNH ƯỜNG', 'quyet dinh uong'],
    ['reads đ and the eth that OCR gives for it as d', 'đĐðÐ', 'dddd'],
    ['makes one hyphen of all dashes', '12–BC—X−1‑2', '12-bc-x-1-2'],
    ['makes one slash of fraction slashes', '3⁄3 ∕', '3/3 /'],
    ['makes a space of a no-break space', 'Số:\u00a012', 'so: 12'],
  ])('%s', (_name, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps the length of any NFC text, so that offsets stay valid', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const composed = text.normalize('NFC');
        expect(fold(composed)).toHaveLength(composed.length);
      }),
    );
  });
});
