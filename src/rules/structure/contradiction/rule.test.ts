import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { readText } from '../../../../test/support/readText.js';
import { reportText } from '../../../../test/support/reportText.js';
import { rule } from './rule.js';

const denial = 'Năm 2023, Sở Du lịch không phát hiện hành vi tham nhũng.';
const found = 'Qua tự kiểm tra đã phát hiện 02 vụ việc có dấu hiệu tham nhũng.';

const failing: readonly [name: string, body: string][] = [
  ['a denial of the whole year and a case found', `${denial}\n${found}`],
  ['the case first', `${found}\n${denial}`],
  ['both in one paragraph', `${found} ${denial}`],
  ['a case handled', `${denial}\nĐã khởi tố 01 vụ án tham ô tài sản.`],
  ['no case at all and a case', `Trong năm không có vụ việc tham nhũng nào bị phát hiện.\n${found}`],
  ['a zero count and a case', `Số vụ việc tham nhũng phát hiện: 0.\n${found}`],
  ['the same way of looking', `Qua tự kiểm tra nội bộ không phát hiện tham nhũng.\n${found}`],
  [
    'the same way of looking, named as who looked',
    'Qua thanh tra, kiểm tra không phát hiện tham nhũng.\nThanh tra Sở đã phát hiện 02 vụ tham nhũng.',
  ],
  ['the agency’s own name as the place', `Tại Sở Du lịch không phát hiện hành vi tham nhũng.\n${found}`],
  ['conflicts of interest', 'Không xảy ra xung đột lợi ích.\nPhát hiện 01 trường hợp xung đột lợi ích.'],
  ['violations of any kind', 'Không phát hiện hành vi vi phạm.\nXử lý kỷ luật 02 công chức vi phạm quy định.'],
];

const passing: readonly [name: string, body: string][] = [
  ['corruption denied, another violation handled', `${denial}\nXử lý kỷ luật 01 công chức vi phạm giờ giấc.`],
  ['another way of looking', 'Qua thanh tra không phát hiện tham nhũng.\nQua tự kiểm tra phát hiện 01 vụ tham nhũng.'],
  ['some of the bodies', `Qua kiểm tra, 04 đơn vị không phát hiện tham nhũng.\n${found}`],
  ['another place', `Tại chi cục trực thuộc không phát hiện tham nhũng.\n${found}`],
  [
    'the province against the agency itself',
    'Trên địa bàn phát hiện 02 vụ tham nhũng.\nTại Sở không phát hiện vụ tham nhũng nào.',
  ],
  ['part of the year', `Trong 6 tháng đầu năm không phát hiện tham nhũng.\n${found}`],
  ['another year', `${denial}\nNăm 2022 phát hiện 01 vụ việc tham nhũng.`],
  [
    'another criterion’s paragraph',
    `Về phát hiện hành vi tham nhũng (12/12 điểm): ${denial}\nVề xử lý tham nhũng (20/20 điểm): ${found}`,
  ],
  ['graver cases only', `Không có vụ việc tham nhũng đến mức xử lý hình sự.\n${found}`],
  [
    'another kind of violation',
    'Không phát hiện vi phạm về kê khai tài sản.\nXử lý 02 trường hợp vi phạm về đấu thầu.',
  ],
];

const notApplicable: readonly [name: string, body: string][] = [
  ['a denial alone', denial],
  ['a case alone', found],
  ['petitions answered', `${denial}\nĐã giải quyết 05 đơn tố cáo tham nhũng.`],
  ['further cases denied', `${found}\nNgoài ra không phát hiện thêm vụ việc nào.`],
  ['a wish', `Kiên quyết không để xảy ra tham nhũng.\n${found}`],
];

describe('structure/contradiction', () => {
  it.each(failing)('fails: %s', (_, body) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual({ 'section:I': 'fail' });
  });

  it.each(passing)('passes: %s', (_, body) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual({ 'section:I': 'pass' });
  });

  it.each(notApplicable)('is not applicable to %s', (_, body) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual({ 'section:I': 'not-applicable' });
  });

  it('leaves what two sections say of each other to another rule', () => {
    const report = reportText(`${denial}\nII. ĐÁNH GIÁ CÔNG TÁC PCTN\n${found}`);
    expect(Object.values(outcomesOf(evaluate(rule, report)))).toEqual(['not-applicable', 'not-applicable']);
  });

  it('quotes both sentences and counts the cases', () => {
    const report = reportText(`${denial}\n${found}`);
    const [finding] = evaluate(rule, report);
    expect(finding).toMatchObject({ message: { vi: expect.stringMatching(/không phát hiện.*2 vụ việc/) } });
    const quoted =
      finding?.outcome === 'fail' ? finding.evidence.map(({ start, end }) => report.slice(start, end)) : [];
    expect(quoted).toEqual([denial, found]);
  });

  it('cannot judge a denial read with doubt', () => {
    const report = reportText(`${denial}\n${found}`);
    const findings = evaluate(rule, report, (facts) => ({ ...facts, text: readText(report, ['không']) }));
    expect(outcomesOf(findings)).toEqual({ 'section:I': 'cannot-judge' });
  });
});
