import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { scoredReport } from '../../../../test/support/scoredReport.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const b1 = (body: string, claim = '27/27') => scoredReport({ 'B.1': `${body}\nTự đánh giá đạt: ${claim} điểm` });
const heading = '- Kết quả thực hiện chuyển đổi vị trí công tác và Kết quả thực hiện quy tắc ứng xử';
const onlyFirst = `${heading}\nSở đã chuyển đổi vị trí công tác đối với 05 công chức.`;

const cases: readonly [name: string, report: string, outcome: Outcome][] = [
  ['fails an item without text', b1(onlyFirst), 'fail'],
  ['passes where the text speaks of both', b1(`${onlyFirst}\nQuy tắc ứng xử được niêm yết.`), 'pass'],
  ['passes other words for the item', b1(`${onlyFirst}\nVăn hóa công sở được giữ vững.`), 'pass'],
  [
    'passes text under a heading of one item',
    b1('- Kết quả thực hiện quy tắc ứng xử\nSở đã thực hiện nghiêm.'),
    'pass',
  ],
  ['is not applicable below full marks', b1(onlyFirst, '25/27'), 'not-applicable'],
  ['is not applicable without sub-headings', b1('Sở đã chuyển đổi 05 công chức.'), 'not-applicable'],
];

describe('evidence/item-uncovered', () => {
  it.each(cases)('%s', (_, report, outcome) => {
    expect(outcomesOf(evaluate(rule, report))['criterion:B.1']).toBe(outcome);
  });

  it('names the item and quotes its heading', () => {
    const report = b1(onlyFirst);
    const finding = evaluate(rule, report).find(({ outcome }) => outcome === 'fail');
    expect(finding).toMatchObject({ message: { vi: expect.stringContaining('“quy tắc ứng xử”') } });
    const [span] = finding?.outcome === 'fail' ? finding.evidence : [];
    expect(report.slice(span?.start, span?.end)).toBe(heading);
  });

  it('cannot judge a section not read whole, or points read with doubt', () => {
    expect(outcomesOf(evaluate(rule, b1(onlyFirst), misread.ink))['criterion:B.1']).toBe('cannot-judge');
    expect(outcomesOf(evaluate(rule, b1(onlyFirst), misread.points()))['criterion:B.1']).toBe('cannot-judge');
  });
});
