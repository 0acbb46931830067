import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, outcome: Outcome | undefined][] = [
  ['fails a rank above its field', 'Chỉ số cải cách hành chính đứng thứ 21/20 sở, ngành.', 'fail'],
  ['fails it in words', 'Đơn vị xếp hạng 22 trên tổng số 20 đơn vị.', 'fail'],
  ['passes the last', 'Chỉ số cải cách hành chính xếp thứ 20/20 sở, ngành.', 'pass'],
  ['passes a rank within', 'Kết quả đạt vị trí thứ 6/20 sở, ngành.', 'pass'],
  ['says nothing of a fraction', 'Giải quyết 21/20 hồ sơ.', undefined],
  ['says nothing of a date', 'Họp thứ 6 ngày 21/10/2023.', undefined],
];

describe('figure/rank-out-of-range', () => {
  it.each(cases)('%s', (_, body, outcome) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(outcome === undefined ? {} : { 'section:I': outcome });
  });

  it('tells both numbers and quotes the words that make a rank of them', () => {
    const report = reportText('Chỉ số cải cách hành chính đứng thứ 21/20 sở, ngành.');
    const [finding] = evaluate(rule, report);
    expect(finding).toMatchObject({ message: { vi: expect.stringContaining('21 > 20') } });
    const [span] = finding?.outcome === 'fail' ? finding.evidence : [];
    expect(report.slice(span?.start, span?.end)).toBe('đứng thứ 21/20');
  });

  it('cannot judge digits read with doubt', () => {
    const report = reportText('Chỉ số cải cách hành chính đứng thứ 21/20 sở, ngành.');
    expect(outcomesOf(evaluate(rule, report, misread.figures))).toEqual({ 'section:I': 'cannot-judge' });
  });
});
