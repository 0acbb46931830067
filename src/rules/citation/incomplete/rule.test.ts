import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { ReportFacts } from '../../../model/facts.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, expected: Readonly<Record<string, Outcome>>][] = [
  [
    'fails for a document without a date',
    'Chi tiêu thực hiện theo Hướng dẫn số 96/HD-SDL.',
    { 'citation:96/HD-SDL': 'fail' },
  ],
  [
    'fails where only a later mention is dated',
    'Chi tiêu thực hiện theo Hướng dẫn số 96/HD-SDL. Hướng dẫn số 96/HD-SDL ngày 06/3/2023 đã được phổ biến.',
    { 'citation:96/HD-SDL': 'fail' },
  ],
  ['passes a month', 'Sở có Hướng dẫn số 96/HD-SDL tháng 3/2023.', { 'citation:96/HD-SDL': 'pass' }],
  [
    'passes a date behind the issuer',
    'Sở có Hướng dẫn số 96/HD-SDL của Giám đốc Sở ký ngày 06/3/2023.',
    { 'citation:96/HD-SDL': 'pass' },
  ],
  [
    'passes a repeat without a date',
    'Sở có Hướng dẫn số 96/HD-SDL ngày 06/3/2023. Hướng dẫn số 96/HD-SDL đã được phổ biến.',
    { 'citation:96/HD-SDL': 'pass' },
  ],
  [
    'passes a date before the number',
    'Sở có 05 phòng. Ngày 06/3/2023 Sở Du lịch ban hành Hướng dẫn số 96/HD-SDL.',
    { 'citation:96/HD-SDL': 'pass' },
  ],
  [
    'passes a date that does not exist, which is another finding',
    'Sở có Hướng dẫn số 96/HD-SDL ngày 31/6/2023.',
    { 'citation:96/HD-SDL': 'pass' },
  ],
  ['asks no date of a law', 'Thực hiện Luật số 36/2018/QH14.', { 'citation:36/2018/QH14': 'not-applicable' }],
  ['says nothing of a law by name', 'Thực hiện Luật Phòng, chống tham nhũng năm 2018.', {}],
];

describe('citation/incomplete', () => {
  it.each(cases)('%s', (_, body, expected) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(expected);
  });

  it('judges the first mention in the text, not the one in a heading', () => {
    const report = reportText(
      'Sở có 05 phòng.\nII. KẾT QUẢ THỰC HIỆN HƯỚNG DẪN SỐ 96/HD-SDL\nHướng dẫn số 96/HD-SDL ngày 06/3/2023 đã được phổ biến.',
    );
    expect(outcomesOf(evaluate(rule, report))).toEqual({ 'citation:96/HD-SDL': 'pass' });
  });

  it('cannot judge at the end of a page whose next one could not be read', () => {
    const report = reportText('Chi tiêu thực hiện theo Hướng dẫn số 96/HD-SDL\fTự đánh giá đạt 5/5 điểm.');
    const losePage2 = (facts: ReportFacts): ReportFacts => ({
      ...facts,
      pages: facts.pages.map((page) => (page.number === 2 ? { ...page, readable: false } : page)),
    });
    expect(outcomesOf(evaluate(rule, report))).toEqual({ 'citation:96/HD-SDL': 'fail' });
    expect(outcomesOf(evaluate(rule, report, losePage2))).toEqual({ 'citation:96/HD-SDL': 'cannot-judge' });
  });

  it('cannot judge a doubtful reading', () => {
    const report = reportText('Chi tiêu thực hiện theo Hướng dẫn số 96/HD-SDL.');
    expect(outcomesOf(evaluate(rule, report, misread.citations('96/HD-SDL')))).toEqual({
      'citation:96/HD-SDL': 'cannot-judge',
    });
  });
});
