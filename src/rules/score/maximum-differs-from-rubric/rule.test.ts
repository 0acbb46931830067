import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { type Outcomes, outcomesOf } from '../../../../test/support/outcomes.js';
import { scoredReport, scoreRow, scoreTable } from '../../../../test/support/scoredReport.js';
import { rule } from './rule.js';

const cases: readonly [name: string, report: string, expected: Outcomes][] = [
  [
    'fails in a sentence',
    scoredReport({ A: 'Tự đánh giá đạt: 18/18 điểm' }),
    { 'criterion:A': 'fail', 'criterion:B.1': 'pass' },
  ],
  [
    'fails in a table, although the sentence is right',
    scoredReport({}, scoreTable(scoreRow('C.1', '15', '12'))),
    { 'criterion:C.1': 'fail' },
  ],
  [
    'fails for the total',
    scoredReport({ total: 'Tổng điểm tự đánh giá: 100/110 điểm' }),
    { 'criterion:total': 'fail' },
  ],
  [
    'passes a total without what the report says is not assessed',
    scoredReport({ 'D.2': 'Tiêu chí này không đánh giá.', total: 'Tổng điểm tự đánh giá: 95/95 điểm' }),
    { 'criterion:total': 'pass' },
  ],
  ['passes the rubric’s maxima', scoredReport(), { 'criterion:A': 'pass', 'criterion:total': 'pass' }],
  [
    'is not applicable where no maximum is printed',
    scoredReport({ A: 'Điểm tự chấm: 20' }),
    { 'criterion:A': 'not-applicable' },
  ],
];

describe('score/maximum-differs-from-rubric', () => {
  it.each(cases)('%s', (_, report, expected) => {
    expect(outcomesOf(evaluate(rule, report))).toMatchObject(expected);
  });

  it('cannot judge a doubtful digit', () => {
    const report = scoredReport({ A: 'Tự đánh giá đạt: 18/18 điểm' });
    expect(outcomesOf(evaluate(rule, report, misread.points('A')))).toMatchObject({ 'criterion:A': 'cannot-judge' });
  });

  it('cannot judge where a picture’s maximum alone is odd: one misread digit', () => {
    const report = scoredReport({ 'B.1': 'Tự đánh giá đạt: 27/21 điểm' });
    expect(outcomesOf(evaluate(rule, report))).toMatchObject({ 'criterion:B.1': 'fail' });
    expect(outcomesOf(evaluate(rule, report, misread.picture(report)))).toMatchObject({
      'criterion:B.1': 'cannot-judge',
    });
  });

  it('cannot judge where a picture’s maximum is that of a criterion below: its heading may be lost', () => {
    const report = scoredReport({ D: 'Tự đánh giá đạt: 5/5 điểm' });
    expect(outcomesOf(evaluate(rule, report))).toMatchObject({ 'criterion:D': 'fail' });
    expect(outcomesOf(evaluate(rule, report, misread.picture(report)))).toMatchObject({
      'criterion:D': 'cannot-judge',
    });
  });

  it('cannot judge a row that prints the maximum of a criterion without points: it may be cut in the wrong place', () => {
    const rows = (...more: readonly string[]) =>
      outcomesOf(
        evaluate(rule, scoredReport({ 'C.2': null, 'C.3': null }, scoreTable(scoreRow('C.3', '20', '20'), ...more))),
      );
    expect(rows()).toMatchObject({ 'criterion:C.3': 'cannot-judge' });
    expect(rows(scoreRow('C.2', '20', '20'))).toMatchObject({ 'criterion:C.3': 'fail' });
  });

  it('needs a rubric that fits the year', () => {
    expect(rule.needsRubric).toBe(true);
  });
});
