import { describe, expect, it } from 'vitest';
import { sheet } from '../../test/support/drawPages.js';
import { type DocumentText, textOf } from '../model/document-text.js';
import type { PageReading } from '../model/page.js';
import { loadVocabulary } from '../pipeline/loadVocabulary.js';
import { composeText } from './composeText.js';

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

describe('composeText: parts of a paper', () => {
  const letterhead = () =>
    sheet(1)
      .columns('UBND TỈNH MỎ CÀY', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
      .columns('SỞ DU LỊCH', 'Độc lập - Tự do - Hạnh phúc')
      .columns('Số: 12/BC-SDL', 'Mỏ Cày, ngày 05 tháng 01 năm 2024')
      .skip(40);

  it('parts the columns of a letterhead', () => {
    const page = letterhead()
      .centred('BÁO CÁO')
      .centred('Tự đánh giá công tác phòng, chống tham nhũng')
      .paragraph(first)
      .reading();
    const document = compose(page);
    expect(paragraphsOf(document, 'letterhead')).toEqual([
      'UBND TỈNH MỎ CÀY',
      'SỞ DU LỊCH',
      'Số: 12/BC-SDL',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Mỏ Cày, ngày 05 tháng 01 năm 2024',
    ]);
    expect(document.pages[0]?.text.split('\n')[2]).toBe('Số: 12/BC-SDL\tMỏ Cày, ngày 05 tháng 01 năm 2024');
  });

  it('takes a letter’s subject into the letterhead', () => {
    const page = letterhead()
      .line('V/v gửi báo cáo tự đánh giá', { x: 240, y: 320 })
      .line('công tác PCTN', { x: 260, y: 366 });
    page.y = 460;
    const document = compose(page.line('Kính gửi: Thanh tra tỉnh', { x: 520 }).paragraph(first).reading());
    expect(paragraphsOf(document, 'letterhead')).toContain('V/v gửi báo cáo tự đánh giá công tác PCTN');
    expect(paragraphsOf(document, 'body')[0]).toBe('Kính gửi: Thanh tra tỉnh');
  });

  it('parts recipients from the signature', () => {
    const page = sheet(1)
      .paragraph(first)
      .paragraph('Trên đây là báo cáo của Sở./.')
      .columns('Nơi nhận:', 'KT. GIÁM ĐỐC')
      .columns('- Như trên;', 'PHÓ GIÁM ĐỐC')
      .line('- Lưu: VT, TTr.', { x: 240 })
      .skip(80)
      .line('Lò Thị Mây', { x: 900 })
      .reading();
    const document = compose(page);
    expect(paragraphsOf(document, 'recipients')).toEqual(['Nơi nhận:', '- Như trên;', '- Lưu: VT, TTr.']);
    expect(paragraphsOf(document, 'signature')).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Lò Thị Mây']);
  });

  it('goes on with recipients and signature on the next page', () => {
    const one = sheet(1)
      .paragraph(first)
      .columns('Nơi nhận:', 'TM. ỦY BAN NHÂN DÂN')
      .columns('- Như trên;', 'CHỦ TỊCH')
      .reading();
    const two = sheet(2).line('- Lưu: VT.', { x: 240 }).line('Lò Thị Mây', { x: 900 }).reading();
    const document = compose(one, two);
    expect(paragraphsOf(document, 'recipients')).toContain('- Lưu: VT.');
    expect(paragraphsOf(document, 'signature')).toContain('Lò Thị Mây');
  });

  it('knows the letterhead of a second paper on a later page', () => {
    const one = letterhead()
      .paragraph(first)
      .columns('Nơi nhận:', 'GIÁM ĐỐC')
      .columns('- Như trên;', 'Lò Thị Mây')
      .reading();
    const two = sheet(2)
      .line('UBND TỈNH MỎ CÀY', { x: 240 })
      .columns('SỞ DU LỊCH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
      .columns('Số: 13/BC-SDL', 'Độc lập - Tự do - Hạnh phúc')
      .line('Mỏ Cày, ngày 06 tháng 01 năm 2024', { x: 880 })
      .centred('BÁO CÁO')
      .paragraph(second)
      .reading();
    const document = compose(one, two);
    const onSecond = document.paragraphs.filter(({ page, kind }) => page === 2 && kind === 'letterhead');
    expect(onSecond.map((paragraph) => textOf(document, paragraph))).toEqual([
      'UBND TỈNH MỎ CÀY',
      'SỞ DU LỊCH',
      'Số: 13/BC-SDL',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Mỏ Cày, ngày 06 tháng 01 năm 2024',
    ]);
  });

  it('leaves running heads and feet out, and only them', () => {
    const pages = [1, 2, 3, 4].map((number) => {
      const page = sheet(number).line('Báo cáo tự đánh giá năm 2023', { x: 240, y: 90 });
      page.line(`Trang ${number}/4`, { x: 1300, y: 2260 });
      page.y = 220;
      return page.paragraph(`${first} Lần ${number}.`).reading();
    });
    const document = compose(...pages);
    expect(document.text).not.toContain('Trang');
    expect(document.text).not.toContain('Báo cáo tự đánh giá năm 2023');
    expect(paragraphsOf(document)).toHaveLength(4);
  });

  it('keeps a line that tops three pages by chance', () => {
    const pages = [1, 2, 3].map((number) =>
      sheet(number).paragraph('Tự đánh giá: 5/5 điểm').paragraph(first).paragraph(second).reading(),
    );
    expect(paragraphsOf(compose(...pages)).filter((text) => text === 'Tự đánh giá: 5/5 điểm')).toHaveLength(3);
  });
});
