import { describe, expect, it } from 'vitest';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { plainText } from '../text/plainText.js';
import { type Evidence, extractEvidence } from './extractEvidence.js';

const { pipeline } = loadPipeline('pctn-2023');

function evidenceIn(source: string): Evidence {
  const text = plainText(source);
  const parts = { coveringLetter: null, report: { start: 0, end: text.text.length }, appendices: [], attached: [] };
  return extractEvidence({ text, parts, sections: [], pipeline });
}

describe('a counted result', () => {
  it.each([
    ['Đã tổ chức 05 lớp tập huấn cho 320 lượt người.', ['5 lớp', '320 lượt người']],
    ['Đã thu hồi 1.250 triệu đồng nộp ngân sách.', ['1250 triệu đồng']],
    ['Thu hồi 1,5 tỷ đồng.', ['1.5 tỷ đồng']],
    ['Phát hiện 02 (hai) vụ việc.', ['2 vụ việc']],
    ['Phê bình 01 phòng công khai muộn; xếp thứ 3 trong 12 phòng.', ['1 phòng']],
    ['Phát hiện hai (02) vụ việc.', ['2 vụ việc']],
    ['Số đơn tiếp nhận trong kỳ: 12.', ['12 đơn']],
    ['Giải quyết 118/160 hồ sơ đúng hạn.', ['118 hồ sơ']],
    ['Đã tiến hành hai cuộc kiểm tra.', ['2 cuộc kiểm tra']],
    ['Trong năm 2023 người dân hài lòng.', []],
    ['Tiếp 2023 lượt công dân.', ['2023 lượt công dân']],
    ['Chuyển đổi 04 trường hợp; ký cam kết 120 bản.', ['4 trường hợp', '120 bản']],
    ['Đạt vị trí thứ 6/20 đơn vị.', []],
    ['Áp dụng TCVN ISO 9001:2015.', []],
    ['Họp giao ban 01 lần/tháng, đạt 12/12 kỳ.', []],
    ['Tổ chức 01 cuộc/quý.', []],
    ['Mỗi tháng 02 buổi tiếp công dân.', []],
    ['Hỗ trợ 24/7, tiếp nhận 5.000 bộ hồ sơ/5 lĩnh vực.', []],
    ['Đạt 100% chỉ tiêu.', []],
    ['Thực hiện khoản 2 Điều 5 và Điều 12.', []],
    ['Theo Kế hoạch số 12/KH-SCT ngày 05/3/2023 và Nghị quyết 04 người đứng đầu đã cam kết.', ['4 người']],
    ['Trong thời gian tới sẽ tổ chức 03 lớp tập huấn.', []],
    ['Không có vụ việc nào (0 vụ).', []],
    ['Không phát hiện 01 vụ việc nào.', []],
    ['Tự đánh giá đạt: 20/20 điểm', []],
    ['Báo cáo gồm: (1) công tác phòng ngừa; (2) cán bộ.', []],
    ['Đạt một trường hợp.', []],
    ['Khiển trách 01 thủ kho, kiểm điểm đối với 02 trạm trưởng.', ['1 người', '2 người']],
    ['Không kỷ luật 01 thủ kho nào.', []],
    ['Thu hồi đủ số tiền (12,5/12,5 triệu đồng).', ['12.5 triệu đồng']],
    ['Lịch tiếp dân: 02 buổi mỗi tháng.', []],
    ['Tiếp nhận 120 hồ sơ mới năm 2023.', ['120 hồ sơ']],
    ['Thu hồi 35.000.000đ, mục 2đ.', ['35000000 đồng']],
    ['Tiếp 24 lượt/30 người.', ['24 lượt', '30 người']],
  ])('%s', (source, expected) => {
    expect(evidenceIn(source).counts.map(({ value, unit }) => `${value} ${unit}`)).toEqual(expected);
  });
});

describe('an absence statement', () => {
  it.each([
    ['Năm 2023, Sở không phát hiện hành vi tham nhũng.', 'không phát hiện', 'corruption'],
    ['Trong kỳ, đơn vị chưa phát hiện vụ việc tham nhũng nào.', 'chưa phát hiện', 'corruption'],
    ['Trong năm không có vụ việc tham nhũng nào bị phát hiện, xử lý.', 'không có vụ việc', 'corruption'],
    ['Không có cán bộ, công chức nào vi phạm quy tắc ứng xử.', 'Không có cán bộ, công chức', 'violation'],
    ['Không có trường hợp nào vi phạm về xung đột lợi ích.', 'Không có trường hợp', 'conflict-of-interest'],
    ['Không xảy ra xung đột lợi ích.', 'Không xảy ra', 'conflict-of-interest'],
    ['Không để xảy ra tham nhũng, tiêu cực.', 'Không để xảy ra', 'corruption'],
    ['Trong năm không phát sinh đơn thư tố cáo tham nhũng.', 'không phát sinh', 'petition'],
    ['Chưa ghi nhận trường hợp vi phạm.', 'Chưa ghi nhận', 'violation'],
    ['Không phát hiện hành vi vi phạm pháp luật về phòng, chống tham nhũng.', 'Không phát hiện', 'violation'],
    ['Số vụ việc tham nhũng phát hiện: 0.', '0', 'corruption'],
    ['Phát hiện 00 vụ việc tham nhũng.', '00 vụ việc', 'corruption'],
    ['Phát hiện không (0) vụ tham nhũng.', '0) vụ', 'corruption'],
    ['Không có tài sản tham nhũng phải thu hồi.', 'Không có tài sản', 'corruption'],
    ['Không có hành vi khác vi phạm pháp luật về PCTN.', 'Không có hành vi', 'violation'],
    ['Đã kiểm tra 05 đơn vị; không phát hiện sai phạm.', 'không phát hiện', 'violation'],
    ['Trong năm, đơn vị không có vụ việc nào phải xử lý.', 'không có vụ việc', null],
    ['Khu vực ngoài nhà nước không phát sinh vụ việc nào.', 'không phát sinh', null],
    ['Khong phat hien hanh vi tham nhung.', 'Khong phat hien', 'corruption'],
  ])('%s', (source, phrase, matter) => {
    const { absences } = evidenceIn(source);
    expect(absences.map((one) => [source.slice(one.phrase.start, one.phrase.end), one.matter])).toEqual([
      [phrase, matter],
    ]);
  });

  it.each([
    'Không còn khoản tồn đọng chưa thu hồi.',
    'Kiên quyết không để xảy ra tham nhũng.',
    'Bảo đảm không để xảy ra vi phạm.',
    'Ngoài vụ việc trên, không phát hiện thêm vụ việc nào.',
    'Không có đơn vị nào nộp báo cáo muộn.',
    'Ký cam kết không gây phiền hà, sách nhiễu.',
    'Khó khăn, vướng mắc: Không.',
    'Có 0 hồ sơ quá hạn.',
    'Hồ sơ không phải bổ sung nhiều lần.',
    'Đơn vị chưa có quy chế riêng.',
    'Nếu không phát hiện sai sót thì trả kết quả.',
  ])('is not: %s', (source) => {
    expect(evidenceIn(source).absences).toEqual([]);
  });

  it('covers its whole sentence, and no other', () => {
    const source = 'Đã kiểm tra 05 đơn vị. Trong năm không phát hiện tham nhũng. Kết quả tốt.';
    const [absence] = evidenceIn(source).absences;
    expect(source.slice(absence?.span.start, absence?.span.end)).toBe('Trong năm không phát hiện tham nhũng.');
  });
});

describe('a reported case', () => {
  it.each([
    ['Qua kiểm tra 07 đơn vị đã phát hiện 01 vụ việc có dấu hiệu tham nhũng.', 1, 'corruption'],
    ['Đã khởi tố 02 vụ án, 05 bị can về tội tham ô tài sản.', 2, 'corruption'],
    ['Có 02 vụ việc tham nhũng được phát hiện.', 2, 'corruption'],
    ['Xử lý kỷ luật đối với 01 công chức vi phạm.', 1, 'violation'],
    ['Đã xử lý vi phạm quy định công khai đối với 09 cá nhân.', 9, 'violation'],
    ['Phát hiện một vụ việc có dấu hiệu tham nhũng.', 1, 'corruption'],
    ['Phát hiện 03 trường hợp xung đột lợi ích.', 3, 'conflict-of-interest'],
    ['Cơ quan điều tra phát hiện hai vụ nhận hối lộ.', 2, 'corruption'],
    ['Xử lý kỷ luật 01 công chức đơn vị trực thuộc vi phạm quy định.', 1, 'violation'],
    ['Phát hiện 01 vụ việc, chuyển cơ quan điều tra.', 1, null],
  ])('%s', (source, count, matter) => {
    expect(evidenceIn(source).cases[0]).toMatchObject({ count, matter });
  });

  it.each([
    'Đã giải quyết 05 đơn tố cáo tham nhũng.',
    'Tiếp nhận và xử lý 02 vụ việc khiếu nại.',
    'Không phát hiện 01 vụ việc tham nhũng nào.',
    'Phát hiện 0 vụ việc tham nhũng.',
    'Tập huấn kỹ năng phát hiện tham nhũng cho 120 cán bộ.',
    'Có 120 cán bộ tham gia học tập.',
    'Đã xử lý 230 hồ sơ.',
    'Nếu phát hiện 01 vụ việc tham nhũng thì báo cáo ngay.',
    'Có 15 người được kê khai lần đầu.',
    'Xử lý 04 vụ việc hành chính.',
  ])('is not: %s', (source) => {
    expect(evidenceIn(source).cases).toEqual([]);
  });
});

describe('a reason for missing points', () => {
  it.each([
    '(Trừ 1,5 điểm do chưa hoàn thành đầy đủ chỉ tiêu.)',
    'Lý do trừ điểm: nộp báo cáo muộn.',
    'Còn một số nội dung triển khai chậm so với kế hoạch.',
    'Công tác tuyên truyền chưa thường xuyên.',
    'Việc công khai chưa được thực hiện kịp thời.',
    'Tồn tại, hạn chế: thiếu cán bộ chuyên trách.',
    'Nguyên nhân do thay đổi nhân sự.',
    'Hồ sơ kê khai không đầy đủ.',
    'Hồ sơ lập chưa đúng mẫu.',
    'Không có kinh phí nên triển khai chậm.',
    'Không để xảy ra vi phạm nhưng còn hạn chế về nhân lực.',
    'Không có đơn quá hạn; hồ sơ kê khai còn thiếu.',
  ])('is: %s', (source) => {
    expect(evidenceIn(source).deductions).toHaveLength(1);
  });

  it.each([
    'Niêm yết công khai tại trụ sở.',
    'Không còn khoản tồn đọng chưa thu hồi.',
    'Hạn chế tối đa chi tiếp khách.',
    'Gửi báo cáo chậm nhất ngày 15 hằng tháng.',
    'Trong năm chưa phát hiện vụ việc tham nhũng.',
    'Chăm lo đời sống cán bộ.',
    'Công tác văn thư, lưu trữ được quan tâm.',
    'Sở tự chấm điểm đạt: 98 điểm.',
    'Đã thực hiện đầy đủ, kịp thời.',
    'Không có hồ sơ nào giải quyết quá hạn.',
    'Phê bình 01 cán bộ có lời nói chưa đúng mực.',
    'Đơn vị không gặp khó khăn, vướng mắc.',
    'Đã kê khai, không để chậm trễ; không bị trừ điểm.',
    'Không còn khoản tiền nào chưa thu hồi.',
    'Nhận diện nguyên nhân, điều kiện phát sinh tham nhũng.',
    'Cư trú tại địa phương, trừ trường hợp có quy định khác.',
  ])('is not: %s', (source) => {
    expect(evidenceIn(source).deductions).toEqual([]);
  });
});
