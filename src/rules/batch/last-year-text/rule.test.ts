import { describe, expect, it } from 'vitest';
import { asked, compare } from '../../../../test/support/compareRound.js';
import { rule } from './rule.js';

const heading =
  'II. ĐÁNH GIÁ CÔNG TÁC PCTN\n3. Đánh giá việc phát hiện và xử lý tham nhũng:\n3.1. Đánh giá việc phát hiện hành vi tham nhũng:';
const text =
  'Thanh tra Sở đã làm việc với 05 chi cục, lập 02 biên bản nhắc nhở về kê khai tài sản, thu hồi 14 giấy phép cấp sai và báo cáo Giám đốc bằng văn bản.';
const report = (body: string, year: number, agency = 'Sở Du lịch') => ({
  agency,
  abbreviation: 'SDL',
  year,
  body: [heading, body, 'Tự đánh giá đạt: 12/12 điểm'].join('\n'),
});

describe('batch/last-year-text', () => {
  it('asks about a text that repeats last year’s with its figures, and quotes both years', () => {
    const flags = compare(rule, {
      reports: [report(text, 2022), report(text.replace('đã làm việc', 'làm việc'), 2023)],
    });
    expect(asked(flags)).toEqual(['criterion:C.1 @ Sở Du lịch']);
    expect(flags[0]?.with).toBe('Sở Du lịch (2022)');
    expect(flags[0]?.evidence.map(({ file }) => file)).toEqual(['2.pdf', '1.pdf']);
  });

  it.each([
    [
      'figures of the year',
      [report(text, 2022), report(text.replace('05', '08').replace('02', '04').replace('14', '21'), 2023)],
    ],
    ['another agency’s text of last year', [report(text, 2022, 'Sở Thủy sản'), report(text, 2023)]],
    ['no earlier report', [report(text, 2023)]],
  ])('asks nothing: %s', (_, reports) => {
    expect(asked(compare(rule, { reports }))).toEqual([]);
  });

  it('reads the latest of several earlier reports', () => {
    const reports = [
      report(text, 2022),
      report('Đã rà soát 60 hồ sơ cấp phép của năm trước và trả lại 04 hồ sơ.', 2021),
      report(text, 2023),
    ];
    expect(asked(compare(rule, { reports }))).toHaveLength(1);
  });
});
