import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, expected: Readonly<Record<string, Outcome>>][] = [
  [
    'fails for a day that its month does not have',
    'Sở đã ban hành Thông báo số 61/TB-SDL ngày 31/6/2023.',
    { 'citation:61/TB-SDL': 'fail' },
  ],
  [
    'fails for 29 February of a common year',
    'Sở đã ban hành Thông báo số 61/TB-SDL ngày 29/02/2023.',
    { 'citation:61/TB-SDL': 'fail' },
  ],
  [
    'fails for a thirteenth month',
    'Sở đã ban hành Thông báo số 61/TB-SDL ngày 12/13/2023.',
    { 'citation:61/TB-SDL': 'fail' },
  ],
  [
    'fails for a date in words',
    'Sở đã ban hành Thông báo số 61/TB-SDL ngày 31 tháng 4 năm 2023.',
    { 'citation:61/TB-SDL': 'fail' },
  ],
  [
    'passes 29 February of a leap year',
    'Sở đã ban hành Thông báo số 61/TB-SDL ngày 29/02/2024.',
    { 'citation:61/TB-SDL': 'pass' },
  ],
  ['says nothing of a document without a date', 'Sở đã ban hành Thông báo số 61/TB-SDL.', {}],
];

describe('citation/impossible-date', () => {
  it.each(cases)('%s', (_, body, expected) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(expected);
  });

  it('says why there is no such day', () => {
    const [finding] = evaluate(rule, reportText('Sở đã ban hành Thông báo số 61/TB-SDL ngày 31/6/2023.'));
    expect(finding).toMatchObject({
      message: { vi: expect.stringContaining('tháng 6 năm 2023 có 30 ngày, không có ngày 31') },
    });
  });

  it('cannot judge a doubtful reading', () => {
    const report = reportText('Sở đã ban hành Thông báo số 61/TB-SDL ngày 31/6/2023.');
    expect(outcomesOf(evaluate(rule, report, misread.citations('61/TB-SDL')))).toEqual({
      'citation:61/TB-SDL': 'cannot-judge',
    });
  });
});
