import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { type Outcomes, outcomesOf } from '../../../../test/support/outcomes.js';
import { scoredReport } from '../../../../test/support/scoredReport.js';
import { rule } from './rule.js';

const absence = 'Năm 2023, Sở Du lịch không phát hiện hành vi tham nhũng.';
const c = (id: 'C.1' | 'C.3', ...lines: string[]) => {
  const max = id === 'C.1' ? 12 : 8;
  return scoredReport({ [id]: [...lines, `Tự đánh giá đạt: ${max}/${max} điểm`].join('\n') });
};

const cases: readonly [name: string, report: string, expected: Outcomes][] = [
  ['fails on a word of denial', c('C.1', 'Không có.'), { 'criterion:C.1': 'fail' }],
  ['fails on a labelled denial', c('C.1', 'Số vụ việc được phát hiện: không.'), { 'criterion:C.1': 'fail' }],
  [
    'takes the denial of difficulties for none',
    c('C.1', 'Khó khăn, vướng mắc: Không.'),
    { 'criterion:C.1': 'not-applicable' },
  ],
  ['fails on a bare denial', c('C.1', absence), { 'criterion:C.1': 'fail', 'criterion:A': 'not-applicable' }],
  ['fails whatever else is said beside it', c('C.1', 'Đã quán triệt sâu rộng.', absence), { 'criterion:C.1': 'fail' }],
  [
    'fails beside legal bases',
    c('C.1', 'Thực hiện Luật số 36/2018/QH14.', 'Trong năm không để xảy ra vụ việc tham nhũng.'),
    { 'criterion:C.1': 'fail' },
  ],
  [
    'passes with the inspection that found nothing',
    c(
      'C.1',
      'Theo Kế hoạch số 52/KH-SDL ngày 05/4/2023, đã tiến hành 05 cuộc kiểm tra; qua kiểm tra không phát hiện hành vi tham nhũng.',
    ),
    { 'criterion:C.1': 'pass' },
  ],
  [
    'cannot judge where bodies that were looked into are counted',
    c('C.1', 'Đã kiểm tra 04 phòng; không phát hiện hành vi tham nhũng.'),
    { 'criterion:C.1': 'cannot-judge' },
  ],
  [
    'is not applicable without a denial',
    c('C.1', 'Đã tiến hành 05 cuộc kiểm tra.'),
    { 'criterion:C.1': 'not-applicable' },
  ],
  [
    'is not applicable below the maximum',
    scoredReport({ 'C.1': `${absence}\nTự đánh giá đạt: 6/12 điểm` }),
    { 'criterion:C.1': 'not-applicable' },
  ],
];

const messageFor = (report: string, subject: string) => {
  const finding = evaluate(rule, report).find((one) => one.subject === subject && one.outcome === 'fail');
  return finding?.outcome === 'fail' ? finding.message.vi : '';
};

describe('score/full-marks-on-absence', () => {
  it.each(cases)('%s', (_, report, expected) => {
    expect(outcomesOf(evaluate(rule, report))).toMatchObject(expected);
  });

  it('cannot judge an unread section or doubtful points', () => {
    expect(outcomesOf(evaluate(rule, c('C.1', absence), misread.ink))).toMatchObject({
      'criterion:C.1': 'cannot-judge',
    });
    expect(outcomesOf(evaluate(rule, c('C.1', absence), misread.points('C.1')))).toMatchObject({
      'criterion:C.1': 'cannot-judge',
    });
  });

  it.each([
    ['Không có công chức, viên chức tham nhũng phải xử lý.', '“Không có công chức, viên chức tham nhũng phải xử lý”'],
    ['Qua rà soát không phát hiện hành vi tham nhũng; tiếp tục theo dõi.', '“không phát hiện hành vi tham nhũng”'],
    [`Không phát sinh ${'vụ việc '.repeat(20)}nào.`, 'vụ việc …”'],
  ])('quotes a denial with what it denies: %s', (said, quoted) => {
    expect(messageFor(c('C.1', said), 'criterion:C.1')).toContain(quoted);
  });

  it('says that the year’s guidance must be looked up where its treatment is unknown', () => {
    expect(messageFor(c('C.1', absence), 'criterion:C.1')).toContain('Cần đối chiếu cách chấm điểm');
  });

  it('names inspections cited elsewhere that could be the evidence', () => {
    const report = scoredReport({
      A: 'Đã ban hành Kế hoạch số 52/KH-SDL ngày 05/4/2023 về kiểm tra công tác PCTN tại các phòng.\nTự đánh giá đạt: 20/20 điểm',
      'C.1': `${absence}\nTự đánh giá đạt: 12/12 điểm`,
    });
    expect(messageFor(report, 'criterion:C.1')).toContain('52/KH-SDL');
  });

  it('says of the criterion on other violations that corruption does not answer it, and only there', () => {
    expect(messageFor(c('C.3', absence), 'criterion:C.3')).toContain('Điều 94');
    expect(messageFor(c('C.1', absence), 'criterion:C.1')).not.toContain('Điều 94');
  });

  it('tells a case that another section reports', () => {
    const report = scoredReport({
      'C.1': `${absence}\nTự đánh giá đạt: 12/12 điểm`,
      'C.2': 'Qua kiểm tra đã phát hiện 01 vụ việc tham nhũng.\nTự đánh giá đạt: 20/20 điểm',
    });
    expect(messageFor(report, 'criterion:C.1')).toContain('đã phát hiện 01 vụ việc');
  });
});
