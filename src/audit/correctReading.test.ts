import { describe, expect, it } from 'vitest';
import type { PageReading, Word } from '../model/page.js';
import { correctReading } from './correctReading.js';

function line(top: number, ...texts: readonly string[]) {
  const words = texts.map(
    (text, place): Word => ({ text, confidence: 0.6, box: [0.1 + place * 0.1, top, 0.18 + place * 0.1, top + 0.02] }),
  );
  return { words, box: [0.1, top, 0.1 + 0.1 * texts.length, top + 0.02] as const };
}

const page: PageReading = {
  number: 1,
  origin: 'ocr',
  reason: 'no-text-layer',
  width: 1654,
  height: 2339,
  rotation: 0,
  skew: 0,
  confidence: 0.6,
  lines: [line(0.1, 'Tổng', 'điểm:', '1O0/100'), line(0.2, 'Kế', 'hoạch', 'số', '12/KH-SYT')],
  coverage: 1,
  rulings: [],
  unread: [],
};

const texts = (corrected: PageReading | null) => corrected?.lines.map(({ words }) => words.map(({ text }) => text));

describe('a corrected reading', () => {
  it('stands where the words stood, without doubt, and leaves the others alone', () => {
    const corrected = correctReading(page, { box: [0.29, 0.09, 0.39, 0.13], read: '1O0/100', corrected: '100/100' });
    expect(texts(corrected)).toEqual([
      ['Tổng', 'điểm:', '100/100'],
      ['Kế', 'hoạch', 'số', '12/KH-SYT'],
    ]);
    expect(corrected?.lines[0]?.words[2]).toEqual({ ...page.lines[0]?.words[2], text: '100/100', confidence: 1 });
    expect(corrected?.lines[0]?.words[0]?.confidence).toBe(0.6);
  });

  it('keeps nothing of what the machine repaired or read otherwise', () => {
    const [first] = page.lines;
    if (first === undefined) throw new Error('the page has a line');
    const doubted = {
      ...page,
      lines: [{ ...first, words: first.words.map((word) => ({ ...word, printed: '1O0/l00' })) }],
    };
    const corrected = correctReading(doubted, { box: [0.29, 0.09, 0.39, 0.13], read: '1O0/100', corrected: '100/100' });
    expect(corrected?.lines[0]?.words.map(({ printed }) => printed)).toEqual(['1O0/l00', '1O0/l00', undefined]);
  });

  it('may have more words than were read', () => {
    const corrected = correctReading(page, { box: [0.29, 0.09, 0.39, 0.13], read: '1O0/100', corrected: '100 / 100' });
    expect(texts(corrected)?.[0]).toEqual(['Tổng', 'điểm:', '100', '/', '100']);
  });

  it('may reach over lines', () => {
    const box = [0.29, 0.09, 0.6, 0.23] as const;
    const corrected = correctReading(page, { box, read: '1O0/100 số 12/KH-SYT', corrected: '100/100' });
    expect(texts(corrected)).toEqual([
      ['Tổng', 'điểm:', '100/100'],
      ['Kế', 'hoạch'],
    ]);
  });

  it.each([
    ['says otherwise by now', { box: [0.29, 0.09, 0.39, 0.13], read: '99/100', corrected: '100/100' }],
    ['has no words there', { box: [0.8, 0.8, 0.9, 0.9], read: 'x', corrected: 'y' }],
  ] as const)('is refused where the page %s', (_why, correction) => {
    expect(correctReading(page, correction)).toBeNull();
  });
});
