import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheet, turned } from '../../test/support/drawPages.js';
import { type DocumentText, textOf } from '../model/document-text.js';
import type { PageReading } from '../model/page.js';
import { loadVocabulary } from '../pipeline/loadVocabulary.js';
import { composeText } from './composeText.js';
import { layoutPages } from './layout/layoutPages.js';

const vocabulary = loadVocabulary().text;
const compose = (...pages: PageReading[]) => composeText(pages, vocabulary);
const paragraphsOf = (document: DocumentText, kind?: string) =>
  document.paragraphs
    .filter((paragraph) => kind === undefined || paragraph.kind === kind)
    .map((paragraph) => textOf(document, paragraph));

const first =
  'Trong năm, đơn vị đã xây dựng và tổ chức thực hiện kế hoạch công tác phòng, chống tham nhũng, gắn với nhiệm vụ chuyên môn được giao và quy chế làm việc của cơ quan.';
const second =
  'Các phòng chuyên môn phối hợp rà soát thủ tục, công khai kết quả tại trụ sở và trên trang thông tin để người dân theo dõi, giám sát theo đúng thời hạn đã nêu trong kế hoạch.';

/** All words of pages, each as often as it is printed. */
const wordsOf = (pages: readonly PageReading[]) =>
  pages.flatMap((page) => page.lines.flatMap((line) => line.words.map((word) => word.text))).sort();

/** Two pages as one scan of an open pair. */
const sideBySide = (left: PageReading, right: PageReading): PageReading => {
  const moved = (page: PageReading, by: number) =>
    page.lines.map(({ words, box }) => {
      const half = ([from, top, to, bottom]: typeof box) => [by + from / 2, top, by + to / 2, bottom] as const;
      return { words: words.map((word) => ({ ...word, box: half(word.box) })), box: half(box) };
    });
  return { ...left, width: 2 * left.width, lines: [...moved(left, 0), ...moved(right, 0.5)] };
};

describe('composeText: paragraphs', () => {
  it('reads two pages on one sheet one after the other', () => {
    const [left, right] = [`${first} ${second} `.repeat(3).trim(), `${second} ${first} `.repeat(3).trim()];
    const pair = sideBySide(sheet(1).paragraph(left).reading(), sheet(1).paragraph(right).reading());
    const document = compose(pair);
    expect(paragraphsOf(document)).toEqual([left, right]);
    expect(document.pages).toHaveLength(1);
    expect(document.pages[0]?.text.replaceAll('\n', ' ')).toBe(`${left} ${right}`);
  });

  it('does not part a landscape page whose halves are no running text', () => {
    const row = (y: number) => sheet(1).line('Nội dung', { y }).line('Kết quả', { y, x: 1000 }).reading().lines;
    const lines = Array.from({ length: 12 }, (_, at) => row(300 + 60 * at)).flat();
    const page = { ...sheet(1).reading(), width: 2339, height: 1654, lines };
    expect(compose(page).pages[0]?.text.split('\n')[0]).toContain('Kết quả');
  });

  it('joins lines and begins a paragraph at each indent', () => {
    const page = sheet(1).paragraph(first).paragraph(second).reading();
    expect(paragraphsOf(compose(page))).toEqual([first, second]);
  });

  it.each([
    [
      'whose long lines are all set in',
      'Đã thu hồi đủ số tiền chi sai theo kết luận kiểm tra và nộp đủ vào ngân sách của huyện.',
    ],
    ['with wrapped lines', second],
  ])('parts a full heading from the text below on a page %s', (_name, item) => {
    const page = sheet(1).paragraph(item).paragraph(item).paragraph(item);
    const heading = '1. Kết quả giải quyết phản ánh của công dân ở các xã vùng cao';
    page.line(heading, { x: 330, justifyTo: 1520 }).paragraph(item);
    expect(paragraphsOf(compose(page.reading()))).toEqual([item, item, item, heading, item]);
  });

  it('does not trust the order of the reader’s lines', () => {
    const page = sheet(1).paragraph(first).paragraph(second).reading();
    const shuffled = { ...page, lines: [...page.lines].reverse() };
    expect(paragraphsOf(compose(shuffled))).toEqual([first, second]);
  });

  it.each([-2, -0.7, 0.7, 2.5])('reads a page that lies %s° askew', (degrees) => {
    const page = turned(sheet(1).paragraph(first).paragraph(second).reading(), degrees);
    expect(paragraphsOf(compose(page))).toEqual([first, second]);
  });

  it('joins a paragraph over the page’s end and leaves the page’s number out', () => {
    const one = sheet(1);
    one.y = 2100;
    const lines = sheet(9).paragraph(`${first} ${second}`).reading().lines;
    for (const line of lines.slice(0, 2)) one.line(line.words.map((word) => word.text).join(' '), { justifyTo: 1540 });
    const two = sheet(2).line('2', { x: 880, y: 100 });
    two.y = 190;
    for (const line of lines.slice(2, -1)) two.line(line.words.map((word) => word.text).join(' '), { justifyTo: 1540 });
    two.line((lines.at(-1)?.words ?? []).map((word) => word.text).join(' '));
    const document = compose(one.reading(), two.reading());
    expect(paragraphsOf(document)).toEqual([`${first} ${second}`]);
    expect(document.pages[1]?.text.startsWith('2')).toBe(false);
  });

  it('keeps a stray digit inside the text', () => {
    const page = sheet(2)
      .line('công tác', { y: 1000 })
      .line('2', { x: 420, y: 1000 })
      .line('phòng, chống tham nhũng', { x: 460, y: 1000 })
      .reading();
    expect(compose(page).text).toBe('công tác 2 phòng, chống tham nhũng');
  });

  it('begins a paragraph at bullets and numbers', () => {
    const page = sheet(1)
      .paragraph(first)
      .paragraph('- Đã tổ chức 02 hội nghị;')
      .paragraph('+ Đã phát 150 tài liệu;')
      .paragraph('a) Công khai tại trụ sở.')
      .paragraph('2.1. Công khai, minh bạch trong tổ chức và hoạt động của cơ quan, đơn vị thuộc thẩm quyền quản lý:')
      .paragraph(second)
      .reading();
    expect(paragraphsOf(compose(page))).toHaveLength(6);
  });

  it.each([
    [
      'a dash inside a name',
      'Người dân gửi câu hỏi tới bộ phận tiếp nhận và theo dõi câu trả lời trong chuyên mục Hỏi - Đáp của trang thông tin điện tử.',
      'Hỏi',
    ],
    [
      'a number that a word before it announces',
      'Việc bố trí lịch tiếp công dân của người đứng đầu thực hiện theo quy định tại khoản 1. Ngoài lịch định kỳ còn tiếp đột xuất.',
      'khoản',
    ],
    [
      'a year',
      'Kết quả nêu trên được tổng hợp từ báo cáo của các phòng chuyên môn trong năm 2023 - theo mẫu thống nhất của cơ quan cấp trên.',
      'năm',
    ],
  ])('does not begin a paragraph at %s', (_name, text, cutAfter) => {
    const at = text.indexOf(cutAfter) + cutAfter.length;
    const page = sheet(1)
      .paragraph(first)
      .line(text.slice(0, at), { x: 330, justifyTo: 1540 })
      .line(text.slice(at + 1))
      .paragraph(second)
      .reading();
    expect(paragraphsOf(compose(page))).toEqual([first, text, second]);
  });

  it('keeps lines of a hanging item together', () => {
    const item = `- ${first}`;
    const page = sheet(1)
      .paragraph(item, { indent: 60, hang: 90 })
      .paragraph(`- ${second}`, { indent: 60, hang: 90 })
      .reading();
    expect(paragraphsOf(compose(page))).toEqual([item, `- ${second}`]);
  });

  it('parts a centred title of two lines from the text', () => {
    const page = sheet(1)
      .centred('BÁO CÁO', { bold: true })
      .centred('Kết quả tự đánh giá công tác phòng, chống tham nhũng', { bold: true })
      .centred('của Trung tâm Kiểm nghiệm năm 2023', { bold: true })
      .skip(30)
      .paragraph(first)
      .reading();
    const document = compose(page);
    expect(paragraphsOf(document, 'title')).toEqual([
      'BÁO CÁO',
      'Kết quả tự đánh giá công tác phòng, chống tham nhũng của Trung tâm Kiểm nghiệm năm 2023',
    ]);
    expect(paragraphsOf(document, 'body')).toEqual([first]);
  });

  it('parts paragraphs without indent by the space between them', () => {
    const page = sheet(1)
      .paragraph(first, { indent: 0 })
      .skip(30)
      .paragraph(second, { indent: 0 })
      .skip(30)
      .paragraph(first, { indent: 0 })
      .reading();
    expect(paragraphsOf(compose(page))).toEqual([first, second, first]);
  });

  it('parts a heading as wide as the line from the text below', () => {
    const heading = 'III. TỰ ĐÁNH GIÁ VỀ VIỆC THỰC HIỆN CÔNG TÁC PCTN CỦA ĐƠN VỊ NĂM 2023';
    const page = sheet(1).paragraph(first).line(heading, { x: 330, justifyTo: 1540 }).paragraph(second).reading();
    expect(paragraphsOf(compose(page))).toEqual([first, heading, second]);
  });

  it('joins a wrapped heading in bold and parts it from the plain text', () => {
    const heading =
      '2.1. Công tác phòng ngừa tham nhũng trong cơ quan, tổ chức, đơn vị thuộc khu vực Nhà nước trên địa bàn';
    const page = sheet(1)
      .paragraph(first, { bold: false })
      .paragraph(heading, { bold: true })
      .paragraph(second, { bold: false })
      .reading();
    const document = compose(page);
    expect(paragraphsOf(document)).toEqual([first, heading, second]);
    expect(document.paragraphs.map(({ bold }) => bold)).toEqual([false, true, false]);
  });

  it('parts a heading in capitals from a line above it that is full and ends with a word that asks for a number', () => {
    const claim = `${first.split(' ').slice(0, 11).join(' ')} đạt 91 điểm`;
    const page = sheet(1)
      .paragraph(second)
      .line(claim, { x: 330, justifyTo: 1540 })
      .line('III. ĐÁNH GIÁ CHUNG', { x: 330, bold: true })
      .paragraph(first)
      .reading();
    expect(paragraphsOf(compose(page))).toEqual([second, claim, 'III. ĐÁNH GIÁ CHUNG', first]);
  });

  it('knows how wide the text is on a page that holds headings and short lines alone', () => {
    const heading = '8. Thu hồi tài sản qua điều tra, truy tố, xét xử, thi hành án';
    const full = sheet(1).paragraph(first).paragraph(second).paragraph(first).paragraph(second).reading();
    const short = sheet(2)
      .line(`7. ${heading.slice(3)}`, { x: 330 })
      .line('Không phát sinh.', { x: 340 })
      .line(heading, { x: 330 })
      .line('Không phát sinh tài sản.', { x: 340 })
      .reading();
    expect(paragraphsOf(compose(full, short)).slice(-3)).toEqual([
      'Không phát sinh.',
      heading,
      'Không phát sinh tài sản.',
    ]);
  });

  it('leaves the addressee out of the title above it', () => {
    const page = sheet(1)
      .centred('BÁO CÁO', { bold: true })
      .centred('Kết quả tự chấm điểm năm 2023', { bold: true })
      .centred('Kính gửi: Thanh tra tỉnh', { bold: true })
      .skip(30)
      .paragraph(first)
      .reading();
    expect(paragraphsOf(compose(page), 'title')).toEqual(['BÁO CÁO', 'Kết quả tự chấm điểm năm 2023']);
  });

  it('takes notes at the foot of a page out of the paragraph that they interrupt', () => {
    const lines = sheet(9)
      .paragraph(`${first} ${second}`)
      .reading()
      .lines.map((line) => line.words.map(({ text }) => text).join(' '));
    const one = sheet(1).paragraph(first).paragraph(second);
    one.line(lines[0] ?? '', { x: 330, justifyTo: 1540 }).line(lines[1] ?? '', { justifyTo: 1540 });
    one.y = 2050;
    one.line('1 Theo số liệu của phòng nghiệp vụ.', { x: 236 });
    const reading = one.reading();
    const two = sheet(2);
    for (const [index, line] of lines.slice(2).entries())
      two.line(line, index + 3 < lines.length ? { justifyTo: 1540 } : {});
    const ruled: PageReading = {
      ...reading,
      rulings: [{ direction: 'horizontal', box: [236 / 1654, 2020 / 2339, 600 / 1654, 2022 / 2339] }],
    };
    const document = compose(ruled, two.reading());
    expect(paragraphsOf(document, 'footnote')).toEqual(['1 Theo số liệu của phòng nghiệp vụ.']);
    expect(paragraphsOf(document, 'body')).toEqual([first, second, `${first} ${second}`]);
  });

  it('gives NFC whatever the reader gave', () => {
    const page = sheet(1).line('Tiếng Việt'.normalize('NFD')).reading();
    expect(compose(page).text).toBe('Tiếng Việt'.normalize('NFC'));
  });
});

describe('composeText: no word is lost', () => {
  const syllable = fc.constantFrom(
    'công',
    'khai',
    'Kế',
    'hoạch',
    '12/KH-SDL',
    '5,5',
    '-',
    '2.1.',
    'Số:',
    'ngày',
    'TM.',
    'STT',
    '|',
    'năm',
    '2023',
    'Phụ',
    'lục',
  );
  const word = fc.record({
    text: syllable,
    x: fc.integer({ min: 40, max: 1500 }),
    y: fc.integer({ min: 40, max: 2280 }),
  });

  it('holds each word of each page once, in the text or among what left it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { maxLength: 40 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: -3, max: 3 }),
        (pages, skew) => {
          const readings = pages.map((words, index) => {
            const page = sheet(index + 1).table([200, 400, 900, 1400], [['1', 'Công khai', '5']]);
            for (const { text, x, y } of words) page.line(text, { x, y });
            return skew === 0 ? page.reading() : turned(page.reading(), skew);
          });
          const document = composeText(readings, vocabulary);
          const left = layoutPages(readings, vocabulary).furniture.map(({ word: { text } }) => text);
          expect([...document.words.map(({ text }) => text), ...left].sort()).toEqual(wordsOf(readings));
          for (const placed of document.words) expect(textOf(document, placed)).toBe(placed.text);
          expect(
            document.pages
              .flatMap((page) => page.text.split(/\s+/u))
              .filter((text) => text !== '')
              .sort(),
          ).toEqual(document.words.map(({ text }) => text).sort());
        },
      ),
      { numRuns: 150 },
    );
  });

  it('covers the text with paragraphs in order, parted by single newlines', () => {
    const page = sheet(1)
      .centred('BÁO CÁO')
      .paragraph(first)
      .table(
        [236, 400, 1200, 1540],
        [
          ['TT', 'Nội dung', 'Điểm'],
          ['1', 'A', '5'],
        ],
      )
      .reading();
    const document = compose(page);
    let at = 0;
    for (const paragraph of document.paragraphs) {
      expect(paragraph.start).toBe(at);
      at = paragraph.end + 1;
    }
    expect(at).toBe(document.text.length + 1);
  });
});
