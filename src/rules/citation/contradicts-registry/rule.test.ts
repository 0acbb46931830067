import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, expected: Readonly<Record<string, Outcome>>][] = [
  [
    'fails for another date than the published one',
    'Thực hiện Nghị định số 130/2020/NĐ-CP ngày 20/10/2020.',
    { 'citation:130/2020/NĐ-CP': 'fail' },
  ],
  [
    'fails for another type than the published one',
    'Thực hiện Nghị quyết số 36/2018/QH14 ngày 20/11/2018.',
    { 'citation:36/2018/QH14': 'fail' },
  ],
  [
    'fails where one of two mentions differs',
    'Thực hiện Nghị định số 130/2020/NĐ-CP ngày 30/10/2020. Việc kê khai theo Nghị định số 130/2020/NĐ-CP ngày 03/10/2020.',
    { 'citation:130/2020/NĐ-CP': 'fail' },
  ],
  [
    'passes the published date',
    'Thực hiện Nghị định số 130/2020/NĐ-CP ngày 30/10/2020 và Luật số 36/2018/QH14 ngày 20/11/2018.',
    { 'citation:130/2020/NĐ-CP': 'pass', 'citation:36/2018/QH14': 'pass' },
  ],
  [
    'passes a document called by a word for any document',
    'Thực hiện Văn bản số 130/2020/NĐ-CP ngày 30/10/2020.',
    { 'citation:130/2020/NĐ-CP': 'pass' },
  ],
  [
    'says nothing of the same number of another year, which is another document',
    'Thực hiện Chỉ thị số 10/CT-TTg ngày 22/4/2020.',
    {},
  ],
  [
    'says nothing of a document that the reference does not hold',
    'Sở đã ban hành Kế hoạch số 12/KH-SDL ngày 06/3/2023.',
    {},
  ],
];

describe('citation/contradicts-registry', () => {
  it.each(cases)('%s', (_, body, expected) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(expected);
  });

  it('says “differs from the reference” and names it', () => {
    const [finding] = evaluate(rule, reportText('Thực hiện Nghị định số 130/2020/NĐ-CP ngày 20/10/2020.'));
    expect(finding).toMatchObject({
      message: { vi: expect.stringMatching(/20\/10\/2020, nguồn tra cứu ghi ngày 30\/10\/2020 .*https:/) },
    });
  });

  it('cannot judge a doubtful reading that differs, and passes one that agrees', () => {
    const differing = reportText('Thực hiện Nghị định số 130/2020/NĐ-CP ngày 20/10/2020.');
    const agreeing = reportText('Thực hiện Nghị định số 130/2020/NĐ-CP ngày 30/10/2020.');
    const doubt = misread.citations('130/2020/NĐ-CP');
    expect(outcomesOf(evaluate(rule, differing, doubt))).toEqual({ 'citation:130/2020/NĐ-CP': 'cannot-judge' });
    expect(outcomesOf(evaluate(rule, agreeing, doubt))).toEqual({ 'citation:130/2020/NĐ-CP': 'pass' });
  });
});
