import { describe, expect, it } from 'vitest';
import { readText } from '../../test/support/readText.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { plainText } from '../text/plainText.js';
import { extractPapers } from './extractPapers.js';

const { pipeline } = loadPipeline('pctn-2023');
const papersIn = (source: string) => extractPapers(plainText(source, pipeline.vocabulary.text), [], pipeline);

const motto = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';
const closing = 'Nơi nhận:\n- Như trên;\n- Lưu: VT.';

const plan = `UBND TỈNH MINH HÀ
SỞ DU LỊCH
${motto}
Số: 52/KH-SDL
Minh Hà, ngày 18 tháng 02 năm 2023
KẾ HOẠCH
Phòng, chống tham nhũng, tiêu cực năm 2023
I. MỤC ĐÍCH, YÊU CẦU
Nội dung của kế hoạch./.
${closing}
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Trần Thị Lan`;

const decision = `UBND TỈNH MINH HÀ
SỞ DU LỊCH
${motto}
Số: 77/QĐ-SDL
Minh Hà, ngày 02 tháng 3 năm 2023
QUYẾT ĐỊNH
Về việc ban hành Quy chế chi tiêu nội bộ
GIÁM ĐỐC SỞ DU LỊCH
Căn cứ Quyết định số 12/2020/QĐ-UBND ngày 04/5/2020 của UBND tỉnh;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế.
Điều 2. Quyết định có hiệu lực kể từ ngày ký./.
${closing}
GIÁM ĐỐC
Lê Văn Bình`;

const letter = `UBND TỈNH MINH HÀ
SỞ DU LỊCH
${motto}
Số: 903/SDL-VP
V/v công khai kết luận thanh tra
Minh Hà, ngày 30 tháng 10 năm 2023
Kính gửi: Các phòng, đơn vị
Thực hiện Kế hoạch số 52/KH-SDL ngày 18/02/2023, Sở đề nghị các đơn vị công khai./.
${closing}
GIÁM ĐỐC
Lê Văn Bình`;

const party = `TỈNH ỦY MINH HÀ
ĐẢNG ỦY SỞ DU LỊCH
Số 15-KH/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Minh Hà, ngày 05 tháng 4 năm 2023
KẾ HOẠCH
kiểm tra, giám sát năm 2023
Căn cứ Điều lệ Đảng, Đảng ủy xây dựng kế hoạch như sau.
Nơi nhận:
- Các chi bộ;
T/M ĐẢNG ỦY
BÍ THƯ
Lê Văn Bình`;

describe('extractPapers', () => {
  it.each([
    [
      'a plan',
      plan,
      {
        type: 'Kế hoạch',
        number: '52/KH-SDL',
        date: '2023-02-18',
        title: 'Phòng, chống tham nhũng, tiêu cực năm 2023',
        agency: 'Sở Du lịch',
        signer: { role: 'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC', name: 'Trần Thị Lan' },
      },
    ],
    [
      'a decision, which names its issuer below its summary',
      decision,
      {
        type: 'Quyết định',
        number: '77/QĐ-SDL',
        date: '2023-03-02',
        title: 'ban hành Quy chế chi tiêu nội bộ',
        signer: { role: 'GIÁM ĐỐC', name: 'Lê Văn Bình' },
      },
    ],
    [
      'a letter, which has a subject and no title',
      letter,
      {
        type: 'Công văn',
        number: '903/SDL-VP',
        date: '2023-10-30',
        title: 'công khai kết luận thanh tra',
        signer: { role: 'GIÁM ĐỐC', name: 'Lê Văn Bình' },
      },
    ],
    [
      'a paper of the Party',
      party,
      {
        type: 'Kế hoạch',
        number: '15-KH/ĐU',
        date: '2023-04-05',
        title: 'kiểm tra, giám sát năm 2023',
        signer: { role: 'T/M ĐẢNG ỦY BÍ THƯ', name: 'Lê Văn Bình' },
      },
    ],
  ])('reads %s', (_, source, told) => {
    const papers = papersIn(source);
    expect(papers).toHaveLength(1);
    expect(papers[0]).toMatchObject({ ...told, unread: [] });
  });

  it('parts papers that follow each other in one file, and tells the pages of each', () => {
    const papers = papersIn([plan, decision, letter].join('\f'));
    expect(papers.map(({ number, pages }) => [number, pages])).toEqual([
      ['52/KH-SDL', [1, 1]],
      ['77/QĐ-SDL', [2, 2]],
      ['903/SDL-VP', [3, 3]],
    ]);
  });

  it('tells a number left to be written by hand from one that is not there', () => {
    expect(papersIn(plan.replace('Số: 52/KH-SDL', 'Số:      /KH-SDL'))[0]).toMatchObject({
      number: null,
      unread: ['number'],
    });
    expect(papersIn(plan.replace('Số: 52/KH-SDL\n', ''))[0]).toMatchObject({ number: null, unread: [] });
  });

  it('does not read a number that OCR doubts', () => {
    const text = plainText(plan, pipeline.vocabulary.text);
    const { words } = readText(plan, ['52/KH-SDL']);
    expect(extractPapers({ ...text, words }, [], pipeline)[0]).toMatchObject({ number: null, unread: ['number'] });
  });

  it('keeps what it quotes word for word', () => {
    expect(papersIn(decision)[0]?.printed).toEqual({
      number: '77/QĐ-SDL',
      date: 'ngày 02 tháng 3 năm 2023',
      title: 'QUYẾT ĐỊNH Về việc ban hành Quy chế chi tiêu nội bộ',
    });
  });

  it('takes a file without letterhead and title for one paper of which nothing is known', () => {
    expect(papersIn('Ảnh chụp buổi tuyên truyền.')).toMatchObject([
      { type: null, number: null, title: null, unread: [] },
    ]);
  });
});
