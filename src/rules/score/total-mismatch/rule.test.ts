import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { scoredReport, scoreRow, scoreTable } from '../../../../test/support/scoredReport.js';
import type { ReportFacts } from '../../../model/facts.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const total = (points: string) => `Tổng điểm tự đánh giá: ${points}/100 điểm`;
const table = (d2: string, sum: string) =>
  scoreTable(
    ...(['A', 'B.1', 'B.2', 'C.1', 'C.2', 'C.3', 'D.1'] as const).map((id, index) => {
      const points = ['20', '27', '3', '12', '20', '8', '5'][index] ?? '';
      return scoreRow(id, points, points);
    }),
    scoreRow('D.2', '5', d2),
    `\tTỔNG CỘNG\t100\t${sum}`,
  );

const cases: readonly [name: string, report: string, expected: Outcome][] = [
  ['fails where the points add up to less', scoredReport({ 'C.2': 'Tự đánh giá đạt: 18/20 điểm' }), 'fail'],
  ['fails where the points add up to more', scoredReport({ total: total('98,5') }), 'fail'],
  ['fails by a tenth', scoredReport({ 'B.2': 'Tự chấm: 2,9/3 điểm' }), 'fail'],
  ['fails where a criterion without points would make the difference', scoredReport({ 'D.2': 'Đã phối hợp.' }), 'fail'],
  ['fails for the total of a table', scoredReport({ total: null }, table('4,5', '99')), 'fail'],
  ['passes where they agree', scoredReport(), 'pass'],
  [
    'passes decimals that binary fractions cannot hold',
    scoredReport({
      A: 'Tự chấm: 19,7/20 điểm',
      'B.2': 'Tự chấm: 2,9/3 điểm',
      'C.3': 'Tự chấm: 7,6/8 điểm',
      total: total('99,2'),
    }),
    'pass',
  ],
  [
    'passes where the points taken off the total are told',
    scoredReport({ total: `Điểm trừ: 0,5 điểm do nộp báo cáo chậm.\n${total('99,5')}` }),
    'pass',
  ],
  [
    'passes where a row of the table takes points off the total',
    scoredReport({ total: null }, table('5', '99,5').toSpliced(-1, 0, 'Đ\tĐiểm trừ\t\t-0,5')),
    'pass',
  ],
  [
    'fails on typed text where a part is claimed and one of its criteria is not',
    scoredReport({ C: 'Tự đánh giá đạt: 40/40 điểm', 'C.1': 'Đã kiểm tra.' }),
    'fail',
  ],
  ['does not count a part and its criteria twice', scoredReport({ B: 'Điểm tiêu chí B: 30/30 điểm' }), 'pass'],
  [
    'passes where the total follows one of two places that disagree',
    scoredReport({ 'D.2': 'Tự đánh giá đạt: 4/5 điểm', total: total('99') }, table('5', '99').slice(0, -1)),
    'pass',
  ],
  ['is not applicable without a total', scoredReport({ total: null }), 'not-applicable'],
];

describe('score/total-mismatch', () => {
  it('cannot judge on a picture where a part is claimed and one of its criteria is not', () => {
    const report = scoredReport({ C: 'Tự đánh giá đạt: 40/40 điểm', 'C.1': 'Đã kiểm tra.' });
    const photographed = (facts: ReportFacts): ReportFacts => ({
      ...facts,
      text: {
        ...facts.text,
        words: [{ text: 'UBND', start: 0, end: 4, page: 1, box: [0.1, 0.1, 0.2, 0.12], confidence: 0.9 }],
      },
    });
    expect(outcomesOf(evaluate(rule, report, photographed))).toEqual({ document: 'cannot-judge' });
  });

  it('cannot judge on a picture where points that were not seen would make the difference', () => {
    const report = scoredReport({ 'D.2': 'Đã phối hợp.' });
    expect(outcomesOf(evaluate(rule, report, misread.picture(report)))).toEqual({ document: 'cannot-judge' });
    const more = scoredReport({ 'D.2': 'Đã phối hợp.', total: total('94') });
    expect(outcomesOf(evaluate(rule, more, misread.picture(more)))).toEqual({ document: 'fail' });
  });

  it.each(cases)('%s', (_, report, expected) => {
    expect(outcomesOf(evaluate(rule, report))).toEqual({ document: expected });
  });

  it('tells the terms, both sums and the difference', () => {
    const [finding] = evaluate(rule, scoredReport({ 'C.2': 'Tự đánh giá đạt: 18,5/20 điểm' }));
    expect(finding).toMatchObject({
      message: {
        vi: expect.stringMatching(/100; .*20 \+ 27 \+ 3 \+ 12 \+ 18,5 \+ 8 \+ 5 \+ 5 = 98,5, chênh 1,5 điểm/),
      },
    });
  });

  it('cannot judge where any digit of the sum is doubtful', () => {
    const report = scoredReport({ total: total('98') });
    expect(outcomesOf(evaluate(rule, report, misread.points('C.1')))).toEqual({ document: 'cannot-judge' });
    expect(outcomesOf(evaluate(rule, report, misread.points('total')))).toEqual({ document: 'cannot-judge' });
  });

  it('passes in spite of a doubtful digit that agrees', () => {
    expect(outcomesOf(evaluate(rule, scoredReport(), misread.points('C.1')))).toEqual({ document: 'pass' });
  });

  it('cannot judge where points could not be given to a criterion', () => {
    const report = scoredReport({ 'D.2': '- Việc một: tự chấm 1/1 điểm\n- Việc hai: tự chấm 3/4 điểm' });
    expect(outcomesOf(evaluate(rule, report))).toEqual({ document: 'cannot-judge' });
  });

  it('cannot judge where another file of the submission claims what is missing from the sum', () => {
    const report = scoredReport({ 'D.2': null });
    const further = ['=== bang-diem.pdf', ...scoreTable(scoreRow('D.2', '5', '5'))].join('\n');
    expect(outcomesOf(evaluate(rule, `${report}\n${further}`))).toEqual({ document: 'cannot-judge' });
  });

  it('cannot judge where a criterion may stand on an unread page', () => {
    const report = scoredReport({ 'D.2': null });
    expect(outcomesOf(evaluate(rule, report))).toEqual({ document: 'fail' });
    expect(outcomesOf(evaluate(rule, report, misread.page))).toEqual({ document: 'cannot-judge' });
  });
});
