import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocxXml, docxOf, inList, para } from '../../../test/support/docxOf.js';
import { zipOf } from '../../../test/support/zipOf.js';
import type { PageReading } from '../../model/page.js';
import { openReader, type Reader } from '../openReader.js';
import { surveySource } from '../source/openSource.js';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

/** The blocks of a page as lines: cells by `|`, their paragraphs by `/`. */
const linesOf = ({ blocks = [] }: PageReading) =>
  blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.cells.map((cell) => cell.join(' / ')).join(' | '),
  );

async function linesIn(xml: DocxXml): Promise<readonly (readonly string[])[]> {
  const bytes = await docxOf(xml);
  const { pages } = await surveySource(bytes);
  const lines: (readonly string[])[] = [];
  for (const { number } of pages) lines.push(linesOf(await reader.read(bytes, number)));
  return lines;
}

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const numbering = `
  <w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.', '<w:pStyle w:val="Muc"/>')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.')}${level(3, 'decimal', '%1.%4.', '<w:isLgl/>')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'lowerLetter', '%1)')}${level(1, 'bullet', '-', '<w:suff w:val="space"/>')}${level(2, 'bullet', '')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>`;
const styles = `
  <w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:jc w:val="center"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>`;

describe('the numbers of lists, which Word counts and does not write', () => {
  it.each([
    [
      'levels count by themselves and begin anew below each other',
      [
        para('A', inList(1)),
        para('a', inList(1, 1)),
        para('b', inList(1, 1)),
        para('c', inList(1, 2)),
        para('B', inList(1)),
        para('d', inList(1, 1)),
        para('e', inList(1, 2)),
      ],
      ['I. A', '1. a', '2. b', '2.1. c', 'II. B', '1. d', '1.1. e'],
    ],
    [
      'text between them does not stop the count, nor does another list of the same kind',
      [para('A', inList(1)), para('lời văn'), para('B', inList(4)), para('C', inList(1))],
      ['I. A', 'lời văn', 'II. B', 'III. C'],
    ],
    [
      'a level may show higher ones as plain numbers',
      [para('A', inList(1)), para('B', inList(1)), para('a', inList(1, 3))],
      ['I. A', 'II. B', '2.1. a'],
    ],
    [
      'a list may begin anew',
      [para('x', inList(2)), para('y', inList(2)), para('z', inList(3))],
      ['a) x', 'b) y', 'a) z'],
    ],
    [
      'bullets are shown, those of symbol fonts as a dot',
      [para('x', inList(2, 1)), para('y', inList(2, 2))],
      ['- x', '• y'],
    ],
    [
      'a style puts its paragraphs into a list, and a paragraph may step out of it',
      [
        para('A', '<w:pStyle w:val="Muc"/>'),
        para('B', '<w:pStyle w:val="MucCon"/>'),
        para('C', `<w:pStyle w:val="Muc"/>${inList(0)}`),
      ],
      ['I. A', 'II. B', 'C'],
    ],
  ])('%s', async (_case, paragraphs, lines) => {
    expect(await linesIn({ body: paragraphs.join(''), numbering, styles })).toEqual([lines]);
  });
});

describe('a Word file', () => {
  const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

  it('gives tables by rows and columns, merged cells in their first place, numbers of empty cells too', async () => {
    const table = `<w:tbl>${[
      row(cell(para('TT')), cell(para('Điểm'), '<w:gridSpan w:val="2"/>')),
      row(
        cell(para('', inList(2))),
        cell(para('Tối đa') + para('20')),
        cell(para('19'), '<w:vMerge w:val="restart"/>'),
      ),
      row(
        cell(para('', inList(2))),
        cell(`<w:tbl>${row(cell(para('trong')), cell(para('bảng')))}</w:tbl>`),
        cell(para(''), '<w:vMerge/>'),
      ),
    ].join('')}</w:tbl>`;
    expect(await linesIn({ body: table, numbering })).toEqual([
      ['TT | Điểm | ', 'a) | Tối đa / 20 | 19', 'b) | trong / bảng | '],
    ]);
  });

  it('leaves out what was deleted, hidden or is but an instruction, and keeps what was added', async () => {
    const runs = [
      '<w:r><w:t xml:space="preserve">Kế hoạch </w:t></w:r>',
      '<w:del><w:r><w:delText>số 1</w:delText></w:r></w:del>',
      '<w:ins><w:r><w:t>số 2</w:t></w:r></w:ins>',
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>',
      '<w:r><w:instrText>PAGE</w:instrText></w:r>',
      '<w:hyperlink><w:r><w:t>/KH</w:t><w:noBreakHyphen/><w:t>STS</w:t></w:r></w:hyperlink>',
      '<w:r><w:rPr><w:caps/></w:rPr><w:t xml:space="preserve"> đã ký</w:t></w:r>',
    ];
    expect(await linesIn({ body: `<w:p>${runs.join('')}</w:p>` })).toEqual([['Kế hoạch số 2/KH-STS ĐÃ KÝ']]);
  });

  it('gives notes behind the paragraph that they belong to, and text boxes once', async () => {
    const box = `<w:txbxContent>${para('trong khung')}</w:txbxContent>`;
    const drawing = `<mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    const body = `<w:p><w:r><w:t>Công chức</w:t><w:footnoteReference w:id="2"/></w:r><w:r>${drawing}</w:r></w:p>${para('sau')}`;
    const footnotes = `<w:footnote w:id="2">${para(' Tính cả hợp đồng.')}</w:footnote>`;
    expect(await linesIn({ body, footnotes })).toEqual([['Công chức', '1 Tính cả hợp đồng.', 'trong khung', 'sau']]);
  });

  it('ends pages where the writer set it, or where Word last showed it, never both', async () => {
    const set = '<w:r><w:br w:type="page"/></w:r>';
    const shown = '<w:r><w:lastRenderedPageBreak/></w:r>';
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    expect(
      await linesIn({ body: `<w:p>${run('một')}${set}${run('hai')}</w:p>${para('ba', '<w:pageBreakBefore/>')}` }),
    ).toEqual([['một'], ['hai'], ['ba']]);
    const body = `${para('một')}<w:p>${set}</w:p><w:p><w:pPr>${inList(1)}</w:pPr>${shown}${run('hai')}${shown}${run('tiếp')}</w:p>`;
    expect(await linesIn({ body, numbering })).toEqual([['một'], ['I. hai'], ['tiếp']]);
  });

  it('knows the size of its pages, and boxes of nothing', async () => {
    const landscape = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>';
    const bytes = await docxOf({ body: para('một', landscape) + para('hai') });
    expect((await surveySource(bytes)).pages.map(({ width, height }) => [width, height])).toEqual([
      [2339, 1654],
      [1654, 2339],
    ]);
    expect(await reader.read(bytes, 1)).toMatchObject({
      origin: 'text',
      reason: 'document-text',
      lines: [],
      confidence: 1,
    });
  });

  it('says what it holds besides its text, and how much of the page that may be', async () => {
    const drawing = (content: string, across: number, down: number) =>
      `<w:p><w:r><w:drawing><wp:inline xmlns:wp="p"><wp:extent cx="${across * 360_000}" cy="${down * 360_000}"/>${content}</wp:inline></w:drawing></w:r></w:p>`;
    const blip = '<a:blip xmlns:a="a"/>';
    const text = para('Kết quả chấm điểm của đơn vị trong năm như sau:');
    const shape = (style: string) =>
      `<w:p><w:r><w:pict><v:shape xmlns:v="v" style="${style}"><v:imagedata/></v:shape></w:pict></w:r></w:p>`;
    const read = async (body: string) => reader.read(await docxOf({ body: text + body }), 1);
    const table = await read(drawing(blip, 15, 10));
    expect(table).toMatchObject({ origin: 'text', unread: [{ box: [0, 0, 1, 1], marks: 600, kind: 'picture' }] });
    expect(table.coverage).toBeLessThan(0.2);
    expect(await read(drawing(blip, 4, 4))).toMatchObject({ unread: [{ marks: 0, kind: 'picture' }], coverage: 1 });
    expect((await read(shape('width:30mm;height:1in'))).unread).toMatchObject([{ marks: 0 }]);
    expect((await read(shape('position:absolute;width:360pt;height:20cm'))).unread).toMatchObject([{ marks: 1016 }]);
    expect((await read(drawing('<c:chart xmlns:c="c"/>', 12, 8))).unread).toMatchObject([{ kind: 'chart' }]);
    expect((await read('<w:altChunk/>')).unread).toMatchObject([{ kind: 'inserted-file' }]);
    const formula = await read(
      '<w:p><m:oMathPara xmlns:m="m"><m:oMath><m:r><m:t>1</m:t></m:r></m:oMath></m:oMathPara></w:p>',
    );
    expect(formula.unread).toMatchObject([{ kind: 'formula' }]);
  });

  it('keeps what hangs on the cells of a table: text boxes, notes', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${para('trong khung')}</w:txbxContent></w:pict></w:r>`;
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const body = `<w:tbl>${row(cell(`<w:p><w:r><w:t>ô một</w:t></w:r>${note}${box}</w:p>`), cell(para('ô hai')))}</w:tbl>`;
    const footnotes = `<w:footnote w:id="2">${para('Chú thích.')}</w:footnote>`;
    expect(await linesIn({ body, footnotes })).toEqual([['ô một | ô hai', '1 Chú thích.', 'trong khung']]);
  });

  it('is read where its fonts are older than Unicode, named by a run, a style or the whole file', async () => {
    const run = (text: string, properties = '') =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const face = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
    const old = `<w:docDefaults><w:rPrDefault><w:rPr>${face('VNI-Times')}</w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:styleId="Hoa"><w:rPr>${face('.VnTimeH')}</w:rPr></w:style>`;
    const body = `<w:p>${run('baùo ', '')}${run('c¸o sè 12 ', face('.VnTime'))}${run('năm', face('Times New Roman'))}</w:p>${para('tæng hîp', '<w:pStyle w:val="Hoa"/>')}`;
    expect(await linesIn({ body, styles: old })).toEqual([['báo cáo số 12 năm', 'TỔNG HỢP']]);
  });

  it('may write its text as it likes in XML', async () => {
    expect(await linesIn({ body: '<w:p><w:r><w:t><![CDATA[thu & chi]]></w:t></w:r></w:p>' })).toEqual([['thu & chi']]);
  });

  it('whose page is but a picture says that it was not read', async () => {
    const bytes = await docxOf({ body: '<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>' });
    await expect(reader.read(bytes, 1)).rejects.toMatchObject({ code: 'page-unreadable' });
  });
});

describe('what only looks like a Word file', () => {
  const withBody = (document: string) =>
    zipOf([
      { name: '_rels/.rels', content: '<R><Relationship Type="x/officeDocument" Target="word/document.xml"/></R>' },
      { name: 'word/document.xml', content: document },
    ]);
  it.each([
    ['a package of something else', () => zipOf([{ name: 'a.txt', content: 'x' }]), 'not-a-document'],
    ['XML that breaks off', () => withBody('<w:document><w:body>'), 'truncated'],
    [
      'entities, of which one may be a bomb',
      () => withBody('<!DOCTYPE x [<!ENTITY a "aaaa">]><document>&a;</document>'),
      'truncated',
    ],
    ['elements without end inside each other', () => withBody('<w:document>'.repeat(5_000)), 'too-large'],
    ['a package cut short', async () => (await docxOf({ body: para('x') })).subarray(0, 200), 'truncated'],
  ])('%s is refused', async (_case, make, code) => {
    await expect(surveySource(await make())).rejects.toMatchObject({ code });
  });
});
