import { describe, expect, it } from 'vitest';
import { loadPipeline } from '../../pipeline/loadPipeline.js';
import { criterionMatcherOf } from './criterionMatcher.js';

const matcher = criterionMatcherOf(loadPipeline('pctn-2023').pipeline);

describe('a row of the table of points is a criterion', () => {
  it.each<[string, string, string | null]>([
    ['A', 'bất kỳ', 'A'],
    ['B.1.6', 'Kiểm soát xung đột lợi ích', 'B.1.6'],
    [
      '1',
      'Đánh giá việc lãnh đạo, chỉ đạo công tác PCTN; việc xây dựng và hoàn thiện chính sách, pháp luật về PCTN',
      'A',
    ],
    ['1', 'Lãnh đạo, chỉ đạo, xây dựng và hoàn thiện chính sách, pháp luật về phòng, chống tham nhũng', 'A'],
    ['1.1', 'Đánh giá việc lãnh đạo, chỉ đạo công tác PCTN', 'A.1'],
    ['2', 'Thực hiện các biện pháp phòng ngừa tham nhũng', 'B'],
    ['2.1', 'Công tác phòng ngừa tham nhũng trong cơ quan, tổ chức, đơn vị khu vực Nhà nước', 'B.1'],
    ['2.2', 'Phòng ngừa tham nhũng trong doanh nghiệp, tổ chức khu vực ngoài Nhà nước', 'B.2'],
    ['3', 'Đánh giá việc phát hiện và xử lý tham nhũng', 'C'],
    ['3.1', 'Đánh giá việc phát hiện hành vi tham nhũng', 'C.1'],
    ['3.2', 'Đánh giá việc xử lý tham nhũng', 'C.2'],
    ['3.3', 'Kết quả xử lý hành vi khác vi phạm pháp luật về phòng, chống tham nhũng', 'C.3'],
    ['4', 'Thu hồi tài sản tham nhũng', 'D'],
    ['', 'Kết quả thu hồi tiền, tài sản tham nhũng qua công tác điều tra, truy tố, xét xử, thi hành án', 'D.2'],
    ['4.1', 'Thu hồi tiền, tài sản qua kiểm tra, giám sát, thanh tra, giải quyết đơn tố cáo', 'D.1'],
    ['7', 'Tổ chức đại hội công đoàn', null],
    ['2.1', 'Tổ chức đại hội công đoàn', null],
  ])('%s %s', (marker, title, id) => expect(matcher.byRow(marker, title)).toBe(id));
});

describe('a short title names its criterion', () => {
  it.each([
    ['Tổ chức thực hiện kế hoạch phòng, chống tham nhũng', 'A.2'],
    ['Công tác phòng ngừa tham nhũng', 'B'],
    ['Đối với khu vực Nhà nước', 'B.1'],
    ['Phòng ngừa trong khu vực ngoài Nhà nước', 'B.2'],
    ['Phòng ngừa ngoài khu vực Nhà nước', 'B.2'],
    ['Phát hiện, xử lý tham nhũng', 'C'],
    ['Công tác phát hiện tham nhũng', 'C.1'],
    ['Xử lý tham nhũng', 'C.2'],
    ['Thu hôi tài sản tham những', 'D'],
    ['Thu hồi tài sản qua thanh tra, kiểm tra, giám sát, giải quyết tố cáo', 'D.1'],
  ])('%s', (title, id) => expect(matcher.byTitle(title)).toBe(id));
});

it('a longer text begins with a criterion', () => {
  const below = (id: string) => id.startsWith('B.1.');
  expect(matcher.byOpening('- Kết quả thực hiện kiểm soát xung đột lợi ích (XĐLI): trong năm không có', below)).toBe(
    'B.1.6',
  );
  expect(matcher.byOpening('Phòng ngừa tham nhũng trong khu vực Nhà nước: đã kê khai 12 người')).toBe('B.1');
  const partOfB = 'Phòng ngừa tham nhũng tại cơ quan, tổ chức, đơn vị khu vực Nhà nước: kê khai';
  expect(matcher.byOpening(partOfB)).toBe('B.1');
  expect(matcher.byOpening('Việc phòng ngừa tham nhũng trong khu vực Nhà nước đạt kết quả khá')).toBe('B.1');
  expect(matcher.byOpening('Việc phòng ngừa tham nhũng ngoài khu vực Nhà nước đạt kết quả khá')).toBe('B.2');
  expect(matcher.byOpening('- Thực hiện quy định tại khoản 2 Điều 5', below)).toBeNull();
});
