import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { scoredReport } from '../../../../test/support/scoredReport.js';
import type { ReportFacts } from '../../../model/facts.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const without = (...lines: string[]) =>
  scoredReport()
    .split('\n')
    .filter((line) => !lines.includes(line))
    .join('\n');
const number = 'Số: 410/BC-SDL';
const date = 'Minh Hà, ngày 20 tháng 12 năm 2023';

const cases: readonly [name: string, report: string, expected: Outcome][] = [
  ['fails without a number', without(number), 'fail'],
  ['fails without a date', without(date), 'fail'],
  ['fails without a signer', without('GIÁM ĐỐC', 'Trần Văn Mẫu'), 'fail'],
  ['fails where one part is missing and another unread', without(date).replace('410/', '     /'), 'fail'],
  ['passes with all three', scoredReport(), 'pass'],
  ['cannot judge a number left for a hand', scoredReport().replace('410/', '     /'), 'cannot-judge'],
  ['cannot judge a day left for a hand', scoredReport().replace('ngày 20', 'ngày …'), 'cannot-judge'],
  ['cannot judge a title without a readable name', scoredReport().replace('Trần Văn Mẫu', '~¬ ±'), 'cannot-judge'],
];

const change =
  (page: Partial<ReportFacts['pages'][number]>) =>
  (facts: ReportFacts): ReportFacts => ({
    ...facts,
    pages: facts.pages.map((one) => ({ ...one, ...page })),
  });

describe('structure/missing-identity', () => {
  it.each(cases)('%s', (_, report, expected) => {
    expect(outcomesOf(evaluate(rule, report))).toEqual({ document: expected });
  });

  it('names what is missing, and only that', () => {
    const [finding] = evaluate(rule, without(number, 'GIÁM ĐỐC', 'Trần Văn Mẫu'));
    expect(finding).toMatchObject({
      message: { vi: expect.stringMatching(/^Số, ký hiệu; người ký: không thấy trong văn bản/) },
    });
  });

  it('takes a digital signature for a signer', () => {
    const signed = (facts: ReportFacts): ReportFacts => ({
      ...facts,
      identity: {
        ...facts.identity,
        signatures: [{ signer: 'Sở Du lịch', organisation: null, time: null, coversWholeFile: true }],
      },
    });
    expect(outcomesOf(evaluate(rule, without('GIÁM ĐỐC', 'Trần Văn Mẫu'), signed))).toEqual({ document: 'pass' });
  });

  it('cannot judge where the page, or the ink of the letterhead, could not be read', () => {
    const ink = (top: number) => ({ unread: [{ box: [0.1, top, 0.4, top + 0.02] as const, marks: 12 }] });
    expect(outcomesOf(evaluate(rule, without(number), change({ readable: false })))).toEqual({
      document: 'cannot-judge',
    });
    expect(outcomesOf(evaluate(rule, without(number), change(ink(0.12))))).toEqual({ document: 'cannot-judge' });
    expect(outcomesOf(evaluate(rule, without(number), change(ink(0.8))))).toEqual({ document: 'fail' });
  });
});
