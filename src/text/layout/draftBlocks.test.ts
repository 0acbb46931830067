import { describe, expect, it } from 'vitest';
import type { PageReading, TextBlock } from '../../model/page.js';
import { loadVocabulary } from '../../pipeline/loadVocabulary.js';
import { composeText } from '../composeText.js';

const paragraph = (text: string, more: Partial<Extract<TextBlock, { kind: 'paragraph' }>> = {}): TextBlock => ({
  kind: 'paragraph',
  role: 'body',
  text,
  bold: false,
  centred: false,
  goesOn: false,
  ...more,
});
const row = (table: number, ...cells: string[][]): TextBlock => ({ kind: 'table-row', role: 'body', table, cells });
const page = (number: number, blocks: readonly TextBlock[]): PageReading => ({
  number,
  origin: 'text',
  reason: 'document-text',
  width: 1654,
  height: 2339,
  rotation: 0,
  skew: 0,
  confidence: 1,
  lines: [],
  rulings: [],
  unread: [],
  coverage: 1,
  blocks,
});
const compose = (...pages: (readonly TextBlock[])[]) =>
  composeText(
    pages.map((blocks, at) => page(at + 1, blocks)),
    loadVocabulary().text,
  );
const told = (document: ReturnType<typeof compose>) =>
  document.paragraphs.map(({ kind, start, end }) => [kind, document.text.slice(start, end)]);

describe('a file that says its paragraphs itself', () => {
  it('has its letterhead and its signature out of the tables that set them side by side', () => {
    const document = compose([
      row(0, ['UBND TỈNH MẪU', 'SỞ MẪU'], ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']),
      row(0, ['Số: 12/BC-SM'], ['Mẫu, ngày 05 tháng 01 năm 2024']),
      paragraph('BÁO CÁO', { centred: true }),
      paragraph('Nội dung của báo cáo./.'),
      row(1, ['Nơi nhận:', '- Như trên;'], ['GIÁM ĐỐC', 'Trần Văn Mẫu']),
    ]);
    expect(told(document)).toEqual([
      ['letterhead', 'UBND TỈNH MẪU'],
      ['letterhead', 'SỞ MẪU'],
      ['letterhead', 'Số: 12/BC-SM'],
      ['letterhead', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['letterhead', 'Độc lập - Tự do - Hạnh phúc'],
      ['letterhead', 'Mẫu, ngày 05 tháng 01 năm 2024'],
      ['title', 'BÁO CÁO'],
      ['body', 'Nội dung của báo cáo./.'],
      ['recipients', 'Nơi nhận:'],
      ['recipients', '- Như trên;'],
      ['signature', 'GIÁM ĐỐC'],
      ['signature', 'Trần Văn Mẫu'],
    ]);
    expect(document.pages[0]?.text).toContain('Số: 12/BC-SM\tMẫu, ngày 05 tháng 01 năm 2024');
  });

  it('keeps a table of points a table', () => {
    const document = compose([row(0, ['A'], ['Lãnh đạo', 'chỉ đạo'], ['20'], [])]);
    expect(document.paragraphs[0]).toMatchObject({ kind: 'table-row', table: 0 });
    expect(document.text).toBe('A\tLãnh đạo chỉ đạo\t20\t');
  });

  it('joins a paragraph over the page’s end; each word knows its page, and none a box', () => {
    const document = compose([paragraph('Kế hoạch số 12/KH-SM')], [paragraph('ngày 03/3/2023.', { goesOn: true })]);
    expect(told(document)).toEqual([['body', 'Kế hoạch số 12/KH-SM ngày 03/3/2023.']]);
    expect(document.words.map(({ page: on, box }) => [on, box])).toEqual([1, 1, 1, 1, 2, 2].map((on) => [on, null]));
    expect(document.pages.map(({ text }) => text)).toEqual(['Kế hoạch số 12/KH-SM', 'ngày 03/3/2023.']);
  });

  it('parts lines that the writer broke, but for what plainly goes on', () => {
    expect(told(compose([paragraph('- Một việc;\n- Hai việc\nvẫn việc hai.')])).map(([, text]) => text)).toEqual([
      '- Một việc;',
      '- Hai việc vẫn việc hai.',
    ]);
  });

  it('takes a letterhead set with tabs, or in the head of the page; running heads leave the text', () => {
    const head = (text: string) => paragraph(text, { role: 'header' });
    expect(told(compose([paragraph('SỞ MẪU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')]))).toEqual([
      ['letterhead', 'SỞ MẪU'],
      ['letterhead', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ]);
    expect(told(compose([head('Số: 12/BC-SM'), paragraph('Lời văn.')])).map(([, text]) => text)).toContain(
      'Số: 12/BC-SM',
    );
    expect(told(compose([head('Trang 2'), paragraph('Lời văn.')])).map(([, text]) => text)).toEqual(['Lời văn.']);
  });
});
