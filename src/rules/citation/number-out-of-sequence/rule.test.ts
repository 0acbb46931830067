import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, expected: Readonly<Record<string, Outcome>>][] = [
  [
    'fails for a smaller number with a later date under one symbol',
    'Sở ban hành Kế hoạch số 12/KH-SDL ngày 06/3/2023, Kế hoạch số 45/KH-SDL ngày 10/5/2023, Kế hoạch số 13/KH-SDL ngày 20/11/2023.',
    {
      'citation:12/KH-SDL': 'pass',
      'citation:45/KH-SDL': 'pass',
      'citation:13/KH-SDL': 'fail',
      'citation:410/BC-SDL': 'pass',
    },
  ],
  [
    'fails for the later-dated of two that contradict each other',
    'Sở ban hành Kế hoạch số 45/KH-SDL ngày 10/5/2023 và Kế hoạch số 13/KH-SDL ngày 20/11/2023.',
    { 'citation:45/KH-SDL': 'pass', 'citation:13/KH-SDL': 'fail', 'citation:410/BC-SDL': 'pass' },
  ],
  [
    'fails for the report’s own number',
    'Sở ban hành Báo cáo số 350/BC-SDL ngày 10/5/2023, Báo cáo số 430/BC-SDL ngày 20/11/2023.',
    { 'citation:350/BC-SDL': 'pass', 'citation:430/BC-SDL': 'pass', 'citation:410/BC-SDL': 'fail' },
  ],
  [
    'fails across symbols where the other documents show one register',
    'Sở ban hành Quyết định số 20/QĐ-SDL ngày 06/01/2023, Kế hoạch số 45/KH-SDL ngày 03/3/2023, Thông báo số 80/TB-SDL ngày 20/4/2023, Kế hoạch số 145/KH-SDL ngày 13/6/2023, Quyết định số 220/QĐ-SDL ngày 05/9/2023, Tờ trình số 60/TTr-SDL ngày 05/12/2023.',
    {
      'citation:20/QĐ-SDL': 'pass',
      'citation:45/KH-SDL': 'pass',
      'citation:80/TB-SDL': 'pass',
      'citation:145/KH-SDL': 'pass',
      'citation:220/QĐ-SDL': 'pass',
      'citation:410/BC-SDL': 'pass',
      'citation:60/TTr-SDL': 'fail',
    },
  ],
  [
    'passes registers of their own for each type',
    'Sở ban hành Quyết định số 420/QĐ-SDL ngày 06/01/2023, Kế hoạch số 5/KH-SDL ngày 03/3/2023, Quyết định số 480/QĐ-SDL ngày 20/4/2023, Kế hoạch số 14/KH-SDL ngày 13/6/2023, Quyết định số 520/QĐ-SDL ngày 05/9/2023.',
    {
      'citation:420/QĐ-SDL': 'pass',
      'citation:5/KH-SDL': 'pass',
      'citation:480/QĐ-SDL': 'pass',
      'citation:14/KH-SDL': 'pass',
      'citation:520/QĐ-SDL': 'pass',
      'citation:410/BC-SDL': 'pass',
    },
  ],
  [
    'passes numbers of one day in any order',
    'Sở ban hành Kế hoạch số 45/KH-SDL ngày 10/5/2023 và Kế hoạch số 44/KH-SDL ngày 10/5/2023.',
    { 'citation:45/KH-SDL': 'pass', 'citation:44/KH-SDL': 'pass', 'citation:410/BC-SDL': 'pass' },
  ],
  [
    'starts anew each year',
    'Sở ban hành Kế hoạch số 145/KH-SDL ngày 20/12/2022 và Kế hoạch số 5/KH-SDL ngày 10/01/2023.',
    { 'citation:145/KH-SDL': 'pass', 'citation:5/KH-SDL': 'pass', 'citation:410/BC-SDL': 'pass' },
  ],
  [
    'takes a number of both years for two documents',
    'Sở ban hành Kế hoạch số 13/KH-SDL ngày 20/12/2022, Kế hoạch số 45/KH-SDL ngày 10/5/2023 và Kế hoạch số 13/KH-SDL ngày 20/11/2023.',
    { 'citation:13/KH-SDL': 'fail', 'citation:45/KH-SDL': 'pass', 'citation:410/BC-SDL': 'pass' },
  ],
  [
    'leaves out Party numbers and other issuers’ documents',
    'Thực hiện Kết luận số 05-KL/TW ngày 03/6/2023, Chỉ thị số 50-CT/TW ngày 07/3/2023, Quyết định số 90/QĐ-UBND ngày 02/02/2023 và Quyết định số 17/QĐ-UBND ngày 21/6/2023 của UBND tỉnh.',
    { 'citation:410/BC-SDL': 'pass' },
  ],
  [
    'leaves out a document whose date is in dispute',
    'Sở ban hành Kế hoạch số 45/KH-SDL ngày 10/5/2023, Kế hoạch số 13/KH-SDL ngày 20/11/2023. Kế hoạch số 13/KH-SDL ngày 20/01/2023 đã hoàn thành.',
    { 'citation:45/KH-SDL': 'pass', 'citation:410/BC-SDL': 'pass' },
  ],
];

describe('citation/number-out-of-sequence', () => {
  it.each(cases)('%s', (_, body, expected) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(expected);
  });

  it('tells the numbers and dates that stand against each other', () => {
    const [finding] = evaluate(
      rule,
      reportText('Sở ban hành Kế hoạch số 45/KH-SDL ngày 10/5/2023 và Kế hoạch số 13/KH-SDL ngày 20/11/2023.'),
    );
    expect(finding).toMatchObject({
      message: {
        vi: expect.stringContaining('Số 13/KH-SDL ghi ngày 20/11/2023 không theo thứ tự với 45/KH-SDL ngày 10/5/2023'),
      },
    });
  });

  it('cannot judge what only a doubtful reading puts out of order', () => {
    const report = reportText(
      'Sở ban hành Kế hoạch số 45/KH-SDL ngày 10/5/2023 và Kế hoạch số 13/KH-SDL ngày 20/11/2023.',
    );
    expect(outcomesOf(evaluate(rule, report, misread.citations('45/KH-SDL')))).toMatchObject({
      'citation:13/KH-SDL': 'cannot-judge',
    });
  });
});
