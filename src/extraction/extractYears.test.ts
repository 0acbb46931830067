import { describe, expect, it } from 'vitest';
import type { YearMention } from '../model/facts.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { plainText } from '../text/plainText.js';
import { extractYears } from './extractYears.js';

const { pipeline } = loadPipeline('pctn-2023');

function yearsIn(source: string): readonly YearMention[] {
  const text = plainText(source);
  const parts = { coveringLetter: null, report: { start: 0, end: text.text.length }, appendices: [], attached: [] };
  return extractYears({ text, parts, sections: [], pipeline });
}

describe('extractYears', () => {
  it.each([
    ['Trong năm 2022, Sở đã hoàn thành 100% chỉ tiêu được giao.', [[2022, 'result']]],
    ['Kết quả năm 2022: chưa phát sinh.', [[2022, 'result']]],
    ['- Năm 2022 đơn vị tổ chức 03 hội nghị.', [[2022, 'result']]],
    ['Các nhiệm vụ đã được thực hiện trong năm 2022.', [[2022, 'result']]],
    ['Kết quả công khai năm 2022: đạt 100%.', [[2022, 'result']]],
    ['Trong kỳ báo cáo năm 2022, Sở đã giải quyết 12 đơn.', [[2022, 'result']]],
    ['Trong năm báo cáo (năm 2022), Sở đã xử lý 02 đơn.', [[2022, 'result']]],
    ['Trong kỳ báo cáo, kết quả kiểm tra nội bộ năm 2022 phát hiện 03 sai sót.', [[2022, 'result']]],
    ['Trong kỳ báo cáo, kết quả thẩm tra quyết toán năm 2022: 12 gói thầu, giảm trừ 1,2 tỷ đồng.', [[2022, 'result']]],
    ['Trong kỳ báo cáo, kết quả kiểm tra nội bộ năm 2022 được niêm yết công khai.', [[2022, 'other']]],
    [
      'Năm 2023 giải quyết 120 hồ sơ, tăng 12% so với năm 2022.',
      [
        [2023, 'comparison'],
        [2022, 'comparison'],
      ],
    ],
    ['Số đơn năm 2022 chuyển sang là 05 đơn.', [[2022, 'comparison']]],
    ['Thực hiện Kế hoạch phát triển giai đoạn năm 2021-2025.', [[2021, 'plan-term']]],
    ['Phấn đấu đến năm 2025 hoàn thành.', [[2025, 'plan-term']]],
    ['Phương hướng năm 2024 là nâng cao hiệu quả.', [[2024, 'plan-term']]],
    ['Thực hiện Luật Phòng, chống tham nhũng năm 2018, đơn vị đã công khai.', [[2018, 'legal']]],
    ['Chỉ số cải cách hành chính (PAR INDEX) năm 2022 đã tăng bậc.', [[2022, 'index']]],
    ['Năm 2022, chỉ số cải cách hành chính đạt 85 điểm.', [[2022, 'index']]],
    ['Đã ban hành Kế hoạch công tác năm 2022.', [[2022, 'other']]],
    ['Đã tổ chức hội nghị tổng kết năm 2022.', [[2022, 'other']]],
    ['Ngày 17 tháng 02 năm 2022 đã họp.', []],
    ['Theo Nghị định số 59/2019/NĐ-CP ngày 01/7/2019.', []],
    ['Tăng cường công khai, trong năm 2022 đã niêm yết 12 lượt.', [[2022, 'result']]],
  ] as [string, [number, string][]][])('%s', (source, expected) => {
    expect(yearsIn(source).map(({ year, role }) => [year, role])).toEqual(expected);
  });

  it.each([
    ['Trong năm 2022, Sở đã hoàn thành chỉ tiêu được giao trong năm báo cáo.', true],
    ['Kết quả năm 2022 đạt yêu cầu của kỳ báo cáo này.', true],
    ['Trong năm 2022, Sở đã hoàn thành chỉ tiêu được giao.', false],
  ])('tells whether the sentence means the year reported: %s', (source, says) => {
    expect(yearsIn(source).map(({ saysReportedYear }) => saysReportedYear)).toEqual([says]);
  });
});
