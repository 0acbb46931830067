import { describe, expect, it } from 'vitest';
import { asked, compare } from '../../../../test/support/compareRound.js';
import { rule } from './rule.js';

const agreed = [
  'Thực hiện Chỉ thị số 05/CT-TTTT ngày 10/01/2023 của Thanh tra tỉnh.',
  'Thực hiện Chỉ thị số 18/CT-TTTT ngày 20/4/2023 của Thanh tra tỉnh.',
  'Thực hiện Chỉ thị số 31/CT-TTTT ngày 15/8/2023 của Thanh tra tỉnh.',
];

/** Three agencies that agree on a superior's register, and a fourth with a line of its own. */
function round(line: string, lines: readonly string[] = agreed) {
  const agreeing = ['Sở Thủy sản', 'Sở Lâm nghiệp', 'Sở Địa chính'].map((agency, index) => ({
    agency,
    abbreviation: `S${String.fromCharCode(65 + index)}`,
    body: lines.join('\n'),
  }));
  return { reports: [...agreeing, { agency: 'Sở Du lịch', abbreviation: 'SDL', body: line }] };
}

const directive = (number: string, date: string) =>
  `Thực hiện Chỉ thị số ${number}/CT-TTTT ngày ${date} của Thanh tra tỉnh.`;

describe('batch/register-contradiction', () => {
  it.each([
    ['a greater number dated earlier', '24', '05/02/2023'],
    ['a smaller number dated later', '07', '02/10/2023'],
  ])('asks about %s', (_, number, date) => {
    const flags = compare(rule, round(directive(number, date)));
    expect(asked(flags)).toEqual([`citation:${number}/CT-TTTT @ Sở Du lịch`]);
    expect(flags[0]?.evidence.map(({ file }) => file)).toEqual(['4.pdf', '1.pdf']);
  });

  it.each([
    ['fits between its neighbours', round(directive('24', '12/6/2023'))],
    ['stands in a year of its own', round(directive('24', '05/02/2022'))],
    ['stands in a register of which too little is known', round(directive('24', '05/02/2023'), agreed.slice(1))],
    [
      'bears a symbol that several superiors share',
      round(
        'Thực hiện Kế hoạch số 24/KH-UBND ngày 05/02/2023.',
        agreed.map((line) => line.replace('CT-TTTT', 'KH-UBND').replace('Chỉ thị', 'Kế hoạch')),
      ),
    ],
  ])('asks nothing where the number %s', (_, given) => {
    expect(asked(compare(rule, given))).toEqual([]);
  });
});
