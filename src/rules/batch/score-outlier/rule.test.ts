import { describe, expect, it } from 'vitest';
import { asked, compare } from '../../../../test/support/compareRound.js';
import { rule } from './rule.js';

const heading =
  'II. ĐÁNH GIÁ CÔNG TÁC PCTN\n3. Đánh giá việc phát hiện và xử lý tham nhũng:\n3.1. Đánh giá việc phát hiện hành vi tham nhũng:';

/** So many agencies claim 7 or 8 of 12 on two pieces of evidence each, and one more agency claims `points` on `text`. */
function round(peers: number, points: string, text: string) {
  const usual = Array.from({ length: peers }, (_, index) => ({
    agency: `Sở Mẫu ${String.fromCharCode(65 + index)}`,
    abbreviation: `S${String.fromCharCode(65 + index)}`,
    body: [
      heading,
      `Đã tiến hành ${11 + index} cuộc kiểm tra, nhắc nhở 03 trường hợp.`,
      `Tự đánh giá đạt: ${7 + (index % 2)}/12 điểm`,
    ].join('\n'),
  }));
  const body = [heading, text, `Tự đánh giá đạt: ${points}/12 điểm`].join('\n');
  return { reports: [...usual, { agency: 'Sở Du lịch', abbreviation: 'SDL', body }] };
}

const thin = 'Việc kiểm tra được duy trì.';

describe('batch/score-outlier', () => {
  it('asks about a claim far above the peers’ on thinner evidence, with the comparison', () => {
    const flags = compare(rule, round(7, '12', thin));
    expect(asked(flags)).toEqual(['criterion:C.1 @ Sở Du lịch']);
    expect(flags[0]?.message.vi).toMatch(/12\/12 điểm \(100 %\).*7 cơ quan.*62,5 %.*là 0, mức giữa là 2/);
    expect(flags[0]?.severity).toBe('info');
  });

  it.each([
    ['a claim among the peers’', 7, '8', thin],
    ['a claim far below', 7, '2', thin],
    ['as much evidence as the peers have', 7, '12', 'Đã tiến hành 20 cuộc kiểm tra, nhắc nhở 05 trường hợp.'],
    ['too few peers', 4, '12', thin],
    ['a claim above the maximum, which was misread or is asked about in its report', 7, '15', thin],
  ])('asks nothing for %s', (_, peers, points, text) => {
    expect(asked(compare(rule, round(peers, points, text)))).toEqual([]);
  });
});
