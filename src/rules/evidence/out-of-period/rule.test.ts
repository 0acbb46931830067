import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { scoredReport } from '../../../../test/support/scoredReport.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const a = (body: string, claim = '20/20') => scoredReport({ A: `${body}\nTự đánh giá đạt: ${claim} điểm` });
const old = 'Công tác lãnh đạo theo Kế hoạch số 716/KH-SDL ngày 21/9/2022.';

const cases: readonly [name: string, report: string, outcome: Outcome][] = [
  ['fails where the only own document is older', a(old), 'fail'],
  ['fails where all are', a(`${old}\nĐã ban hành Thông báo số 12/TB-SDL ngày 15/12/2022.`), 'fail'],
  ['fails whatever results are counted beside it', a(`${old}\nĐã tổ chức 05 hội nghị.`), 'fail'],
  ['fails beside legal bases of the year', a(`${old}\nThực hiện Nghị quyết số 04-NQ/TW ngày 10/5/2023.`), 'fail'],
  ['passes the first day of the period', a('Đã ban hành Kế hoạch số 716/KH-SDL ngày 16/12/2022.'), 'pass'],
  ['passes where one is of the period', a(`${old}\nĐã ban hành Thông báo số 12/TB-SDL ngày 15/3/2023.`), 'pass'],
  ['passes where one has no date', a(`${old}\nĐã ban hành Thông báo số 12/TB-SDL.`), 'pass'],
  ['is not applicable below full marks', a(old, '18/20'), 'not-applicable'],
  ['is not applicable without own documents', a('Thực hiện Chỉ thị số 50-CT/TW ngày 07/12/2015.'), 'not-applicable'],
];

describe('evidence/out-of-period', () => {
  it.each(cases)('%s', (_, report, outcome) => {
    expect(outcomesOf(evaluate(rule, report))['criterion:A']).toBe(outcome);
  });

  it('tells the documents, their dates and the period', () => {
    const finding = evaluate(rule, a(old)).find(({ outcome }) => outcome === 'fail');
    expect(finding).toMatchObject({
      message: { vi: expect.stringMatching(/16\/12\/2022 – 31\/12\/2023.*716\/KH-SDL \(21\/9\/2022\)/) },
    });
  });

  it('cannot judge documents read with doubt, or a section not read whole', () => {
    expect(outcomesOf(evaluate(rule, a(old), misread.citations()))['criterion:A']).toBe('cannot-judge');
    expect(outcomesOf(evaluate(rule, a(old), misread.ink))['criterion:A']).toBe('cannot-judge');
  });
});
