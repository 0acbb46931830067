import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { type Outcomes, outcomesOf } from '../../../../test/support/outcomes.js';
import { scoredReport, scoreRow } from '../../../../test/support/scoredReport.js';
import { rule } from './rule.js';

const b2 = (...lines: string[]) => scoredReport({ 'B.2': [...lines, 'Tự đánh giá đạt: 2,5/3 điểm'].join('\n') });

const cases: readonly [name: string, report: string, expected: Outcomes][] = [
  ['fails where nothing is said', b2('Đã tổ chức 04 lớp tập huấn.'), { 'criterion:B.2': 'fail' }],
  ...[
    'Thiếu biên bản niêm yết.',
    'Còn 02 đơn vị chưa kiểm tra.',
    'Còn 12 triệu đồng chưa thu hồi.',
    'Có 01 đơn vị nộp báo cáo muộn.',
    'Mới đạt 80% kế hoạch.',
    'Điểm trừ: 0,5 điểm do nộp báo cáo chậm.',
  ].map((reason) => [`passes “${reason}”`, b2(reason), { 'criterion:B.2': 'pass' }] as [string, string, Outcomes]),
  [
    'fails where lateness is only denied',
    b2('Không có trường hợp chậm kê khai, không chậm muộn.'),
    { 'criterion:B.2': 'fail' },
  ],
  ['passes a reason', b2('Lý do trừ 0,5 điểm: triển khai chậm so với kế hoạch.'), { 'criterion:B.2': 'pass' }],
  [
    'passes a shortcoming',
    b2('Một số doanh nghiệp chưa thực hiện đầy đủ chế độ báo cáo.'),
    { 'criterion:B.2': 'pass' },
  ],
  [
    'passes a reason beside the claim',
    scoredReport({ 'B.2': '- Doanh nghiệp: tự chấm 2,5/3 điểm (trừ 0,5 điểm do gửi báo cáo muộn).' }),
    { 'criterion:B.2': 'pass' },
  ],
  [
    'passes a reason in the row of the table',
    scoredReport({ 'B.2': 'Tự đánh giá đạt: 2,5/3 điểm' }, [
      'PHỤ LỤC',
      'TT\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm\tGhi chú',
      `${scoreRow('B.2', '3', '2,5')}\tTrừ 0,5 điểm do báo cáo chậm.`,
    ]),
    { 'criterion:B.2': 'pass' },
  ],
  [
    'passes a reason that the part gives for its criteria together',
    scoredReport({ B: 'Lý do trừ 0,5 điểm: triển khai chậm so với kế hoạch.', 'B.2': 'Tự đánh giá đạt: 2,5/3 điểm' }),
    { 'criterion:B.2': 'pass' },
  ],
  ...(
    [
      ['fails where the row has a note that gives none', 'Ghi chú', '04 lớp tập huấn', 'fail'],
      ['fails where the cell for reasons is blank', 'Lý do trừ điểm', '', 'fail'],
      ['cannot judge where the table has no place for a reason', 'Tài liệu', '', 'cannot-judge'],
    ] as const
  ).map(([name, column, note, outcome]): (typeof cases)[number] => [
    name,
    scoredReport({ 'B.2': null }, [
      'PHỤ LỤC',
      `TT\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm\t${column}`,
      `${scoreRow('B.1', '27', '27')}\tKế hoạch năm`,
      `${scoreRow('B.2', '3', '2,5')}\t${note}`,
    ]),
    { 'criterion:B.2': outcome },
  ]),
  [
    'passes no points where nothing arose',
    scoredReport({ 'D.2': 'Trong năm không phát sinh.\nTự đánh giá đạt: 0/5 điểm' }),
    { 'criterion:D.2': 'pass' },
  ],
  [
    'fails fewer points where nothing arose',
    scoredReport({ 'D.2': 'Trong năm không phát sinh.\nTự đánh giá đạt: 3/5 điểm' }),
    { 'criterion:D.2': 'fail' },
  ],
  [
    'passes no points for which there is no ground',
    scoredReport({ 'D.2': 'Nội dung này chưa có cơ sở để chấm.\nTự đánh giá đạt: 0/5 điểm' }),
    { 'criterion:D.2': 'pass' },
  ],
  ['is not applicable to full marks', scoredReport(), { 'criterion:B.2': 'not-applicable' }],
  [
    'is not applicable above the maximum',
    scoredReport({ 'B.2': 'Tự đánh giá đạt: 4/3 điểm' }),
    { 'criterion:B.2': 'not-applicable' },
  ],
];

describe('score/deduction-unexplained', () => {
  it.each(cases)('%s', (_, report, expected) => {
    expect(outcomesOf(evaluate(rule, report))).toMatchObject(expected);
  });

  it('cannot judge an unread section or doubtful points', () => {
    const report = b2('Đã tổ chức 04 lớp tập huấn.');
    expect(outcomesOf(evaluate(rule, report, misread.ink))).toMatchObject({ 'criterion:B.2': 'cannot-judge' });
    expect(outcomesOf(evaluate(rule, report, misread.points('B.2')))).toMatchObject({
      'criterion:B.2': 'cannot-judge',
    });
  });

  it('cannot judge on a picture where the maximum beside the points is one mark from the rubric’s', () => {
    const report = scoredReport({ 'B.2': 'Tự đánh giá đạt: 2/30 điểm' });
    const read = (text: string) => outcomesOf(evaluate(rule, report, misread.picture(text)));
    expect(outcomesOf(evaluate(rule, report))).toMatchObject({ 'criterion:B.2': 'fail' });
    expect(read(report)).toMatchObject({ 'criterion:B.2': 'cannot-judge' });
  });

  it('tells the difference without binary noise', () => {
    const report = scoredReport({ 'B.2': 'Tự đánh giá đạt: 2,9/3 điểm' });
    const finding = evaluate(rule, report).find(({ subject }) => subject === 'criterion:B.2');
    expect(finding).toMatchObject({ message: { vi: expect.stringContaining('thấp hơn tối đa 0,1 điểm') } });
  });
});
