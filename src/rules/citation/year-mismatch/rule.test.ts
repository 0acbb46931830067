import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, expected: Readonly<Record<string, Outcome>>][] = [
  [
    'fails for a date of another year than the number’s',
    'Thực hiện Nghị định số 130/2020/NĐ-CP ngày 30/10/2021.',
    { 'citation:130/2020/NĐ-CP': 'fail' },
  ],
  [
    'fails for a bare year that is not the number’s',
    'Thực hiện Nghị định số 130/2020/NĐ-CP năm 2021.',
    { 'citation:130/2020/NĐ-CP': 'fail' },
  ],
  [
    'passes a date of the number’s year',
    'Thực hiện Nghị định số 130/2020/NĐ-CP ngày 30/10/2020.',
    { 'citation:130/2020/NĐ-CP': 'pass' },
  ],
  ['says nothing of a number without a year', 'Sở đã ban hành Kế hoạch số 12/KH-SDL ngày 06/3/2023.', {}],
  ['says nothing of a number without a date', 'Thực hiện Nghị định số 130/2020/NĐ-CP.', {}],
];

describe('citation/year-mismatch', () => {
  it.each(cases)('%s', (_, body, expected) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(expected);
  });

  it('cannot judge a doubtful reading', () => {
    const report = reportText('Thực hiện Nghị định số 130/2020/NĐ-CP ngày 30/10/2021.');
    expect(outcomesOf(evaluate(rule, report, misread.citations('130/2020/NĐ-CP')))).toEqual({
      'citation:130/2020/NĐ-CP': 'cannot-judge',
    });
  });
});
