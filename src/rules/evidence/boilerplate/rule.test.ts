import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { type ScoredContent, scoredReport } from '../../../../test/support/scoredReport.js';
import { rule } from './rule.js';

const sentence = 'Năm 2023, Sở Du lịch không phát hiện hành vi tham nhũng.';
const c1 = (...lines: string[]) => [...lines, 'Tự đánh giá đạt: 12/12 điểm'].join('\n');
const c2 = (...lines: string[]) => [...lines, 'Tự đánh giá đạt: 20/20 điểm'].join('\n');

const failing: readonly [name: string, content: ScoredContent][] = [
  ['one sentence under both', { 'C.1': c1(sentence), 'C.2': c2(sentence) }],
  [
    'another year and the agency’s name left out',
    { 'C.1': c1(sentence), 'C.2': c2('Không phát hiện hành vi tham nhũng.') },
  ],
  ['a few words around it', { 'C.1': c1('Đã làm tốt.', sentence), 'C.2': c2(sentence) }],
  [
    'a word misread in a long paragraph',
    {
      'C.1': c1('Trong năm các phòng đã nghiêm túc thực hiện các quy định của pháp luật về xử lý hành vi tham nhũng.'),
      'C.2': c2('Trong năm các phòng đã nghiêm tức thực hiện các quỵ định của pháp luật về xử ly hành vi tham nhũng.'),
    },
  ],
  ['the points in the same paragraph', { 'C.1': `${sentence} Tự đánh giá đạt: 12/12 điểm`, 'C.2': c2(sentence) }],
];

const passing: readonly [name: string, content: ScoredContent][] = [
  ['texts of their own', { 'C.1': c1('Đã tiến hành 05 cuộc kiểm tra nội bộ.'), 'C.2': c2(sentence) }],
  [
    'one sentence in common beside evidence',
    { 'C.1': c1(sentence, 'Đã tiến hành 05 cuộc kiểm tra.'), 'C.2': c2(sentence, 'Đã xử lý 02 hồ sơ.') },
  ],
  [
    'the same words about other numbers',
    {
      'C.1': c1('Đã tiến hành 05 cuộc kiểm tra tại các đơn vị trực thuộc theo kế hoạch.'),
      'C.2': c2('Đã tiến hành 07 cuộc kiểm tra tại các đơn vị trực thuộc theo kế hoạch.'),
    },
  ],
  ['a short phrase', { 'C.1': c1('Thực hiện tốt.'), 'C.2': c2('Thực hiện tốt.') }],
  [
    'a remark in common',
    {
      'C.1': c1('Đã kiểm tra nội bộ thường xuyên, đúng quy trình và kịp thời.', 'Các phòng đã phối hợp tốt.'),
      'C.2': c2(
        'Việc xử lý được tiến hành khách quan, công tâm, đúng quy định hiện hành.',
        'Các phòng đã phối hợp tốt.',
      ),
    },
  ],
];

describe('evidence/boilerplate', () => {
  it.each(failing)('fails: %s', (_, content) => {
    expect(outcomesOf(evaluate(rule, scoredReport(content)))).toMatchObject({
      'criterion:C.1': 'fail',
      'criterion:C.2': 'fail',
      'criterion:C.3': 'pass',
    });
  });

  it.each(passing)('passes: %s', (_, content) => {
    expect(Object.values(outcomesOf(evaluate(rule, scoredReport(content))))).not.toContain('fail');
  });

  it('is not applicable to a criterion without text', () => {
    expect(outcomesOf(evaluate(rule, scoredReport({ 'C.1': c1() })))['criterion:C.1']).toBe('not-applicable');
  });

  it('names the other criteria and quotes every copy', () => {
    const report = scoredReport({ 'C.1': c1(sentence), 'C.2': c2(sentence) });
    const finding = evaluate(rule, report).find(({ subject }) => subject === 'criterion:C.1');
    expect(finding).toMatchObject({ message: { vi: expect.stringContaining('(C.2)') } });
    const quoted =
      finding?.outcome === 'fail' ? finding.evidence.map(({ start, end }) => report.slice(start, end)) : [];
    expect(quoted).toEqual([sentence, sentence]);
  });

  it('cannot judge what was not read whole', () => {
    const report = scoredReport({ 'C.1': c1(sentence), 'C.2': c2(sentence) });
    expect(outcomesOf(evaluate(rule, report, misread.ink))).toMatchObject({
      'criterion:C.1': 'cannot-judge',
      'criterion:C.2': 'cannot-judge',
    });
  });
});
