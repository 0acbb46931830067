import { describe, expect, it } from 'vitest';
import { sheet, turned } from '../../test/support/drawPages.js';
import { type DocumentText, textOf } from '../model/document-text.js';
import type { PageReading } from '../model/page.js';
import { loadVocabulary } from '../pipeline/loadVocabulary.js';
import { composeText } from './composeText.js';

const compose = (...pages: PageReading[]) => composeText(pages, loadVocabulary().text);

/** Rows of a table as their cells' texts. */
function rowsOf(document: DocumentText, table = 0): string[][] {
  return document.paragraphs
    .filter((paragraph) => paragraph.table === table)
    .map((paragraph) => (paragraph.cells ?? []).map((cell) => textOf(document, cell)));
}

const paragraphsOf = (document: DocumentText) => document.paragraphs.map((paragraph) => textOf(document, paragraph));

const edges = [236, 340, 1100, 1320, 1540];
const head = ['STT', 'Nội dung tiêu chí', 'Điểm tối đa', 'Điểm tự chấm'];
const long = 'Công khai, minh bạch trong tổ chức và hoạt động của cơ quan, đơn vị thuộc thẩm quyền quản lý';

describe('composeText: tables', () => {
  it('puts the lines of a cell together, column by column', () => {
    const page = sheet(1)
      .table(edges, [head, ['1', long, '12,5', '10']])
      .reading();
    expect(rowsOf(compose(page))).toEqual([head, ['1', long, '12,5', '10']]);
  });

  it.each([-1.5, 1.5])('reads a ruled table that lies %s° askew', (degrees) => {
    const page = turned(
      sheet(1)
        .paragraph(long)
        .paragraph(long)
        .table(edges, [head, ['1', long, '12,5', '10'], ['2', 'Ngắn', '5', '']])
        .reading(),
      degrees,
    );
    expect(rowsOf(compose(page))).toEqual([head, ['1', long, '12,5', '10'], ['2', 'Ngắn', '5', '']]);
  });

  it('keeps empty cells in their columns', () => {
    const page = sheet(1)
      .table(edges, [head, ['', 'Tổng cộng', '100', '']])
      .reading();
    const document = compose(page);
    expect(rowsOf(document)[1]).toEqual(['', 'Tổng cộng', '100', '']);
    expect(document.paragraphs[1]?.cells?.[0]).toMatchObject({ column: 0, start: document.paragraphs[1]?.start });
  });

  it('goes on over the page’s end, with its head repeated or not', () => {
    const one = sheet(1)
      .table(edges, [head, ['1', long, '5', '5']])
      .reading();
    const two = sheet(2)
      .table(edges, [head, ['2', 'Cải cách hành chính', '5', '4']])
      .reading();
    const three = sheet(3)
      .table(edges, [['3', 'Chuyển đổi số', '5', '3']])
      .reading();
    const document = compose(one, two, three);
    expect(rowsOf(document)).toHaveLength(5);
    expect(document.paragraphs.map(({ page }) => page)).toEqual([1, 1, 2, 2, 3]);
  });

  it('joins a row that the page’s end cuts', () => {
    const one = sheet(1)
      .table(edges, [head, ['1', 'Công khai, minh bạch trong tổ chức', '5', '5']])
      .reading();
    const two = sheet(2)
      .table(edges, [
        ['', 'và hoạt động của đơn vị', '', ''],
        ['2', 'Cải cách', '5', '4'],
      ])
      .reading();
    expect(rowsOf(compose(one, two))[1]).toEqual([
      '1',
      'Công khai, minh bạch trong tổ chức và hoạt động của đơn vị',
      '5',
      '5',
    ]);
  });

  it('is another table where text stands between', () => {
    const page = sheet(1)
      .table(edges, [head])
      .paragraph(long)
      .table(edges, [['1', 'A', '5', '5']])
      .reading();
    const document = compose(page);
    expect(rowsOf(document, 0)).toHaveLength(1);
    expect(rowsOf(document, 1)).toHaveLength(1);
  });

  it('reads a landscape page', () => {
    const wide = [200, 320, 1300, 1700, 2100];
    const page = sheet(1, { landscape: true })
      .table(wide, [head, ['1', `${long}, ${long}`, '5', '5']])
      .reading();
    expect(rowsOf(compose(page))[1]?.[1]).toBe(`${long}, ${long}`);
  });

  it('knows a table without rulings by its heading and white strips', () => {
    const rows = [
      head,
      ['1', long, '12', '10'],
      ['2.1', 'Cải cách hành chính', '5', '4'],
      ['2.2', 'Chuyển đổi số', '3', '3'],
      ['', 'Tổng cộng', '20', '17'],
    ];
    const page = sheet(1, { origin: 'ocr' }).table(edges, rows, false).paragraph(long).reading();
    const document = compose(page);
    expect(rowsOf(document)).toEqual(rows);
    expect(textOf(document, document.paragraphs.at(-1) ?? { start: 0, end: 0 })).toBe(long);
  });

  it('reads heads that are centred on each other, and leaves the heading below to the text', () => {
    const page = sheet(1, { origin: 'ocr' });
    const top = page.y;
    page.line('Điểm', { x: 1110, y: top }).line('Điểm', { x: 1330, y: top });
    page.line('TT', { x: 246, y: top + 28 }).line('Nội dung', { x: 600, y: top + 28 });
    page.line('tối đa', { x: 1110, y: top + 56 }).line('tự chấm', { x: 1330, y: top + 56 });
    page.y = top + 120;
    const rows = [
      ['1', long, '12', '10'],
      ['2', 'Cải cách hành chính', '5', '4'],
    ];
    page.table(edges, rows, false).line('C. NHẬN XÉT CHUNG', { x: 290 }).paragraph(long);
    const document = compose(page.reading());
    expect(rowsOf(document)).toEqual([['TT', 'Nội dung', 'Điểm tối đa', 'Điểm tự chấm'], ...rows]);
    expect(paragraphsOf(document).slice(-2)).toEqual(['C. NHẬN XÉT CHUNG', long]);
  });

  it('does not take two lines with wide gaps for a table', () => {
    const page = sheet(1).columns('TT Nội dung', 'Điểm').columns('A', 'B').paragraph(long).reading();
    expect(compose(page).paragraphs.some(({ kind }) => kind === 'table-row')).toBe(false);
  });

  it('does not take a frame around the page for a table', () => {
    const page = sheet(1).paragraph(long).reading();
    const box = (left: number, top: number, right: number, bottom: number) => [left, top, right, bottom] as const;
    const framed: PageReading = {
      ...page,
      rulings: [
        { direction: 'horizontal', box: box(0.05, 0.03, 0.95, 0.031) },
        { direction: 'horizontal', box: box(0.05, 0.97, 0.95, 0.971) },
        { direction: 'vertical', box: box(0.05, 0.03, 0.051, 0.97) },
        { direction: 'vertical', box: box(0.949, 0.03, 0.95, 0.97) },
      ],
    };
    expect(compose(framed).text).toBe(long);
  });
});
