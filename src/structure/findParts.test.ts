import { describe, expect, it } from 'vitest';
import { textOf } from '../model/document-text.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { plainText } from '../text/plainText.js';
import { findParts } from './findParts.js';

const { pipeline } = loadPipeline('pctn-2023');

function parts(source: string) {
  const text = plainText(source, pipeline.vocabulary.text);
  const { coveringLetter, report, appendices, attached } = findParts(text, pipeline);
  const firstLine = (value: string) => value.split('\n')[0];
  return {
    coveringLetter: coveringLetter === null ? null : firstLine(textOf(text, coveringLetter)),
    report: textOf(text, report),
    appendices: appendices.map((span) => firstLine(textOf(text, span))),
    attached: attached.map((span) => textOf(text, span)),
  };
}

const motto = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';
const letter = `UBND HUYỆN MƯỜNG CẢI
${motto}
Số: 88/UBND-NC
Mường Cải, ngày 10 tháng 01 năm 2024
V/v gửi báo cáo tự đánh giá
Kính gửi: Thanh tra tỉnh
Ủy ban nhân dân huyện gửi báo cáo kèm theo công văn này./.
Nơi nhận:
- Như trên;
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Văn Pâng`;
const report = `UBND HUYỆN MƯỜNG CẢI
${motto}
Số: 12/BC-UBND
Mường Cải, ngày 10 tháng 01 năm 2024
BÁO CÁO
Tự đánh giá công tác phòng, chống tham nhũng năm 2023
I. ĐẶC ĐIỂM TÌNH HÌNH
Phụ lục chi tiết gửi kèm báo cáo này.
Trên đây là báo cáo của huyện./.
Nơi nhận:
- Như trên;
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Văn Pâng`;

describe('findParts', () => {
  it('takes a report alone whole', () => {
    expect(parts(report)).toEqual({ coveringLetter: null, report, appendices: [], attached: [] });
  });

  it('parts the covering letter from the report', () => {
    const found = parts(`${letter}\n${report}`);
    expect(found.coveringLetter).toBe('UBND HUYỆN MƯỜNG CẢI');
    expect(found.report).toBe(report);
  });

  it.each([
    ['in capitals', 'PHỤ LỤC\nBẢNG TỰ CHẤM ĐIỂM', 'PHỤ LỤC'],
    ['numbered', 'Phụ lục 01: Danh mục tài liệu', 'Phụ lục 01: Danh mục tài liệu'],
    [
      'with the line that ties it to the report',
      'Phụ lục\nDanh mục tài liệu\n(Kèm theo Báo cáo số 12/BC-UBND)',
      'Phụ lục',
    ],
    ['as a form', 'BIỂU SỐ 02\nSố liệu', 'BIỂU SỐ 02'],
  ])('finds an appendix %s', (_name, appendix, first) => {
    const found = parts(`${report}\n${appendix}\n1\tCông khai\t5`);
    expect(found.appendices).toEqual([first]);
    expect(found.report).toBe(report);
  });

  const plan = `UBND HUYỆN MƯỜNG CẢI\n${motto}\nSố: 3/KH-UBND\nMường Cải, ngày 10 tháng 01 năm 2023\nKẾ HOẠCH\nCông tác thanh tra năm 2023\nNội dung.`;
  const minutes = `UBND HUYỆN MƯỜNG CẢI\n${motto}\nBIÊN BẢN\nHọp kiểm điểm\nNội dung họp.`;

  it('takes papers behind the report for attachments, numbered or of another type', () => {
    const found = parts(`${report}\n${plan}\n${minutes}`);
    expect(found).toMatchObject({ report, appendices: [], attached: [plan, minutes] });
  });

  it('gives an attachment the appendix behind it, unless that hangs on the report', () => {
    const annex = 'PHỤ LỤC\nDanh sách đơn vị';
    const scores = 'PHỤ LỤC\nBảng tự chấm điểm\n(Kèm theo Báo cáo số 12/BC-UBND)';
    const found = parts(`${report}\n${plan}\n${annex}\n${scores}`);
    expect(found).toMatchObject({ report, appendices: ['PHỤ LỤC'], attached: [`${plan}\n${annex}`] });
  });

  it('takes a table under a letterhead without a number for an appendix', () => {
    const table = `UBND HUYỆN MƯỜNG CẢI\n${motto}\nBẢNG TỰ CHẤM ĐIỂM\n1\tCông khai\t5`;
    expect(parts(`${report}\n${table}`)).toMatchObject({ appendices: ['UBND HUYỆN MƯỜNG CẢI'], attached: [] });
  });

  it('takes a text without letterhead or title whole', () => {
    const text = 'I. ĐẶC ĐIỂM TÌNH HÌNH\nSở có 05 phòng.';
    expect(parts(text)).toEqual({ coveringLetter: null, report: text, appendices: [], attached: [] });
  });
});
