import { describe, expect, it } from 'vitest';
import { readText } from '../../test/support/readText.js';
import type { DocumentText } from '../model/document-text.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { findParts } from '../structure/findParts.js';
import { findSections } from '../structure/findSections.js';
import { plainText } from '../text/plainText.js';
import { extractScores } from './extractScores.js';

const { pipeline } = loadPipeline('pctn-2023');

function scoresOf(source: string | DocumentText) {
  const text = typeof source === 'string' ? plainText(source) : source;
  const parts = findParts(text, pipeline);
  return extractScores({ text, parts, sections: findSections(text, parts, pipeline), pipeline });
}

const brief = (source: string | DocumentText) =>
  scoresOf(source).scores.map(({ criterion, claimed, max }) => `${criterion} ${claimed}/${max ?? '?'}`);

const title =
  'BÁO CÁO\nTự đánh giá công tác phòng, chống tham nhũng năm 2023\nI. ĐẶC ĐIỂM TÌNH HÌNH\nSở Mẫu có 5 phòng.\nII. ĐÁNH GIÁ CÔNG TÁC PCTN';
const partA =
  '1. Đánh giá việc lãnh đạo, chỉ đạo công tác PCTN; việc xây dựng và hoàn thiện chính sách, pháp luật về PCTN:';
const partB = '2. Đánh giá việc thực hiện các biện pháp phòng ngừa tham nhũng:';
const partB1 = '2.1. Công tác phòng ngừa tham nhũng trong cơ quan, tổ chức, đơn vị khu vực Nhà nước:';
const partB2 = '2.2. Công tác phòng ngừa tham nhũng trong doanh nghiệp, tổ chức khu vực ngoài Nhà nước:';
const partC = '3. Đánh giá việc phát hiện và xử lý tham nhũng:';
const partC1 = '3.1. Đánh giá việc phát hiện hành vi tham nhũng:';
const partC2 = '3.2. Đánh giá việc xử lý tham nhũng:';
const totals = '1. Điểm tự đánh giá công tác PCTN năm 2023:';
const closing =
  'III. TỰ ĐÁNH GIÁ CHUNG\nCông tác được duy trì.\nIV. KIẾN NGHỊ, ĐỀ XUẤT\nKhông có.\nSở Mẫu trân trọng báo cáo./.';
const report = (...lines: string[]) => [title, ...lines, closing].join('\n');

describe('a claim in a sentence is for the criterion', () => {
  it('of its section', () => {
    const source = report(
      partA,
      'Đã ban hành kế hoạch.',
      'Tự đánh giá đạt: 19,5/20 điểm',
      partB,
      partB1,
      'Điểm tự chấm: 27',
    );
    expect(brief(source)).toEqual(['A 19.5/20', 'B.1 27/?']);
  });

  it('of the heading that holds it', () => {
    expect(brief(report(`${partC1.slice(0, -1)} (12/12 điểm)`, 'Đã kiểm tra 3 phòng.'))).toEqual(['C.1 12/12']);
  });

  it('that its clause names by id', () => {
    expect(brief(report(totals, 'Tiêu chí A: 20/20 điểm; tiêu chí B.1: 27/27 điểm; Phần D: 9/10 điểm.'))).toEqual([
      'A 20/20',
      'B.1 27/27',
      'D 9/10',
    ]);
  });

  it('that its clause names by the number of a section', () => {
    const source = report(
      partB,
      partB1,
      'Tự chấm: 27/27 điểm',
      partB2,
      'Tự chấm: 3/3 điểm',
      'Tổng điểm mục 2: 30/30 điểm',
    );
    expect(brief(source)).toEqual(['B.1 27/27', 'B.2 3/3', 'B 30/30']);
  });

  it('that its bullet names, below the criterion of the section', () => {
    const source = report(
      partB,
      partB1,
      '- Kết quả thực hiện kiểm soát xung đột lợi ích: đã rà soát, tự chấm 2/2 điểm',
      '- Kết quả thực hiện quy tắc ứng xử:',
      'Đã ban hành quy tắc.',
      'Tự chấm: 1,5/2 điểm',
      'Tự đánh giá đạt: 26,5/27 điểm',
    );
    expect(brief(source)).toEqual(['B.1.6 2/2', 'B.1.8 1.5/2', 'B.1 26.5/27']);
  });

  it('of the section although another maximum is printed, where it is the only claim', () => {
    expect(brief(report(partC1, 'Đã kiểm tra.', 'Tự đánh giá đạt: 15/15 điểm'))).toEqual(['C.1 15/15']);
  });

  it('of no criterion where it prints the maximum of a part whose own heading is not seen', () => {
    const source = report(partC, 'Đã kiểm tra.', 'Tự đánh giá đạt: 12/12 điểm');
    expect(brief(source)).toEqual([]);
    expect(scoresOf(source).unplacedScores.map(({ claimed, max }) => [claimed, max])).toEqual([[12, 12]]);
  });

  it('of no criterion where several claims of a section cannot be told apart', () => {
    const found = scoresOf(report(partC1, '- Việc thứ nhất: tự chấm 5/5 điểm', '- Việc thứ hai: tự chấm 4/6 điểm'));
    expect(found.scores).toEqual([]);
    expect(found.unplacedScores.map(({ claimed, max }) => [claimed, max])).toEqual([
      [5, 5],
      [4, 6],
    ]);
  });

  it('of the section where its points are the sum of the others', () => {
    const source = report(partC1, '- Việc một: tự chấm 5', '- Việc hai: tự chấm 4', 'Tự chấm: 9');
    expect(brief(source)).toEqual(['C.1 9/?']);
  });
});

it('keeps a claim whose points could not be read', () => {
  const found = scoresOf(report(partC1, 'Tự đánh giá đạt: 1?/¿2 điểm'));
  expect(found.scores).toEqual([]);
  expect(found.unplacedScores).toMatchObject([{ criterion: 'C.1', claimed: null, blank: false }]);
});

describe('the total', () => {
  it.each([
    'Sở Mẫu tự chấm điểm đạt: 98,5 điểm/100.',
    'Tổng điểm tự đánh giá: 98,5/100 điểm.',
    'Tự chấm: 98,5 điểm',
    'Căn cứ Bộ chỉ số đánh giá công tác PCTN cấp tỉnh năm 2023, Sở Mẫu tự chấm điểm đạt: 98,5 điểm/100',
  ])('stands in its section: %s', (sentence) => {
    expect(brief(report(totals, sentence))).toEqual([expect.stringMatching(/^total 98.5\/(?:100|\?)$/)]);
  });

  it('may stand at the end of a criterion’s section', () => {
    expect(brief(report(partC1, 'Tự chấm: 12/12 điểm', 'Tổng điểm tự chấm: 97 điểm'))).toEqual([
      'C.1 12/12',
      'total 97/?',
    ]);
  });

  it('may stand in the closing remarks', () => {
    expect(brief(`${report(partC1)}\nTổng số điểm tự đánh giá: 97/100 điểm`)).toContain('total 97/100');
  });
});

const header = 'TT\tTiêu chí đánh giá\tĐiểm tối đa\tĐiểm tự chấm';
const rows = [
  '1\tĐánh giá việc lãnh đạo, chỉ đạo công tác PCTN; việc xây dựng và hoàn thiện chính sách, pháp luật về PCTN\t20\t19,5',
  '2.1\tCông tác phòng ngừa tham nhũng trong cơ quan, tổ chức, đơn vị khu vực Nhà nước\t27\t27',
  '2.2\tCông tác phòng ngừa tham nhũng trong doanh nghiệp, tổ chức khu vực ngoài Nhà nước\t3\t3',
  '3.1\tĐánh giá việc phát hiện hành vi tham nhũng\t12\t10',
];
const table = (...lines: string[]) =>
  `${report(partA, 'Đã ban hành kế hoạch.')}\nPHỤ LỤC\nBẢNG TỰ CHẤM ĐIỂM\n${lines.join('\n')}`;
const read = ['A 19.5/20', 'B.1 27/27', 'B.2 3/3', 'C.1 10/12'];

describe('a table of points', () => {
  it('gives a claim a row and the total', () => {
    expect(brief(table(header, ...rows, '\tTỔNG CỘNG\t100\t59,5'))).toEqual([...read, 'total 59.5/100']);
  });

  it.each<[string, string, (row: string) => string]>([
    [
      'with a column of the reviewer',
      'STT\tNội dung đánh giá\tĐiểm chuẩn\tĐiểm tự đánh giá\tĐiểm thẩm định\tMinh chứng',
      (row) => `${row}\t1\tKế hoạch`,
    ],
    [
      'with the claim before the maximum',
      'STT\tTiêu chí\tĐơn vị tự chấm\tĐiểm tối đa',
      (row) => row.replace(/\t([\d,]+)\t([\d,]+)$/, '\t$2\t$1'),
    ],
    ['without a column of numbers', 'Tiêu chí\tĐiểm tối đa\tTự chấm', (row) => row.replace(/^\S+\t/, '')],
    [
      'with one column for both',
      'TT\tTiêu chí\tĐiểm tự chấm/Điểm tối đa',
      (row) => row.replace(/\t([\d,]+)\t([\d,]+)$/, '\t$2/$1'),
    ],
    [
      'with the unit in the cells',
      header,
      (row) => row.replace(/(\d)(?=\t|$)/g, '$1 điểm').replace(/^(\S+) điểm/, '$1'),
    ],
    ['with a lost accent', 'TT\tTiêu chi đánh gia\tĐiểm tôi đa\tĐiểm tư chấm', (row) => row],
    [
      'with rubric ids',
      'Mã\tTiêu chí\tĐiểm tối đa\tTự chấm',
      (row) => row.replace('2.1', 'B.1').replace('2.2', 'B.2').replace('3.1', 'C.1').replace(/^1\t/, 'A\t'),
    ],
    [
      'with the maximum behind the title',
      'TT\tNội dung (điểm tối đa)\tĐiểm tự chấm\tGhi chú',
      (row) => row.replace(/\t([\d,]+)\t([\d,]+)$/, ' ($1 điểm)\t$2\t'),
    ],
    [
      'with groups beside the criteria, whose ids stand before their titles',
      'Nhóm\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm',
      (row) =>
        row
          .replace(/^1\t/, 'Chính sách\t')
          .replace(/^2\.(\d)\t/, '\tB.$1. ')
          .replace(/^3\.1\t/, 'Phát hiện\tC.1. '),
    ],
  ])('%s', (_, head, change) => expect(brief(table(head, ...rows.map(change)))).toEqual(read));

  it.each([
    ['over two years', ['TT\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm\t', '\t\t\tNăm 2022\tNăm 2023']],
    ['of each year', ['TT\tTiêu chí\tĐiểm tối đa\tTự chấm năm 2022\tTự chấm năm 2023']],
    ['of the year before, named alone', ['TT\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm (2022)\tĐiểm tự chấm']],
  ])('with the claims %s', (_, head) => {
    const lines = rows.map((row) => row.replace(/\t([\d,]+)$/, '\t1,5\t$1'));
    expect(brief(table(...head, ...lines))).toEqual(read);
  });

  it('with a header of two rows and numbered columns', () => {
    const head = ['TT\tTiêu chí\tĐiểm\t', '\t\tTối đa\tTự chấm', '(1)\t(2)\t(3)\t(4)'];
    expect(brief(table(...head, ...rows))).toEqual(read);
  });

  it('that goes on over a page, with or without its header again', () => {
    const [first = '', second = '', ...rest] = rows;
    expect(brief(table(header, first, `${second}\f${header}`, ...rest))).toEqual(read);
    expect(brief(table(header, first, `${second}\f${rest[0]}`, ...rest.slice(1)))).toEqual(read);
  });

  it('whose row goes on over a page', () => {
    const [first = '', second = '', ...rest] = rows;
    const cut = second.split('trong cơ quan');
    const parts = [`${cut[0]}\t27\t27`, '\ttrong cơ quan, tổ chức, đơn vị khu vực Nhà nước\t\t'];
    expect(brief(table(header, first, ...parts, ...rest))).toEqual(read);
  });

  it('whose header was lost', () => {
    expect(brief(table(...rows))).toEqual(read);
  });

  it('whose last row joins cells', () => {
    expect(brief(table(header, ...rows, 'TỔNG CỘNG (A+B+C+D)\t100\t59,5'))).toContain('total 59.5/100');
    expect(brief(table(header, ...rows, 'Tổng điểm bằng số\t\t100\t59,5'))).toContain('total 59.5/100');
    expect(brief(table(header, ...rows, '\tTổng cộng (100 điểm)\t\t59,5'))).toContain('total 59.5/100');
  });

  it.each<[string, string, readonly string[]]>([
    [
      'in brackets behind the name',
      'Mã số\tNội dung (thang điểm)\tĐơn vị tự chấm\tLý do',
      ['(12 điểm)', '(tối đa 20đ)', '(100 điểm)'],
    ],
    ['behind a dash', 'TT\tTên tiêu chí\tTự cho điểm\tGhi chú', ['- 12 điểm', '– Tối đa: 20', '- 100 điểm']],
    ['nowhere', 'STT\tChỉ tiêu\tĐiểm tự đánh giá\tCăn cứ', ['', '', '']],
  ])('that prints its maxima %s', (_, head, [first = '', second = '', whole = '']) => {
    const lines = [
      `3.1\tĐánh giá việc phát hiện hành vi tham nhũng ${first}\t10\t02 cuộc`,
      `3.2\tĐánh giá việc xử lý tham nhũng ${second}\t19,5\t`,
      `\tTổng cộng ${whole}\t96,5\t`,
    ];
    const [one, two, all] = first === '' ? ['?', '?', '?'] : ['12', '20', '100'];
    expect(brief(table(head, ...lines))).toEqual([`C.1 10/${one}`, `C.2 19.5/${two}`, `total 96.5/${all}`]);
  });

  it('whose column of points names nobody, beside the maxima', () => {
    const head = 'TT\tNhóm việc\tĐiểm tối đa\tSố điểm';
    expect(brief(table(head, ...rows))).toEqual(read);
    // Points taken off are not points claimed.
    expect(brief(table('TT\tTiêu chí\tĐiểm tối đa\tĐiểm trừ', ...rows))).toEqual([]);
  });

  it('whose groups are joined in the first column, the ids before the names', () => {
    const grouped = [
      'Nhóm\tTên tiêu chí\tĐiểm chuẩn\tTự chấm\tDiễn giải',
      'Phát hiện, xử lý\tC.1. Tự kiểm tra nội bộ\t12\t11\t04 cuộc',
      '\tC.2 Kỷ luật người vi phạm\t20\t20\t',
      'A. Phần khác\tD.1) Thu qua thanh tra\t5\t4\t',
      'Cộng chung\t\t\t\t',
      'Tổng cộng\t\t100\t98\t',
    ];
    expect(brief(table(...grouped))).toEqual(['C.1 11/12', 'C.2 20/20', 'D.1 4/5', 'total 98/100']);
  });

  it('whose ids stand in a column of a heading of its own, believed beside the rubric’s maximum', () => {
    const head = 'Phần\tKý tự\tNội dung\tMức điểm\tĐiểm tự chấm';
    const lines = ['III\tC.1\tTự kiểm tra\t12\t11', '\tC.2\tKỷ luật\t20\t18', '\tC.3\tViệc khác\t2\t1'];
    expect(brief(table(head, ...lines))).toEqual(['C.1 11/12', 'C.2 18/20']);
  });

  it.each([
    'Tổng điểm ghi bằng số\t\t98\t100\t',
    '\tTổng số điểm toàn cơ quan\t98\t100\t',
    'Tổng điểm\t98\t100\t\t',
    '\tTổng điểm\t\t98\t100',
    'TỔNG\t98\t100\t',
    '\t\t98\t100\t',
  ])('whose claim stands before the maximum and whose last row is %j', (last) => {
    const head = 'TT\tTiêu chí\tTự chấm\tTối đa\tMinh chứng';
    const lines = rows.map((row) => `${row.replace(/\t([\d,]+)\t([\d,]+)$/, '\t$2\t$1')}\t`);
    expect(brief(table(head, ...lines, last))).toEqual([...read, 'total 98/100']);
  });

  it('gives its columns to no other table, which has a header of its own', () => {
    const other = `Các đơn vị:\nTT\tTên đơn vị\tSố người\tSố việc\n1\tĐội số một\t30\t20\n\tTổng cộng\t100\t45`;
    expect(brief(`${table(header, ...rows)}\n${other}`)).toEqual(read);
  });

  it('never moves a number into the empty cell of a claim', () => {
    const lines = [...rows.map((row) => `${row}\t`), '\tTổng cộng\t100\t\t2'];
    const found = scoresOf(table('TT\tTiêu chí\tTối đa\tTự chấm\tGhi chú', ...lines));
    expect(found.scores.map(({ criterion }) => criterion)).not.toContain('total');
    expect(found.unplacedScores).toMatchObject([{ criterion: 'total', claimed: null, blank: true }]);
  });

  it('with rows for parts and their sums', () => {
    const withParts = [
      'A\tTIÊU CHÍ ĐÁNH GIÁ VIỆC LÃNH ĐẠO, CHỈ ĐẠO\t20\t19,5',
      ...rows.slice(1, 3),
      '\tCộng mục B\t30\t30',
    ];
    expect(brief(table(header, ...withParts))).toEqual(['A 19.5/20', 'B.1 27/27', 'B.2 3/3', 'B 30/30']);
  });

  it('never guesses an empty cell', () => {
    const found = scoresOf(table(header, ...rows.slice(0, 3), '3.1\tĐánh giá việc phát hiện hành vi tham nhũng\t12\t'));
    expect(found.scores.map(({ criterion }) => criterion)).toEqual(['A', 'B.1', 'B.2']);
    expect(found.unplacedScores).toMatchObject([{ criterion: 'C.1', claimed: null, max: 12 }]);
    expect(found.notAssessed).toEqual([]);
  });

  it('keeps what it cannot read and what it cannot place', () => {
    const found = scoresOf(
      table(
        header,
        ...rows.slice(0, 3),
        '3.1\tĐánh giá việc phát hiện hành vi tham nhũng\t12\t¿?',
        '9\tViệc khác\t5\t4',
      ),
    );
    expect(found.unplacedScores).toMatchObject([
      { criterion: 'C.1', claimed: null },
      { criterion: null, claimed: 4, max: 5 },
    ]);
  });

  it.each(['-', '–', 'Không đánh giá', 'không phát sinh', 'KĐG'])(
    'a printed %s is no claim but not assessed',
    (mark) => {
      const found = scoresOf(
        table(header, ...rows.slice(0, 3), `3.1\tĐánh giá việc phát hiện hành vi tham nhũng\t12\t${mark}`),
      );
      expect(found.notAssessed.map(({ criterion }) => criterion)).toEqual(['C.1']);
      expect(found.unplacedScores).toEqual([]);
    },
  );

  it('stands beside the sentences: both mentions are kept, in order', () => {
    const source = table(header, ...rows).replace('Đã ban hành kế hoạch.', 'Tự đánh giá đạt: 19,5/20 điểm');
    const found = scoresOf(source).scores.filter(({ criterion }) => criterion === 'A');
    expect(found.map(({ source: from }) => from)).toEqual(['sentence', 'table']);
  });

  it('of other things gives nothing', () => {
    expect(brief(table('TT\tTên phòng\tSố người', '1\tVăn phòng\t12', '2\tThanh tra\t5'))).toEqual([]);
  });
});

it('a criterion that the text says is not assessed', () => {
  const found = scoresOf(
    report(partC, partC1, 'Tiêu chí này không đánh giá.', partC2, 'Điểm tự chấm: không phát sinh'),
  );
  expect(found.notAssessed.map(({ criterion }) => criterion)).toEqual(['C.1', 'C.2']);
});

it('a criterion is not assessed where a clause says so and nothing else', () => {
  const found = scoresOf(
    report(partC, partC1, 'Không thuộc phạm vi đánh giá của Sở.', partC2, 'Không phát sinh nên không chấm điểm.'),
  );
  expect(found.notAssessed.map(({ criterion }) => criterion)).toEqual(['C.1', 'C.2']);
  const other = report(partC1, 'Không đánh giá hình thức, chiếu lệ.', 'Các cuộc kiểm tra không đánh giá lại tài sản.');
  expect(scoresOf(other).notAssessed).toEqual([]);
});

it('a sentence that denies a case does not say that the criterion is not assessed', () => {
  expect(scoresOf(report(partC1, 'Trong năm không phát sinh vụ việc tham nhũng.')).notAssessed).toEqual([]);
});

describe('a score is doubtful', () => {
  const source = report(partC1, 'Tự đánh giá đạt: 12/12 điểm', partB2, 'Tự đánh giá đạt: 33 điểm');

  it('where its digits were read with little confidence', () => {
    const found = scoresOf(readText(source, ['12/12'])).scores;
    expect(found.map(({ criterion, doubtful }) => [criterion, doubtful])).toContainEqual(['C.1', true]);
  });

  it('not where only other words of its sentence were', () => {
    const found = scoresOf(readText(source, ['giá', 'điểm'])).scores;
    expect(found.find(({ criterion }) => criterion === 'C.1')?.doubtful).toBe(false);
  });

  it('where a picture’s slash seems lost, not in a typed text', () => {
    const doubts = (text: string | DocumentText) =>
      scoresOf(text).scores.find(({ criterion }) => criterion === 'B.2')?.doubtful;
    expect(doubts(readText(source))).toBe(true);
    expect(doubts(source)).toBe(false);
  });
});
