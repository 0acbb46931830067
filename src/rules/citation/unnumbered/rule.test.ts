import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, expected: Readonly<Record<string, Outcome>>][] = [
  [
    'fails for a decision relied on without number and date',
    'Sở tiết kiệm chi theo Quyết định của Ủy ban nhân dân tỉnh về thực hành tiết kiệm, chống lãng phí.',
    { 'section:I': 'fail' },
  ],
  [
    'passes a section whose documents are numbered',
    'Sở đã ban hành Kế hoạch số 12/KH-SDL ngày 06/3/2023.',
    { 'section:I': 'pass' },
  ],
  ['says nothing of a section that cites nothing', 'Sở có 05 phòng chuyên môn.', {}],
];

describe('citation/unnumbered', () => {
  it.each(cases)('%s', (_, body, expected) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(expected);
  });
});
