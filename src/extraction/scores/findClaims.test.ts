import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '../../pipeline/loadVocabulary.js';
import { plainText } from '../../text/plainText.js';
import { findClaims } from './findClaims.js';

const { scores } = loadVocabulary();
const claimsIn = (text: string, year: number | null = 2023) =>
  findClaims(plainText(text), { start: 0, end: text.length }, scores, year).map(({ claimed, max }) => [claimed, max]);

describe('a claim in running text', () => {
  it.each<[string, number, number | null]>([
    ['Tự đánh giá đạt : 20/20 điểm', 20, 20],
    ['Tự đánh giá đạt 20/20 điểm.', 20, 20],
    ['- Tự đánh giá: 18/20', 18, 20],
    ['Tự chấm: 19,5/20 điểm', 19.5, 20],
    ['Tự chấm điểm: 19,5 / 20 điểm.', 19.5, 20],
    ['Điểm tự chấm: 4', 4, null],
    ['Điểm tự chấm là 4 điểm', 4, null],
    ['(Điểm tự chấm: 4)', 4, null],
    ['Tự đánh giá: 1 điểm (điểm tối đa: 1)', 1, 1],
    ['Tự đánh giá: 1 điểm (điểm tối đa: 1 điểm).', 1, 1],
    ['Đạt 05/05 điểm', 5, 5],
    ['Kết quả: đạt 5/5 điểm.', 5, 5],
    ['đạt 98.5 điểm', 98.5, null],
    ['Điểm đạt được/Điểm tối đa: 3/5', 3, 5],
    ['tự chấm điểm đạt: 100 điểm/100', 100, 100],
    ['Sở Mẫu tự chấm điểm đạt: 99,5 điểm/100.', 99.5, 100],
    ['- Tự chấm: 19,5/20 đ', 19.5, 20],
    ['Điểm: 7,5/8.', 7.5, 8],
    ['Tổng điểm tự đánh giá: 95/100 điểm', 95, 100],
    ['Tổng cộng: 95/100 điểm', 95, 100],
    ['Tự chấm điểm: 4,0/5,0 do chưa thu hồi hết tiền phải thu', 4, 5],
    ['Tổng số điểm tự đánh giá của UBND huyện Hòa Thượng: 95 điểm/100 điểm', 95, 100],
    ['Tự đánh giá đạt: 3⁄3 điểm', 3, 3],
    ['Tư đánh giá đat: 3/3 điêm', 3, 3],
    ['Sở Mẫu tự chấm điếm đạt: 100 điểếm/100.', 100, 100],
    ["Sở Mẫu tự chấm điểm đạt: 100 điểm'100.", 100, 100],
    ['Tự đánh giá đạt: 2O/20 điểm', 20, 20],
    ['Tự chấm:.20 điểm', 20, null],
    // The full stop at the end read as another mark.
    ['Điểm tối đa: 3; điểm tự chấm: 2:', 2, 3],
    ['Điểm tối đa: 3; điểm tự chấm:2-', 2, 3],
    ['Điểm tối đa: 3; điểm tựchấm:2-', 2, 3],
    ['Tự chấn 12 điểm', 12, null],
    ['Tự chấm 19,5 điểm trên tổng số 20 điểm', 19.5, 20],
    ['Tự chấm 19,5 trên 20 điểm', 19.5, 20],
    ['Sở tự đánh giá 18 điểm/tổng số 20 điểm', 18, 20],
    ['Sở tự đánh giá 18 điểm so với điểm tối đa là 20 điểm', 18, 20],
    ['Điểm tối đa: 5; điểm tự chấm: 4,5', 4.5, 5],
    ['(Điểm tối đa: 5 điểm; tự chấm: 4 điểm)', 4, 5],
    ['Điểm chuẩn 5 điểm, đơn vị tự chấm 4 điểm', 4, 5],
    ['Căn cứ Bộ chỉ số, Ban Quản lý tự đánh giá công tác PCTN năm 2023 đạt 97,25 điểm', 97.25, null],
    ['Ban hành kế hoạch: 1/1 điểm', 1, 1],
    ['Ban hành kế hoạch (1/1 điểm)', 1, 1],
    ['Sau khi trừ 0,5 điểm, tự chấm 19,5/20 điểm', 19.5, 20],
    ['Tự đánh giá: 0/5 điểm', 0, 5],
    ['Số điểm tự chấm của đơn vị: 26,75/27 điểm', 26.75, 27],
    ['Tự chấm điểm tiêu chí này: 8 điểm', 8, null],
    ['Năm 2023, Sở tự chấm 97 điểm', 97, null],
    ['⁷ So với năm trước, Sở tự chấm 97/100 điểm', 97, 100],
    ['Điểm chấm của Sở: 7/8 (trừ 1 do gửi báo cáo muộn).', 7, 8],
    ['Điểm tự chấm (tối đa 8): 7', 7, 8],
    ['Tự đánh giá: 7 điểm (mức điểm tối đa theo hướng dẫn: 8 điểm)', 7, 8],
    ['Sở tự chấm 7 điểm (bảy điểm) trên 8 điểm', 7, 8],
    ['Tự đánh giá đạt 7 so với mức tối đa 8 điểm.', 7, 8],
    ['Tự đánh giá:7/8điểm', 7, 8],
    ['Điểm: 7,5 (trên 8), trừ 0,5 vì gửi báo cáo muộn.', 7.5, 8],
    ['Điểm: 8 (trên 8).', 8, 8],
    ['Tự chấm → 7/8', 7, 8],
    ['Đề nghị công nhận 7/8 điểm', 7, 8],
  ])('%s', (text, claimed, max) => expect(claimsIn(text)).toEqual([[claimed, max]]));

  it('gives each of several in one paragraph, in order', () => {
    expect(claimsIn('Nhóm A: 20/20 điểm; nhóm B: 29,5/30 điểm, nhóm C: 40/40 điểm; tổng cộng 89,5 điểm')).toEqual([
      [20, 20],
      [29.5, 30],
      [40, 40],
      [89.5, null],
    ]);
  });

  it('spans its words and its points', () => {
    const text = 'Kết luận: Tự đánh giá đạt : 20/20 điểm.';
    const [claim] = findClaims(plainText(text), { start: 0, end: text.length }, scores, 2023);
    expect(text.slice(claim?.span.start, claim?.span.end)).toBe('Tự đánh giá đạt : 20/20 điểm');
    expect(claim?.points.map(({ start, end }) => text.slice(start, end))).toEqual(['20', '20']);
  });
});

describe('no claim', () => {
  it.each([
    'Lý do trừ 2 điểm: còn một số nội dung chậm so với kế hoạch.',
    '(Trừ 1,5 điểm do chưa hoàn thành đầy đủ chỉ tiêu.)',
    'Điểm tối đa: 20 điểm',
    'Số điểm: 12/12 điểm cầu trực tuyến',
    'Điểm: 12/12 đã kết nối',
    'Tổng điểm tối đa: 100 điểm',
    'Điểm trừ: 1/8.',
    'Điểm thẩm định: 7/8.',
    'Số điểm cầu: 7/8.',
    'Tiêu chí 1 (20 điểm)',
    'Kết quả xếp hạng cải cách hành chính đạt vị trí thứ 6/20 sở, ngành.',
    'Tổ chức họp giao ban 01 lần/tháng, đạt 12/12 kỳ.',
    'Tự đánh giá 5/5 lĩnh vực công tác',
    'Chỉ số cải cách hành chính (PAR INDEX) năm 2023 đạt 87,5 điểm',
    'Chỉ số chuyển đổi số đạt 85,2/100 điểm',
    'Tự đánh giá chỉ số cải cách hành chính đạt 95,5/100 điểm',
    'Tổ công tác thẩm định: 18/20 điểm',
    'Điểm thẩm định: 18 điểm',
    'Năm 2022, Sở tự chấm 95/100 điểm',
    '⁷ Năm 2022, Sở tự chấm 95/100 điểm.',
    '(3) Năm trước, Sở tự chấm 95/100 điểm.',
    'Phấn đấu năm sau tự đánh giá đạt từ 95 điểm trở lên',
    'Mỗi lỗi trừ 0,5 điểm',
    'Duy trì 12/12 điểm cầu trực tuyến',
    'Đạt 15 điểm tiếp nhận hồ sơ',
    'Kế hoạch số 12/KH-SM ngày 05/01/2023',
    'Tự đánh giá tại Báo cáo số 12/BC-SM ngày 05/01/2023',
    'tự đánh giá đạt 95% kế hoạch',
    'khoản 2 điểm a Điều 5',
    'TCVN ISO 9001:2015',
    'Hệ thống hỗ trợ hoạt động 24/7, tiếp nhận 5.000 bộ hồ sơ/5 lĩnh vực.',
  ])('%s', (text) => expect(claimsIn(text)).toEqual([]));
});
