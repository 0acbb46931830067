import { expect, it } from 'vitest';
import { joinLines } from './joinLines.js';

it.each([
  ['a line without room for the next word goes on', 'Đơn vị đã ban hành Kế hoạch\nThanh tra năm 2023.', true],
  ['so does one that the next goes on with a small letter', 'Đã thu hồi\nvà nộp ngân sách nhà nước', true],
  ['a short line ends its paragraph', 'Đã thu hồi.\nChứng từ được lưu đầy đủ ở hồ sơ', false],
  ['a bullet starts one, whatever stands before', 'Đơn vị đã ban hành kế hoạch\n- thanh tra năm 2023.', false],
  ['a heading starts one', 'Đơn vị đã ban hành kế hoạch\n2.1. Kết quả công khai ở cơ quan', false],
  ['a row of a table stands apart', 'Đơn vị đã ban hành kế hoạch\nB.1\t27\t26 và phần còn lại của', false],
])('%s', (_, lines, joined) => {
  expect(joinLines(lines, ['Phần'])).toBe(joined ? lines.replace('\n', ' ') : lines);
});
