import { describe, expect, it } from 'vitest';
import type { Glyph } from './Glyph.js';
import { groupGlyphs } from './groupGlyphs.js';
import { judgeText } from './judgeText.js';
import { isVietnameseSyllable } from './vietnameseSyllable.js';

/** Characters of 6 points in type of 12, spaces of 3, from `x` on. */
function run(text: string, x: number, y: number, change: Partial<Glyph> = {}): Glyph[] {
  let at = x;
  return [...text].map((character) => {
    const width = character === ' ' ? 3 : /\p{M}/u.test(character) ? 0 : 6;
    const glyph = { text: character, x: at, y, dx: width, dy: 0, width, size: 12, bold: false, visible: true };
    at += width;
    return { ...glyph, font: '', code: null, annotation: null, ...change };
  });
}

const textsOf = (glyphs: readonly Glyph[]) =>
  groupGlyphs(glyphs).map(({ words }) => words.map(({ text }) => text).join(' '));

describe('groupGlyphs', () => {
  it('joins fragments of a word that are drawn one by one', () => {
    expect(textsOf([...run('Đ', 10, 50), ...run('ầu t', 16, 50), ...run('ư', 37, 50)])).toEqual(['Đầu tư']);
  });

  it('parts words where the file moves on without a space', () => {
    expect(textsOf([...run('Thanh', 10, 50), ...run('tra', 45, 50)])).toEqual(['Thanh tra']);
  });

  it('parts the two columns of a letterhead', () => {
    expect(textsOf([...run('UBND THÀNH PHỐ', 10, 50), ...run('CỘNG HÒA', 150, 50)])).toEqual([
      'UBND THÀNH PHỐ',
      'CỘNG HÒA',
    ]);
  });

  it('puts a number stamped later into the gap of its line', () => {
    const stamped = [
      ...run('Số:', 10, 50),
      ...run('/QĐ-UBND', 55, 50),
      ...run('Điều 1', 10, 70),
      ...run('631', 32, 51),
    ];
    expect(textsOf(stamped)).toEqual(['Số: 631 /QĐ-UBND', 'Điều 1']);
  });

  it('joins letters that another face lends, drawn behind their line', () => {
    const lacking = [...run('M', 10, 50), ...run('t c', 22, 50), ...run('a', 43, 50)];
    expect(textsOf([...lacking, ...run('ộ', 16, 50), ...run('ử', 37, 50)])).toEqual(['Một cửa']);
  });

  it('joins accents that are drawn as marks of their own', () => {
    expect(textsOf(run('tha\u0301ng', 10, 50))).toEqual(['tháng']);
  });

  it('takes words that are drawn twice for bold once', () => {
    expect(textsOf([...run('BÁO CÁO', 10, 50), ...run('BÁO CÁO', 10.3, 50)])).toEqual(['BÁO CÁO']);
  });

  it('leaves text that runs up the page out', () => {
    expect(textsOf(run('Mật', 10, 50, { dx: 0, dy: -6 }))).toEqual([]);
  });

  it('gives every word its own box', () => {
    const [line] = groupGlyphs(run('Sở Y tế', 10, 50));
    expect(line?.words.map(({ left, right }) => [left, right])).toEqual([
      [10, 22],
      [25, 31],
      [34, 46],
    ]);
    expect(line?.words[0]?.top).toBeCloseTo(50 - 10.68);
    expect(line?.words[0]?.bottom).toBeCloseTo(50 + 2.64);
  });

  it('calls a word bold if most of it is: letters that the bold face lacks come from another', () => {
    const [line] = groupGlyphs([
      ...run('Đi', 10, 50, { bold: true }),
      ...run('ề', 22, 50),
      ...run('u', 28, 50, { bold: true }),
      ...run(' 1a', 34, 50),
    ]);
    expect(line?.words.map(({ text, bold }) => [text, bold])).toEqual([
      ['Điều', true],
      ['1a', false],
    ]);
  });
});

describe('isVietnameseSyllable', () => {
  it.each(['nghiêng', 'Quyết', 'khuỷu', 'giặt', 'thường', 'uỷ', 'Ủy', 'yêu', 'ĐỒNG', 'của', 'ngoằn', 'việc', 'gì'])(
    'knows %s',
    (word) => expect(isVietnameseSyllable(word)).toBe(true),
  );

  it.each(['Céng', 'hoµ', 'x·', 'Coäng', 'hoøa', 'sat', 'h9C', 'nghĩêp', 'tueng', 'thuc', 'Ngiroi', 'việch'])(
    'refuses %s',
    (word) => expect(isVietnameseSyllable(word)).toBe(false),
  );
});

describe('judgeText', () => {
  it('finds running text valid and accented', () => {
    const { valid, accented } = judgeText('Sở đã ban hành kế hoạch phòng, chống tham nhũng năm 2023.'.split(' '));
    expect(valid).toBe(1);
    expect(accented).toBeGreaterThan(0.5);
  });

  it('finds text of a legacy font invalid', () => {
    expect(judgeText('Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc'.split(' ')).valid).toBeLessThan(0.5);
  });

  it('finds text without accents unaccented', () => {
    expect(judgeText('Ban hanh ke hoach phong chong tham nhung trong nam'.split(' ')).accented).toBe(0);
  });

  it('leaves numbers and abbreviations out', () => {
    expect(judgeText(['UBND', '718/KH-BQL', '2023', '-'])).toEqual({ words: 0, valid: 1, accented: 1 });
  });
});
