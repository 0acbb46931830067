import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, expected: Readonly<Record<string, Outcome>>][] = [
  [
    'fails for a slash between type and agency',
    'Sở có Thông báo số 33/TB/VP ngày 17/02/2023.',
    { 'citation:33/TB/VP': 'fail' },
  ],
  [
    'fails for a dot between type and agency',
    'Sở có Quyết định số 33/QĐ.SDL ngày 17/02/2023 và Công văn số 216/SDL.VP ngày 07/6/2023.',
    { 'citation:33/QĐ.SDL': 'fail', 'citation:216/SDL.VP': 'pass' },
  ],
  [
    'fails for an office holder without a type',
    'Thực hiện Chỉ thị số 18/TTg ngày 22/4/2019.',
    { 'citation:18/TTg': 'fail' },
  ],
  ['fails for a type without an agency', 'Sở có Kế hoạch số 33/KH ngày 17/02/2023.', { 'citation:33/KH': 'fail' }],
  [
    'fails for a Party document numbered as the State’s',
    'Thực hiện Kế hoạch số 77/KH-TU ngày 17/02/2023.',
    { 'citation:77/KH-TU': 'fail' },
  ],
  [
    'passes State and Party symbols',
    'Thực hiện Chỉ thị số 50-CT/TW ngày 07/12/2015, Thông tư liên tịch số 55/2015/TTLT-BTNMT-BNV ngày 08/12/2015 và Kế hoạch số 12/KH-SDL ngày 06/3/2023.',
    { 'citation:50-CT/TW': 'pass', 'citation:55/2015/TTLT-BTNMT-BNV': 'pass', 'citation:12/KH-SDL': 'pass' },
  ],
  [
    'passes a letter without its unit, which is incomplete only',
    'Sở có Văn bản số 216/SDL ngày 07/6/2023.',
    { 'citation:216/SDL': 'pass' },
  ],
  [
    'passes agencies that nobody knows, dots and &',
    'Theo Công văn số 1431/TTCP-C.IV ngày 08/8/2023 và Công văn số 2231/SDL-QLLH&PC ngày 09/8/2023.',
    { 'citation:1431/TTCP-C.IV': 'pass', 'citation:2231/SDL-QLLH&PC': 'pass' },
  ],
  [
    'passes spaces around hyphens, which reading leaves',
    'Sở có Kế hoạch số 12/KH - SDL ngày 06/3/2023 và Quyết định số 13/QĐ- SDL ngày 07/3/2023.',
    { 'citation:12/KH-SDL': 'pass', 'citation:13/QĐ-SDL': 'pass' },
  ],
  [
    'does not judge a symbol older than the form',
    'Thành lập theo Quyết định số 240/TTg ngày 27/4/1995.',
    { 'citation:240/TTg': 'not-applicable' },
  ],
];

describe('citation/malformed-symbol', () => {
  it.each(cases)('%s', (_, body, expected) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(expected);
  });

  it('cannot judge a doubtful symbol', () => {
    const report = reportText('Sở có Thông báo số 33/TB/VP ngày 17/02/2023.');
    expect(outcomesOf(evaluate(rule, report, misread.citations('33/TB/VP')))).toEqual({
      'citation:33/TB/VP': 'cannot-judge',
    });
  });
});
