import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, outcome: Outcome | undefined][] = [
  ['passes parts that add up', 'Tiếp nhận 12 đơn, gồm 5 đơn khiếu nại, 4 đơn tố cáo và 3 đơn phản ánh.', 'pass'],
  ['fails parts that fall short', 'Tiếp nhận 12 đơn, gồm 5 đơn khiếu nại, 4 đơn tố cáo và 2 đơn phản ánh.', 'fail'],
  ['fails parts that exceed', 'Tiến hành 14 cuộc, trong đó 08 cuộc theo kế hoạch và 07 cuộc đột xuất.', 'fail'],
  ['fails kinds that leave none out', 'Sở có 412 người, trong đó nam 200 người, nữ 202 người.', 'fail'],
  [
    'fails the four kinds of declarations',
    'Có 64 bản kê khai, trong đó lần đầu 12 bản, hằng năm 40 bản, bổ sung 3 bản, phục vụ công tác cán bộ 7 bản.',
    'fail',
  ],
  [
    'fails an open list that exceeds',
    'Tiến hành 12 cuộc, trong đó có 08 cuộc theo kế hoạch và 05 cuộc đột xuất.',
    'fail',
  ],
  [
    'fails a list behind the sentence of its total',
    'Tổng số đơn: 25 đơn. Trong đó: khiếu nại: 5; tố cáo: 3; phản ánh: 19.',
    'fail',
  ],
  ['fails bullets that fall short', 'Tiếp nhận 12 đơn, trong đó:\n- Khiếu nại: 5 đơn;\n- Tố cáo: 6 đơn.', 'fail'],
  [
    'is not applicable to an open list',
    'Tiếp nhận 12 đơn, trong đó có 5 đơn khiếu nại và 4 đơn tố cáo.',
    'not-applicable',
  ],
  [
    'is not applicable to a selection',
    'Tiếp 100 lượt, trong đó 30 lượt về đất đai, 20 lượt về nhà ở.',
    'not-applicable',
  ],
  [
    'is not applicable to the greater part of all kinds',
    'Tiến hành 12 cuộc, trong đó chủ yếu là 08 cuộc theo kế hoạch, 02 cuộc đột xuất.',
    'not-applicable',
  ],
  [
    'fails where every decimal would have to be rounded by the most',
    'Tổng chi 8,6 tỷ đồng, gồm: chi lương 4,4 tỷ đồng; chi thường xuyên 3,1 tỷ đồng; chi đầu tư 0,9 tỷ đồng.',
    'fail',
  ],
  ['allows for rounded decimals', 'Thu hồi 1,5 tỷ đồng, gồm 0,77 tỷ đồng tiền mặt và 0,72 tỷ đồng tài sản.', 'pass'],
  ['says nothing of a part alone', 'Tiếp nhận 12 đơn, trong đó 5 đơn khiếu nại.', undefined],
];

describe('figure/sum-mismatch', () => {
  it.each(cases)('%s', (_, body, outcome) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(outcome === undefined ? {} : { 'section:I': outcome });
  });

  it('tells the addition', () => {
    const [finding] = evaluate(
      rule,
      reportText('Tiếp nhận 1.200 hồ sơ, gồm 700 hồ sơ trực tuyến và 400 hồ sơ trực tiếp.'),
    );
    expect(finding).toMatchObject({ message: { vi: expect.stringMatching(/1\.200 hồ sơ.*700 \+ 400 = 1\.100.*100/) } });
  });

  it('cannot judge digits read with doubt', () => {
    const report = reportText('Tiến hành 14 cuộc, trong đó 08 cuộc theo kế hoạch và 05 cuộc đột xuất.');
    expect(outcomesOf(evaluate(rule, report, misread.figures))).toEqual({ 'section:I': 'cannot-judge' });
  });

  it('does not doubt what adds up', () => {
    const report = reportText('Tiến hành 14 cuộc, trong đó 08 cuộc theo kế hoạch và 06 cuộc đột xuất.');
    expect(outcomesOf(evaluate(rule, report, misread.figures))).toEqual({ 'section:I': 'pass' });
  });
});
