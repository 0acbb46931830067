import { describe, expect, it } from 'vitest';
import { asked, compare } from '../../../../test/support/compareRound.js';
import { rule } from './rule.js';

const report = (body: string, year: number) => ({ agency: 'Sở Du lịch', abbreviation: 'SDL', year, body });
const plan = (number: string, date: string) =>
  `Sở ban hành Kế hoạch số ${number}/KH-SDL ngày ${date} về phòng, chống tham nhũng.`;

describe('batch/last-year-number', () => {
  it.each([
    ['with only the year changed', plan('14', '20/01/2023')],
    ['as it is', plan('14', '20/01/2022')],
  ])('asks about last year’s plan %s', (_, now) => {
    const flags = compare(rule, { reports: [report(plan('14', '20/01/2022'), 2022), report(now, 2023)] });
    expect(asked(flags)).toEqual(['citation:14/KH-SDL @ Sở Du lịch']);
    expect(flags[0]?.message.vi).toContain('ngày 20/01/2022');
  });

  it.each([
    ['the same number on another day', plan('14', '17/01/2023')],
    ['another number', plan('15', '20/01/2023')],
    ['a superior’s plan', 'Thực hiện Kế hoạch số 14/KH-UBND ngày 20/01/2023 của UBND tỉnh.'],
    ['a decision, which is no plan', 'Sở ban hành Quyết định số 14/QĐ-SDL ngày 20/01/2023 về khen thưởng.'],
  ])('asks nothing: %s', (_, now) => {
    const before = [
      plan('14', '20/01/2022'),
      'Thực hiện Kế hoạch số 14/KH-UBND ngày 20/01/2022 của UBND tỉnh.',
      'Sở ban hành Quyết định số 14/QĐ-SDL ngày 20/01/2022 về khen thưởng.',
    ].join('\n');
    expect(asked(compare(rule, { reports: [report(before, 2022), report(now, 2023)] }))).toEqual([]);
  });
});
