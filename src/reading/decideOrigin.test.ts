import { describe, expect, it } from 'vitest';
import { decideOrigin, type PageEvidence } from './decideOrigin.js';

const printed: PageEvidence = {
  marks: 1500,
  marksOutside: 0,
  hasInk: true,
  words: 350,
  hidden: 0,
  quality: { words: 300, valid: 0.98, accented: 0.8 },
};

describe('decideOrigin', () => {
  it.each<[string, Partial<PageEvidence>, string, string]>([
    ['a born-digital page', {}, 'text', 'text-layer'],
    [
      'a few names and numbers',
      { words: 5, marks: 30, quality: { words: 3, valid: 0.3, accented: 0 } },
      'text',
      'text-layer',
    ],
    ['a page with a logo', { marksOutside: 200 }, 'text', 'text-layer'],
    ['a scan', { words: 0, marksOutside: 1500 }, 'ocr', 'no-text-layer'],
    [
      'a scan with the stamp of a signature as its only text',
      { words: 25, marksOutside: 1480, quality: { words: 20, valid: 0.9, accented: 0.8 } },
      'ocr',
      'text-layer-covers-little',
    ],
    [
      'a text layer of a legacy font',
      { quality: { words: 300, valid: 0.3, accented: 0.2 } },
      'ocr',
      'text-layer-unreadable',
    ],
    [
      'a layer of OCR that knew no accents',
      { quality: { words: 300, valid: 0.8, accented: 0.01 } },
      'ocr',
      'text-layer-unreadable',
    ],
    ['an invisible layer under a scan', { hidden: 1 }, 'ocr', 'text-layer-hidden'],
    ['a page of text in a face that cannot be drawn', { hasInk: false, marks: 0 }, 'text', 'text-layer'],
    ['a blank back', { hasInk: false, marks: 0, words: 0 }, 'blank', 'no-ink'],
  ])('%s', (_case, change, origin, reason) => {
    expect(decideOrigin({ ...printed, ...change })).toEqual({ origin, reason });
  });
});
