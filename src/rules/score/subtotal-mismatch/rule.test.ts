import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { type Outcomes, outcomesOf } from '../../../../test/support/outcomes.js';
import { scoredReport, scoreRow, scoreTable } from '../../../../test/support/scoredReport.js';
import type { ReportFacts } from '../../../model/facts.js';
import { rule } from './rule.js';

const partB = (points: string) => ({ B: `Tổng điểm tiêu chí B: ${points}/30 điểm` });

const cases: readonly [name: string, report: string, expected: Outcomes][] = [
  ['fails where a part is not the sum of its criteria', scoredReport(partB('29')), { 'criterion:B': 'fail' }],
  [
    'fails where text and table disagree',
    scoredReport({}, scoreTable(scoreRow('C.1', '12', '11'))),
    { 'criterion:C.1': 'fail' },
  ],
  [
    'fails where the totals of text and table disagree',
    scoredReport({}, scoreTable(scoreRow('C.1', '12', '12'), '\tTỔNG CỘNG\t100\t99')),
    { 'criterion:total': 'fail', 'criterion:C.1': 'pass' },
  ],
  ['passes where the part is the sum', scoredReport(partB('30')), { 'criterion:B': 'pass' }],
  [
    'fails where the criteria claimed are more than the part, though one is missing',
    scoredReport({ ...partB('26'), 'B.2': 'Đã phối hợp.' }),
    { 'criterion:B': 'fail' },
  ],
  [
    'cannot judge where a criterion of the part is not claimed',
    scoredReport({ ...partB('30'), 'B.2': 'Đã phối hợp.' }),
    { 'criterion:B': 'cannot-judge' },
  ],
  [
    'is not applicable to points that stand in one place and have no parts',
    scoredReport(),
    { 'criterion:A': 'not-applicable', 'criterion:total': 'not-applicable' },
  ],
];

describe('score/subtotal-mismatch', () => {
  it.each(cases)('%s', (_, report, expected) => {
    expect(outcomesOf(evaluate(rule, report))).toMatchObject(expected);
  });

  const withClaims =
    (claims: Readonly<Record<string, number>>) =>
    (facts: ReportFacts): ReportFacts => ({
      ...facts,
      scores: facts.scores.flatMap((score) =>
        score.criterion === 'B.1'
          ? [
              score,
              ...Object.entries(claims).map(([criterion, claimed]) => ({ ...score, criterion, claimed, max: null })),
            ]
          : [score],
      ),
    });

  it('holds a part against its own criteria, not against what stands below them', () => {
    const outcomes = outcomesOf(evaluate(rule, scoredReport(partB('30')), withClaims({ 'B.1.1': 20, 'B.1.2': 9 })));
    expect(outcomes).toMatchObject({ 'criterion:B': 'pass', 'criterion:B.1': 'fail' });
  });

  it('cannot judge a part of whose criteria one is claimed in part only', () => {
    const parts = (facts: ReportFacts) => {
      const more = withClaims({ 'B.1.1': 20 })(facts);
      return { ...more, scores: more.scores.filter(({ criterion }) => criterion !== 'B.1') };
    };
    expect(outcomesOf(evaluate(rule, scoredReport(partB('30')), parts))).toMatchObject({
      'criterion:B': 'cannot-judge',
    });
  });

  it('cannot judge on a picture where the part’s points may be those of its own criterion', () => {
    const report = scoredReport({ C: 'Tự đánh giá đạt: 12/12 điểm' });
    expect(outcomesOf(evaluate(rule, report))).toMatchObject({ 'criterion:C': 'fail' });
    expect(outcomesOf(evaluate(rule, report, misread.picture(report)))).toMatchObject({
      'criterion:C': 'cannot-judge',
    });
  });

  it('cannot judge doubtful digits', () => {
    expect(outcomesOf(evaluate(rule, scoredReport(partB('29')), misread.points('B.1')))).toMatchObject({
      'criterion:B': 'cannot-judge',
    });
    const report = scoredReport({}, scoreTable(scoreRow('C.1', '12', '11')));
    expect(outcomesOf(evaluate(rule, report, misread.points('C.1')))).toMatchObject({
      'criterion:C.1': 'cannot-judge',
    });
  });
});
