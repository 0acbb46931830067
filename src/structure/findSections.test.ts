import { describe, expect, it } from 'vitest';
import type { DocumentText } from '../model/document-text.js';
import { textOf } from '../model/document-text.js';
import type { Section } from '../model/facts.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { plainText } from '../text/plainText.js';
import { findParts } from './findParts.js';
import { findSections } from './findSections.js';

const { pipeline } = loadPipeline('pctn-2023');

function read(source: string): { text: DocumentText; sections: readonly Section[] } {
  const text = plainText(source, pipeline.vocabulary.text);
  return { text, sections: findSections(text, findParts(text, pipeline), pipeline) };
}

const pathsOf = (source: string) => read(source).sections.map(({ path }) => path);

/** The same text as a scan gives it: words with places, no word quite sure. */
function scanned(source: string): readonly Section[] {
  const text = plainText(source, pipeline.vocabulary.text);
  const words = [...text.text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    page: 1,
    box: [0, 0, 1, 1] as const,
    confidence: 0.9,
  }));
  return findSections({ ...text, words }, findParts(text, pipeline), pipeline);
}

const body = 'Sở đã ban hành kế hoạch và tổ chức thực hiện trong năm.';

describe('findSections: systems of numbering', () => {
  it('reads Roman parts, numbers and sub-numbers', () => {
    expect(
      pathsOf(`I. ĐẶC ĐIỂM TÌNH HÌNH
${body}
II. ĐÁNH GIÁ CÔNG TÁC PCTN
1. Đánh giá việc lãnh đạo, chỉ đạo công tác PCTN; việc xây dựng và hoàn thiện chính sách, pháp luật về PCTN:
${body}
2. Đánh giá việc thực hiện các biện pháp phòng ngừa tham nhũng:
2.1. Công tác phòng ngừa tham nhũng trong cơ quan, tổ chức, đơn vị khu vực Nhà nước:
- ${body}
2.2. Công tác phòng ngừa tham nhũng trong doanh nghiệp, tổ chức khu vực ngoài Nhà nước:
- ${body}
III. TỰ ĐÁNH GIÁ CHUNG
${body}
IV. KIẾN NGHỊ, ĐỀ XUẤT
${body}`),
    ).toEqual(['I', 'II', 'II/1', 'II/2', 'II/2/2.1', 'II/2/2.2', 'III', 'IV']);
  });

  it('reads parts by word with rubric ids as marks', () => {
    const { sections } = read(`PHẦN I. ĐẶC ĐIỂM TÌNH HÌNH
${body}
PHẦN II. KẾT QUẢ TỰ ĐÁNH GIÁ THEO CÁC TIÊU CHÍ
A. Đánh giá việc lãnh đạo, chỉ đạo, xây dựng và hoàn thiện chính sách, pháp luật về PCTN
${body}
B. Đánh giá việc thực hiện các biện pháp phòng ngừa tham nhũng
B.1. Phòng ngừa tham nhũng trong cơ quan, tổ chức, đơn vị khu vực Nhà nước
${body}
B.2. Phòng ngừa tham nhũng trong doanh nghiệp, tổ chức khu vực ngoài Nhà nước
${body}
PHẦN III. NHẬN XÉT, ĐÁNH GIÁ CHUNG
${body}
PHẦN IV. KIẾN NGHỊ, ĐỀ XUẤT
${body}`);
    expect(sections.map(({ path, level, criterion, part }) => [path, level, criterion, part])).toEqual([
      ['Phần I', 1, null, 'I'],
      ['Phần II', 1, null, 'II'],
      ['Phần II/A', 2, 'A', null],
      ['Phần II/B', 2, 'B', null],
      ['Phần II/B/B.1', 3, 'B.1', null],
      ['Phần II/B/B.2', 3, 'B.2', null],
      ['Phần III', 1, null, 'III'],
      ['Phần IV', 1, null, 'IV'],
    ]);
  });

  it('reads a part’s word alone on its line, its title below', () => {
    const { sections } = read(`Phần thứ nhất
ĐẶC ĐIỂM, TÌNH HÌNH
${body}
Phần thứ hai
KẾT QUẢ THỰC HIỆN CÔNG TÁC PCTN
I. Công tác lãnh đạo, chỉ đạo
${body}
II. Công tác phòng ngừa
${body}`);
    expect(sections.map(({ path, title }) => [path, title])).toEqual([
      ['Phần thứ nhất', 'ĐẶC ĐIỂM, TÌNH HÌNH'],
      ['Phần thứ hai', 'KẾT QUẢ THỰC HIỆN CÔNG TÁC PCTN'],
      ['Phần thứ hai/I', 'Công tác lãnh đạo, chỉ đạo'],
      ['Phần thứ hai/II', 'Công tác phòng ngừa'],
    ]);
  });

  it('reads chapters, sections and capital letters', () => {
    expect(
      pathsOf(`CHƯƠNG I: TÌNH HÌNH CHUNG
Mục 1. Chức năng, nhiệm vụ
${body}
Mục 2. Tổ chức bộ máy
${body}
CHƯƠNG II: KẾT QUẢ TỰ ĐÁNH GIÁ
A. Phòng ngừa tham nhũng
I. Công khai, minh bạch
${body}
II. Kiểm soát tài sản, thu nhập
${body}
B. Phát hiện và xử lý tham nhũng
${body}`),
    ).toEqual([
      'Chương I',
      'Chương I/Mục 1',
      'Chương I/Mục 2',
      'Chương II',
      'Chương II/A',
      'Chương II/A/I',
      'Chương II/A/II',
      'Chương II/B',
    ]);
  });

  it('reads three numbers and marks without a closing stop', () => {
    expect(
      pathsOf(`1. Tình hình chung
${body}
2. Kết quả
2.1 Công tác phòng ngừa
2.1.1 Công khai, minh bạch
${body}
2.1.2 Cải cách hành chính
${body}
2.2 Công tác phát hiện
${body}`),
    ).toEqual(['1', '2', '2/2.1', '2/2.1/2.1.1', '2/2.1/2.1.2', '2/2.2']);
  });

  it('closes marks with a slash, a dash or a bracket', () => {
    expect(pathsOf(`I/ ĐẶC ĐIỂM TÌNH HÌNH\n1) Chức năng\n${body}\n2) Tổ chức\n${body}\nII- KẾT QUẢ\n${body}`)).toEqual([
      'I',
      'I/1',
      'I/2',
      'II',
    ]);
  });

  it('keeps D and Đ apart', () => {
    expect(
      pathsOf(
        `C. Phát hiện\n${body}\nD. Thu hồi\n${body}\nĐ. Kết luận\n${body}`.replace(
          'C.',
          'A. Chỉ đạo\nXong.\nB. Phòng ngừa\nXong.\nC.',
        ),
      ),
    ).toEqual(['A', 'B', 'C', 'D', 'Đ']);
  });
});

describe('findSections: what is no heading', () => {
  it('passes over bullets, points and numbered sentences', () => {
    expect(
      pathsOf(`I. ĐẶC ĐIỂM TÌNH HÌNH
- ${body}
a) Về tổ chức: ${body}
II. KIẾN NGHỊ, ĐỀ XUẤT
1. Đề nghị Ủy ban nhân dân tỉnh quan tâm bố trí kinh phí cho công tác tuyên truyền.
2. Đề nghị Thanh tra tỉnh mở lớp tập huấn về kiểm soát tài sản, thu nhập cho cơ sở.
3. Đề nghị các sở, ngành phối hợp cung cấp thông tin kịp thời trong quá trình xác minh.`),
    ).toEqual(['I', 'II']);
  });

  it('passes over table rows, years, dates and quantities', () => {
    expect(
      pathsOf(
        `I. ĐẶC ĐIỂM TÌNH HÌNH
2023. là năm thứ ba thực hiện kế hoạch.
30.4 và 01.5 là ngày nghỉ.
2,5 điểm bị trừ do chậm báo cáo.
II\tKết quả\t5
III. KẾT QUẢ THỰC HIỆN
${body}`.replace('III', 'II'),
      ),
    ).toEqual(['I', 'II']);
  });

  it('leaves text glued to a heading out of the title', () => {
    const { text, sections } = read(`II. ĐÁNH GIÁ CÔNG TÁC PCTN
1. Đánh giá việc phát hiện và xử lý tham nhũng: Trong năm, Sở đã tiến hành 03 cuộc kiểm tra. Không có vi phạm.
2. Đánh giá việc thu hồi tài sản tham nhũng. Trong năm không phát sinh khoản phải thu hồi nào.
3. Tồn tại: Việc gửi báo cáo còn chậm.`);
    expect(sections.map(({ path, title, criterion }) => [path, title, criterion])).toEqual([
      ['II', 'ĐÁNH GIÁ CÔNG TÁC PCTN', null],
      ['II/1', 'Đánh giá việc phát hiện và xử lý tham nhũng', 'C'],
      ['II/2', 'Đánh giá việc thu hồi tài sản tham nhũng', 'D'],
      ['II/3', 'Tồn tại', null],
    ]);
    const glued = sections[1];
    expect(glued && textOf(text, glued.span)).toContain('Trong năm, Sở đã tiến hành 03 cuộc kiểm tra.');
    expect(glued && textOf(text, glued.heading)).not.toContain('Trong năm');
  });
});

describe('findSections: slips of a scan', () => {
  const scan = (marks: readonly [string, string, string, string, string]) =>
    scanned(`${marks[0]} ĐẶC ĐIỂM TÌNH HÌNH
${body}
${marks[1]} ĐÁNH GIÁ CÔNG TÁC PCTN
1. Đánh giá việc lãnh đạo, chỉ đạo công tác PCTN; việc xây dựng và hoàn thiện chính sách, pháp luật về PCTN
${body}
2. Đánh giá việc thực hiện các biện pháp phòng ngừa tham nhũng
${marks[2]} Công tác phòng ngừa tham nhũng trong cơ quan, tổ chức, đơn vị khu vực Nhà nước
${body}
${marks[3]} Công tác phòng ngừa tham nhũng trong doanh nghiệp, tổ chức khu vực ngoài Nhà nước
${body}
${marks[4]} TỰ ĐÁNH GIÁ CHUNG
${body}
IV. KIẾN NGHỊ, ĐỀ XUẤT
${body}`).map(({ path }) => path);

  it.each([
    ['letters for strokes', ['l.', 'll.', '2.l.', '2.2.', 'HI.']],
    ['a figure and a letter for strokes', ['1.', 'IL.', '2.1.', '2.2.', 'IIl.']],
    ['a comma for a stop, a stop lost', ['I.', 'II.', '2,1.', '22.', 'III.']],
    ['a stop read as a figure', ['I.', 'II.', '241.', '2.2', 'III.']],
    ['two strokes joined to a letter', ['I', 'IH.', '2.1.', '2.2.', 'II.']],
    ['two strokes read as one letter', ['I.', 'L.', '2.1.', '2.2.', 'II.']],
    ['a stroke lost', ['I.', 'II.', '2.1.', '2.2.', 'II.']],
    ['a mark not read at all before a known title', ['I.', 'II.', '2.1.', 'xô.', 'III.']],
    ['a letter for a stroke whose stop is lost', ['L', 'II.', '2.1.', '2.2.', 'III.']],
    ['specks before the mark', ['. I.', '_ II.', '-2.1.', '2.2.', '“III.']],
  ] as const)('reads %s by the sequence', (_name, marks) => {
    expect(scan([...marks])).toEqual(['I', 'II', 'II/1', 'II/2', 'II/2/2.1', 'II/2/2.2', 'III', 'IV']);
  });

  it.each([
    ['no space before the numeral', ['PHẦNI', 'PHẦNII', 'PHẦNIII']],
    ['no space before it in small letters, and strokes read as signs', ['Phần I', 'Phần!l', 'PhầnIII']],
    ['strokes joined or lost', ['PHẦN I', 'PHẦN H', 'PHẦN II']],
  ])('reads parts with %s by the sequence', (_name, marks) => {
    const sections = scanned(`${marks[0]}
ĐẶC ĐIỂM TÌNH HÌNH
${body}
${marks[1]}
ĐÁNH GIÁ CÔNG TÁC PCTN
${body}
${marks[2]}
TỰ ĐÁNH GIÁ CHUNG
${body}
PHẦN IV
KIẾN NGHỊ, ĐỀ XUẤT
${body}`);
    expect(sections.map(({ path }) => path)).toEqual(['Phần I', 'Phần II', 'Phần III', 'Phần IV']);
  });

  it('makes no heading up where the print has none', () => {
    expect(
      scanned(
        `I. ĐẶC ĐIỂM TÌNH HÌNH\n${body}\nĐánh giá việc phát hiện và xử lý tham nhũng\n${body}\nIII. TỰ ĐÁNH GIÁ CHUNG\n${body}`,
      ).map(({ path }) => path),
    ).toEqual(['I', 'III']);
  });

  it('passes over numbered sentences in plain type where headings are bold', () => {
    const source = ['I. ĐẶC ĐIỂM TÌNH HÌNH', 'II. ĐÁNH GIÁ CÔNG TÁC PCTN', '1. Công tác lãnh đạo, chỉ đạo']
      .flatMap((heading) => [heading, body])
      .concat('1.1. Lãnh đạo Sở đã ký kế hoạch.', '1.2. Sở đã tổ chức hội nghị.', '2. Công tác phòng ngừa', body);
    const text = plainText(source.join('\n'), pipeline.vocabulary.text);
    const paragraphs = text.paragraphs.map((paragraph) => ({
      ...paragraph,
      bold: !textOf(text, paragraph).endsWith('.'),
    }));
    const sections = findSections({ ...text, paragraphs }, findParts(text, pipeline), pipeline);
    expect(sections.map(({ path }) => path)).toEqual(['I', 'II', 'II/1', 'II/2']);
  });

  it('makes no number of an item’s letter', () => {
    expect(
      scanned(
        `II. ĐÁNH GIÁ CÔNG TÁC PCTN\n1. Đánh giá việc phát hiện và xử lý tham nhũng\na. Đánh giá việc phát hiện hành vi tham nhũng\n${body}\nb. Đánh giá việc xử lý tham nhũng\n${body}`,
      ).map(({ path }) => path),
    ).toEqual(['II', 'II/1']);
  });

  it('keeps a repeated number of a clean text as printed', () => {
    expect(
      pathsOf(
        `I. ĐẶC ĐIỂM TÌNH HÌNH\n${body}\nII. KẾT QUẢ\n${body}\nII. ĐÁNH GIÁ CHUNG\n${body}\nIV. KIẾN NGHỊ\n${body}`,
      ),
    ).toEqual(['I', 'II', 'II', 'IV']);
  });
});

describe('findSections: what a section is', () => {
  it('runs to the next heading of its level and not into the signature', () => {
    const { text, sections } = read(`I. ĐẶC ĐIỂM TÌNH HÌNH
1. Chức năng
${body}
II. KIẾN NGHỊ, ĐỀ XUẤT
Đề nghị mở lớp tập huấn./.
Nơi nhận:
- Như trên;
GIÁM ĐỐC
Lò Thị Mây`);
    const ends = Object.fromEntries(sections.map(({ path, span }) => [path, textOf(text, span)]));
    expect(ends.I).toBe(`I. ĐẶC ĐIỂM TÌNH HÌNH\n1. Chức năng\n${body}`);
    expect(ends.II).toBe('II. KIẾN NGHỊ, ĐỀ XUẤT\nĐề nghị mở lớp tập huấn./.');
  });

  it.each([
    ['another number', 'I. KIẾN NGHỊ, ĐỀ XUẤT', 'IV'],
    ['an abbreviation written out', 'II. KẾT QUẢ TỰ ĐÁNH GIÁ CÔNG TÁC PHÒNG, CHỐNG THAM NHŨNG NĂM 2023', 'II'],
    ['a year in it', 'III. TỰ ĐÁNH GIÁ VỀ THỰC HIỆN CÔNG TÁC PCTN NĂM 2023', 'III'],
    ['remarks first', 'IV. NHẬN XÉT, ĐÁNH GIÁ CHUNG', 'III'],
    ['a general start', 'I. KHÁI QUÁT TÌNH HÌNH CHUNG', 'I'],
    ['shortcomings', 'III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN', 'III'],
    ['proposals with tasks', 'V. PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ ĐỀ XUẤT, KIẾN NGHỊ', 'IV'],
  ])('knows a required part with %s', (_name, heading, part) => {
    expect(read(`${heading}\n${body}`).sections[0]?.part).toBe(part);
  });

  it('knows the assessment by the criteria under it, whatever it is called', () => {
    const { sections } = read(`I. TÌNH HÌNH CHUNG
${body}
II. NỘI DUNG CÁC TIÊU CHÍ
1. Đánh giá việc phát hiện và xử lý tham nhũng
${body}
2. Đánh giá việc thu hồi tài sản tham nhũng
${body}`);
    expect(sections.find(({ path }) => path === 'II')?.part).toBe('II');
  });

  it.each([
    ['cut short', 'Phòng ngừa tham nhũng trong cơ quan, đơn vị khu vực Nhà nước', 'B.1'],
    ['without its verb', 'Việc phát hiện hành vi tham nhũng', 'C.1'],
    ['written out', 'Kết quả xử lý hành vi khác vi phạm pháp luật về phòng, chống tham nhũng', 'C.3'],
    ['another subject', 'Công tác xây dựng Đảng và đoàn thể', null],
    ['the total', 'Tổng điểm tự đánh giá năm 2023', null],
  ])('maps a criterion’s name %s', (_name, title, criterion) => {
    const { sections } = read(`II. ĐÁNH GIÁ CÔNG TÁC PCTN\n1. ${title}:\n${body}`);
    expect(sections[1]?.criterion).toBe(criterion);
  });

  it('gives appendices a section each, with their headings below', () => {
    const { sections } = read(`BÁO CÁO
Tự đánh giá công tác phòng, chống tham nhũng năm 2023
I. ĐẶC ĐIỂM TÌNH HÌNH
${body}
Nơi nhận:
- Như trên;
GIÁM ĐỐC
Lò Thị Mây
PHỤ LỤC I
BẢNG TỰ CHẤM ĐIỂM
TT\tTiêu chí\tĐiểm
PHỤ LỤC II: DANH MỤC TÀI LIỆU
I. Kế hoạch
${body}`);
    expect(sections.map(({ path, title, appendix }) => [path, title, appendix])).toEqual([
      ['I', 'ĐẶC ĐIỂM TÌNH HÌNH', false],
      ['Phụ lục I', 'BẢNG TỰ CHẤM ĐIỂM', true],
      ['Phụ lục II', 'DANH MỤC TÀI LIỆU', true],
      ['Phụ lục II/I', 'Kế hoạch', true],
    ]);
  });

  it.each([
    ['a sentence that begins with an id', 'Tiêu chí A.1 đạt 5/5 điểm.'],
    ['a sentence that begins with a part', 'Phần II của báo cáo nêu kết quả.'],
    ['most of the staff', 'Phần lớn cán bộ chấp hành tốt.'],
    ['an acting head who signs', 'Q. CHÁNH THANH TRA'],
  ])('takes %s for no heading', (_name, line) => {
    const { sections } = read(`I. ĐẶC ĐIỂM TÌNH HÌNH
Cơ quan có 20 người.
${line}`);
    expect(sections.map(({ path }) => path)).toEqual(['I']);
  });
});
