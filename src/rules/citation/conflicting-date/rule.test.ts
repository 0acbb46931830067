import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { ReportFacts } from '../../../model/facts.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, expected: Readonly<Record<string, Outcome>>][] = [
  [
    'fails for one number with two dates of a year',
    'Sở đã ban hành Kế hoạch số 45/KH-SDL ngày 06/3/2023. Kết quả thực hiện Kế hoạch số 45/KH-SDL ngày 16/3/2023 đã được báo cáo.',
    { 'citation:45/KH-SDL': 'fail' },
  ],
  [
    'fails for a decree whose number bears the year',
    'Thực hiện Nghị định số 59/2019/NĐ-CP ngày 01/7/2019. Việc kê khai theo Nghị định số 59/2019/NĐ-CP ngày 11/7/2019.',
    { 'citation:59/2019/NĐ-CP': 'fail' },
  ],
  [
    'passes repeats that write one date in two ways',
    'Sở đã ban hành Kế hoạch số 45/KH-SDL ngày 06/3/2023. Kế hoạch số 45/KH-SDL ngày 06 tháng 3 năm 2023 đã hoàn thành.',
    { 'citation:45/KH-SDL': 'pass' },
  ],
  [
    'takes the day of what was done by it for no date of its own',
    'Sở đã ban hành Kế hoạch số 45/KH-SDL ngày 06/3/2023. Thực hiện Kế hoạch số 45/KH-SDL, ngày 16/3/2023 Sở đã tổ chức hội nghị.',
    {},
  ],
  [
    'takes the same number of another year for another document',
    'Kế hoạch số 45/KH-SDL ngày 06/3/2022 đã kết thúc. Sở đã ban hành Kế hoạch số 45/KH-SDL ngày 08/3/2023.',
    { 'citation:45/KH-SDL': 'pass' },
  ],
  [
    'takes a Party number of another term for another document',
    'Quán triệt Chỉ thị số 50-CT/TW ngày 07/12/2015. Quán triệt Chỉ thị số 50-CT/TW ngày 23/7/2025.',
    { 'citation:50-CT/TW': 'pass' },
  ],
  ['says nothing of a document dated once', 'Sở đã ban hành Kế hoạch số 45/KH-SDL ngày 06/3/2023.', {}],
];

describe('citation/conflicting-date', () => {
  it.each(cases)('%s', (_, body, expected) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(expected);
  });

  it('tells every date with its page', () => {
    const body =
      'Sở đã ban hành Kế hoạch số 45/KH-SDL ngày 06/3/2023.\fKế hoạch số 45/KH-SDL ngày 16/3/2023 đã hoàn thành.';
    const [finding] = evaluate(rule, reportText(body));
    expect(finding).toMatchObject({
      message: { vi: expect.stringContaining('06/3/2023 (trang 1), 16/3/2023 (trang 2)') },
    });
  });

  it('cannot judge where one of two dates is a doubtful reading', () => {
    const body =
      'Sở đã ban hành Kế hoạch số 45/KH-SDL ngày 06/3/2023. Kế hoạch số 45/KH-SDL ngày 16/3/2023 đã hoàn thành.';
    const doubtLast = (facts: ReportFacts): ReportFacts => ({
      ...facts,
      citations: facts.citations.map((one) => (one.date === '2023-03-16' ? { ...one, doubtful: true } : one)),
    });
    expect(outcomesOf(evaluate(rule, reportText(body), doubtLast))).toEqual({ 'citation:45/KH-SDL': 'cannot-judge' });
  });

  it('does not mix the plans of a province and a district, which share a symbol', () => {
    const body =
      'UBND huyện ban hành Kế hoạch số 20/KH-UBND ngày 02/02/2023. Thực hiện Kế hoạch số 20/KH-UBND ngày 17/01/2023 của UBND tỉnh Minh Hà.';
    const report = reportText(body, { number: '410/BC-UBND' }).replace('SỞ DU LỊCH', 'UBND HUYỆN AN SƠN');
    expect(outcomesOf(evaluate(rule, report))).toEqual({ 'citation:20/KH-UBND': 'pass' });
  });
});
