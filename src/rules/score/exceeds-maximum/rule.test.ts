import { describe, expect, it } from 'vitest';
import { evaluate, factsOf } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { type Outcomes, outcomesOf } from '../../../../test/support/outcomes.js';
import { scoredReport, scoreRow, scoreTable } from '../../../../test/support/scoredReport.js';
import type { ReportFacts } from '../../../model/facts.js';
import { loadPipeline } from '../../../pipeline/loadPipeline.js';
import { rule } from './rule.js';

const cases: readonly [name: string, report: string, expected: Outcomes][] = [
  [
    'fails above the printed maximum',
    scoredReport({ 'D.2': 'Tự đánh giá đạt: 6/5 điểm' }),
    { 'criterion:D.2': 'fail' },
  ],
  ['fails by a fraction of a point', scoredReport({ 'B.2': 'Tự chấm: 3,25/3 điểm' }), { 'criterion:B.2': 'fail' }],
  [
    'fails above the rubric’s maximum where none is printed',
    scoredReport({ 'B.2': 'Điểm tự chấm: 4' }),
    { 'criterion:B.2': 'fail' },
  ],
  [
    'fails for the total',
    scoredReport({ total: 'Tổng điểm tự đánh giá: 101,5/100 điểm' }),
    { 'criterion:total': 'fail' },
  ],
  [
    'fails for a row of the table',
    scoredReport({}, scoreTable(scoreRow('C.3', '8', '10'))),
    { 'criterion:C.3': 'fail', 'criterion:C.1': 'pass' },
  ],
  [
    'asks only the printed maximum, whatever the rubric’s is',
    scoredReport({ A: 'Tự đánh giá đạt: 23/23 điểm' }),
    { 'criterion:A': 'pass' },
  ],
  ['passes full marks', scoredReport(), { 'criterion:A': 'pass', 'criterion:D.2': 'pass', 'criterion:total': 'pass' }],
  ['has nothing to say where nothing is claimed', scoredReport({ 'B.2': 'Đã ban hành văn bản.', total: null }), {}],
];

describe('score/exceeds-maximum', () => {
  it.each(cases)('%s', (_, report, expected) => {
    expect(outcomesOf(evaluate(rule, report))).toMatchObject(expected);
  });

  it('cannot judge a doubtful digit', () => {
    const report = scoredReport({ 'D.2': 'Tự đánh giá đạt: 6/5 điểm' });
    expect(outcomesOf(evaluate(rule, report, misread.points('D.2')))).toMatchObject({
      'criterion:D.2': 'cannot-judge',
    });
  });

  it('cannot judge where a picture’s maximum is the rubric’s but for one mark', () => {
    const report = scoredReport({ 'B.1': 'Tự đánh giá đạt: 19/2 điểm' });
    expect(outcomesOf(evaluate(rule, report))).toMatchObject({ 'criterion:B.1': 'fail' });
    expect(outcomesOf(evaluate(rule, report, misread.picture(report)))).toMatchObject({
      'criterion:B.1': 'cannot-judge',
    });
  });

  it('judges a certain mention beside a doubtful one', () => {
    const report = scoredReport({ 'D.2': 'Tự đánh giá đạt: 6/5 điểm' }, scoreTable(scoreRow('D.2', '5', '6')));
    const doubtSentence = (facts: ReportFacts): ReportFacts => ({
      ...facts,
      scores: facts.scores.map((score) => ({ ...score, doubtful: score.source === 'sentence' })),
    });
    expect(outcomesOf(evaluate(rule, report, doubtSentence))).toMatchObject({ 'criterion:D.2': 'fail' });
  });

  it('is not applicable where neither the report nor a rubric of the year gives a maximum', () => {
    const [finding] = rule.evaluate(withoutRubric(scoredReport({ A: 'Điểm tự chấm: 25' })));
    expect(finding).toEqual({ outcome: 'not-applicable', subject: 'criterion:A' });
  });

  it('tells points and maximum with a decimal comma', () => {
    const report = scoredReport({ 'B.2': 'Tự chấm: 3,25/3 điểm' });
    const failed = evaluate(rule, report).find(({ outcome }) => outcome === 'fail');
    expect(failed).toMatchObject({
      message: { vi: expect.stringContaining('3,25/3'), en: expect.stringContaining('3.25/3') },
    });
  });
});

function withoutRubric(report: string) {
  const { pipeline, registry } = loadPipeline('pctn-2023');
  return { facts: factsOf(report), pipeline: { ...pipeline, rubricFits: false }, registry, attachments: [] };
}
