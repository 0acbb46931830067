import { describe, expect, it } from 'vitest';
import { asked, compare } from '../../../../test/support/compareRound.js';
import { rule } from './rule.js';

const heading =
  'II. ĐÁNH GIÁ CÔNG TÁC PCTN\n3. Đánh giá việc phát hiện và xử lý tham nhũng:\n3.1. Đánh giá việc phát hiện hành vi tham nhũng:';
const report = (points: string, year: number, text = 'Đã tiến hành 11 cuộc kiểm tra.') => ({
  agency: 'Sở Du lịch',
  abbreviation: 'SDL',
  year,
  body: [heading, text, `Tự đánh giá đạt: ${points} điểm`].join('\n'),
});

describe('batch/score-jump', () => {
  it('asks about a claim far above last year’s, with the evidence of both years', () => {
    const flags = compare(rule, { reports: [report('6/12', 2022), report('12/12', 2023)] });
    expect(asked(flags)).toEqual(['criterion:C.1 @ Sở Du lịch']);
    expect(flags[0]?.message.vi).toMatch(/12\/12 điểm, kỳ trước \(Sở Du lịch \(2022\)\) là 6\/12.*là 1, kỳ trước là 1/);
  });

  it.each([
    ['a little more', '10/12', '12/12'],
    ['less', '12/12', '6/12'],
    ['the same share of another maximum', '6/6', '12/12'],
  ])('asks nothing for %s', (_, before, now) => {
    expect(asked(compare(rule, { reports: [report(before, 2022), report(now, 2023)] }))).toEqual([]);
  });
});
