import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { type ScoredContent, scoredReport } from '../../../../test/support/scoredReport.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const plan = 'Kế hoạch số 52/KH-SDL ngày 18/02/2023';
const b2 = (...lines: string[]) => [...lines, 'Tự đánh giá đạt: 3/3 điểm'].join('\n');
const c1 = (...lines: string[]) => [...lines, 'Tự đánh giá đạt: 12/12 điểm'].join('\n');
const twice = { 'B.2': b2(`Đã ban hành ${plan}.`), 'C.1': c1(`Nội dung được triển khai theo ${plan}.`) };
const titled = (left: string, right: string): ScoredContent => ({
  'B.2': b2(`Đã ban hành ${plan} ${left}; Thông báo số 60/TB-SDL ngày 20/3/2023.`),
  'C.1': c1(`Đã ban hành ${plan} ${right}; Thông báo số 61/TB-SDL ngày 21/3/2023.`),
});

const cases: readonly [name: string, content: ScoredContent, outcome: Outcome | undefined][] = [
  ['fails the only document of two criteria', twice, 'fail'],
  [
    'fails it where one of them cites it without its date',
    { ...twice, 'C.1': c1('Nội dung được triển khai theo Kế hoạch số 52/KH-SDL.') },
    'fail',
  ],
  ['passes where each has another beside it', titled('', ''), 'pass'],
  [
    'passes the only document of one',
    { ...twice, 'C.1': c1(`Theo ${plan}, đã có Thông báo số 61/TB-SDL ngày 21/3/2023.`) },
    'pass',
  ],
  ['fails two titles', titled('về kiểm tra công vụ', 'về phòng, chống lãng phí'), 'fail'],
  ['passes a title cut short', titled('về kiểm tra công vụ năm 2023', 'về kiểm tra công vụ'), 'pass'],
  ['passes a title in short forms', titled('về công tác PCTN', 'về phòng, chống tham nhũng'), 'pass'],
  ['says nothing of a document cited once', { 'B.2': b2(`Đã ban hành ${plan}.`) }, undefined],
];

describe('evidence/reused', () => {
  it.each(cases)('%s', (_, content, outcome) => {
    expect(outcomesOf(evaluate(rule, scoredReport(content)))['citation:52/KH-SDL']).toBe(outcome);
  });

  it('names the criteria', () => {
    const finding = evaluate(rule, scoredReport(twice)).find(({ outcome }) => outcome === 'fail');
    expect(finding).toMatchObject({ message: { vi: expect.stringContaining('2 tiêu chí (B.2, C.1)') } });
  });

  it('does not take next year’s number for the same document', () => {
    const content = { ...twice, 'C.1': c1('Đã ban hành Kế hoạch số 52/KH-SDL ngày 20/12/2022.') };
    expect(Object.values(outcomesOf(evaluate(rule, scoredReport(content))))).not.toContain('fail');
  });

  it('cannot judge a section not read whole', () => {
    expect(outcomesOf(evaluate(rule, scoredReport(twice), misread.ink))['citation:52/KH-SDL']).toBe('cannot-judge');
  });

  it('cannot judge titles of documents read with doubt', () => {
    const report = scoredReport(titled('về kiểm tra công vụ', 'về phòng, chống lãng phí'));
    expect(outcomesOf(evaluate(rule, report, misread.citations()))['citation:52/KH-SDL']).toBe('cannot-judge');
  });
});
