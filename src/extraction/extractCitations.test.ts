import { describe, expect, it } from 'vitest';
import type { DocumentText, Paragraph, PlacedWord } from '../model/document-text.js';
import type { Citation, Identity, Section } from '../model/facts.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { plainText } from '../text/plainText.js';
import { extractCitations } from './extractCitations.js';

const { pipeline } = loadPipeline('pctn-2023');

const healthDepartment: Identity = {
  agency: 'Sở Y tế',
  abbreviation: 'SYT',
  number: '610/BC-SYT',
  numberSpan: null,
  date: '2023-12-28',
  dateSpan: null,
  year: 2023,
  title: null,
  place: null,
  signer: null,
  signerSpan: null,
  signatures: [],
  unread: [],
};
const district: Identity = {
  ...healthDepartment,
  agency: 'UBND quận Lê Chân',
  abbreviation: 'UBND',
  number: '99/BC-UBND',
};

interface Options {
  readonly identity?: Identity;
  readonly sections?: readonly Section[];
  readonly change?: (text: DocumentText) => DocumentText;
}

function citationsOf(
  report: string,
  { identity = healthDepartment, sections = [], change = (text) => text }: Options = {},
) {
  const text = change(plainText(report));
  const parts = { coveringLetter: null, report: { start: 0, end: text.text.length }, appendices: [], attached: [] };
  return extractCitations({ text, parts, sections, pipeline }, identity);
}

function only(report: string, options: Options = {}): Citation {
  const [citation, ...others] = citationsOf(report, options);
  if (citation === undefined || others.length > 0) throw new Error(`one citation was meant: ${report}`);
  return citation;
}

/** The text as a scan: each word with a box, read with the confidence given for it, else with 0.95. */
function scanned(confidences: Readonly<Record<string, number>> = {}) {
  return (text: DocumentText): DocumentText => {
    const words: PlacedWord[] = [...text.text.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      page: 1,
      box: [0.1, 0.1, 0.2, 0.12],
      confidence: confidences[match[0]] ?? 0.95,
    }));
    return { ...text, words };
  };
}

describe('whose document it is', () => {
  it.each<[string, string, Identity, Citation['provenance']]>([
    ['the agency’s symbol', 'Sở đã ban hành Kế hoạch số 12/KH-SYT về PCTN', healthDepartment, 'own'],
    ['the agency’s symbol, carried out', 'Thực hiện Kế hoạch số 12/KH-SYT, Sở đã kiểm tra', healthDepartment, 'own'],
    ['a công văn of the agency', 'theo Công văn số 12/SYT-NVY', healthDepartment, 'own'],
    ['a unit of the agency', 'theo Thông báo số 12/TB-VP', healthDepartment, 'own'],
    ['another agency’s symbol', 'theo Kế hoạch số 12/KH-STC', healthDepartment, 'other'],
    ['the superior', 'Thực hiện Kế hoạch số 12/KH-UBND của UBND thành phố', healthDepartment, 'other'],
    ['the head of the agency', 'Kế hoạch số 12/KH-SYT của Giám đốc Sở Y tế', healthDepartment, 'own'],
    ['the agency’s symbol, its head', 'Viện trưởng ban hành Kế hoạch số 12/KH-SYT', healthDepartment, 'own'],
    [
      'the agency’s symbol, its head of a like name',
      'Tổng cục trưởng ban hành Kế hoạch số 12/KH-TCĐL',
      { ...healthDepartment, agency: 'Tổng cục Đo lường', abbreviation: 'TCĐL', number: '245/BC-TCĐL' },
      'own',
    ],
    ['the agency’s symbol, its council', 'Hội đồng khoa học ban hành Kế hoạch số 12/KH-SYT', healthDepartment, 'own'],
    ['a shared symbol, a head', 'Chủ tịch ban hành Kế hoạch số 12/KH-UBND', district, 'own'],
    [
      'the agency’s symbol, another issuer',
      'Kế hoạch số 12/KH-SYT của Sở Y tế tỉnh Thái Bình và',
      { ...healthDepartment, agency: 'Sở Y tế Hải Phòng' },
      'other',
    ],
    [
      'a shared symbol of its own',
      'UBND quận đã ban hành Kế hoạch số 12/KH-UBND',
      { ...district, agency: 'UBND quận Lê Chân' },
      'own',
    ],
    ['a shared symbol, used by the way', 'chi tiêu theo Quyết định số 12/QĐ-UBND', district, 'own'],
    ['a shared symbol, carried out', 'Thực hiện Kế hoạch số 12/KH-UBND về PCTN', district, 'other'],
    [
      'a shared symbol of another issuer',
      'theo Kế hoạch số 12/KH-UBND của UBND thành phố Hải Phòng',
      district,
      'other',
    ],
    ['a decree', 'theo Nghị định số 59/2019/NĐ-CP', healthDepartment, 'law'],
    ['a law by name', 'theo Luật PCTN năm 2018', healthDepartment, 'law'],
    ['a normative decision', 'theo Quyết định số 17/2023/QĐ-UBND', healthDepartment, 'law'],
    ['the Party', 'quán triệt Chỉ thị số 50-CT/TW', healthDepartment, 'party'],
    [
      'a Party committee’s own code',
      'đã ban hành Kế hoạch số 65-KH/ĐUK',
      { ...healthDepartment, agency: 'Đảng ủy Khối', abbreviation: 'ĐUK', number: '245-BC/ĐUK' },
      'own',
    ],
    ['the Prime Minister', 'theo Chỉ thị số 10/CT-TTg', healthDepartment, 'other'],
  ])('%s', (_, report, identity, provenance) => expect(only(report, { identity }).provenance).toBe(provenance));

  it('learns the agency’s code from what it cites most where its own number is unread', () => {
    const unread = { ...healthDepartment, agency: null, abbreviation: null, number: null };
    const report = 'Kế hoạch số 12/KH-SXD; Quyết định số 13/QĐ-SXD; Thông báo số 14/TB-SXD; Kế hoạch số 15/KH-UBND';
    expect(citationsOf(report, { identity: unread }).map(({ provenance }) => provenance)).toEqual([
      'own',
      'own',
      'own',
      'other',
    ]);
  });
});

it('a number of a list without its type is told by a code that stands elsewhere', () => {
  const list = 'Kế hoạch số 12/KH-CCKL\n1\t640/CCKL-VP\n2\t641/CCBV-VP';
  expect(citationsOf(list).map(({ full }) => full)).toEqual(['12/KH-CCKL', '640/CCKL-VP']);
});

describe('what the sentence says of a document', () => {
  it.each([
    ['Thực hiện Kế hoạch số 12/KH-SYT', true],
    ['Căn cứ Quyết định số 12/QĐ-SYT', true],
    ['triển khai nghiêm túc các nội dung của Kế hoạch số 12/KH-SYT', true],
    ['đã ban hành Kế hoạch số 12/KH-SYT', false],
    ['thực hiện kê khai theo Kế hoạch số 12/KH-SYT', false],
    ['kết quả thi hành án nêu tại Báo cáo số 12/BC-SYT', false],
  ])('%j is carried out: %j', (report, expected) => expect(only(report).carriedOut).toBe(expected));

  it('members of a list follow its first', () => {
    const report =
      'Thực hiện Kế hoạch số 12/KH-UBND ngày 1/2/2023 và Kế hoạch số 13/KH-UBND, Sở đã ban hành Kế hoạch số 14/KH-SYT';
    expect(citationsOf(report).map(({ carriedOut }) => carriedOut)).toEqual([true, true, false]);
  });

  it.each([
    [
      'Kế hoạch số 12/KH-SYT ngày 1/2/2023 về công tác phòng, chống tham nhũng, tiêu cực năm 2023; tổ chức',
      'công tác phòng, chống tham nhũng, tiêu cực năm 2023',
    ],
    [
      'Quyết định số 12/QĐ-SYT của Sở Y tế về việc ban hành Quy chế chi tiêu nội bộ, đơn vị đã',
      'ban hành Quy chế chi tiêu nội bộ',
    ],
    [
      'Văn bản số 12/SYT-VP V/v báo cáo kết quả chuyển đổi vị trí công tác.',
      'báo cáo kết quả chuyển đổi vị trí công tác',
    ],
    [
      'Quyết định số 12/QĐ-SYT phê duyệt danh sách người kê khai tài sản, thu nhập.',
      'phê duyệt danh sách người kê khai tài sản, thu nhập',
    ],
    [
      'Chỉ thị số 50-CT/TW của Bộ Chính trị về “Tăng cường lãnh đạo; xử lý vụ việc” và',
      'Tăng cường lãnh đạo; xử lý vụ việc',
    ],
    ['Kế hoạch số 12/KH-SYT đã được triển khai', null],
  ])('title of %j', (report, title) => expect(only(report).title).toBe(title));
});

describe('dates', () => {
  it.each<[string, Citation['dateStatus'], string | null]>([
    ['Kế hoạch số 12/KH-SYT ngày 5/1/2023', 'valid', '5/1/2023'],
    ['Kế hoạch số 12/KH-SYT ngày 31/6/2023', 'impossible', '31/6/2023'],
    ['Kế hoạch số 12/KH-SYT ngày 5/13/2023', 'impossible', '5/13/2023'],
    ['Kế hoạch số 12/KH-SYT năm 2023', 'partial', 'năm 2023'],
    ['Kế hoạch số 12/KH-SYT', 'none', null],
  ])('%j is %s', (report, dateStatus, dateText) => expect(only(report)).toMatchObject({ dateStatus, dateText }));
});

it.each<[string, string, readonly (string | null)[]]>([
  [
    'opens the line below a heading without a stop',
    'Công tác phòng ngừa\nNgày 21/6/2023, Sở ban hành Quyết định số 33/QĐ-SYT về quy chế',
    ['2023-06-21'],
  ],
  ['opens a lettered item', '1) Ngày 21/6/2023, xã ban hành Quyết định số 33/QĐ-UBND', ['2023-06-21']],
  ['has a speck before it', 'Kế hoạch số 135/KH-SYT,; ngày 13-5-2023, có biên bản', ['2023-05-13']],
  ['has `mùng` before the day', 'Quyết định số 33/QĐ-SYT ngày mùng 9 tháng 02 năm 2023', ['2023-02-09']],
  [
    'is that of the paper before it in the sentence',
    'Kế hoạch số 12/KH-SYT ngày 5/1/2023 và Quyết định số 13/QĐ-SYT cùng ngày',
    ['2023-01-05', '2023-01-05'],
  ],
  [
    'is not that of a paper in another sentence',
    'Có Kế hoạch số 12/KH-SYT ngày 5/1/2023. Kiểm tra theo Quyết định số 13/QĐ-SYT cùng ngày',
    ['2023-01-05', null],
  ],
])('a date %s', (_, report, dates) => expect(citationsOf(report).map(({ date }) => date)).toEqual(dates));

describe('short forms', () => {
  it('stand for the document they follow', () => {
    const report =
      'Chỉ thị số 10/CT-TTg ngày 22/4/2019 (Chỉ thị 10)\nTheo Kế hoạch 12 và Kế hoạch số 12/KH-SYT; Kế hoạch nêu trên';
    const found = citationsOf(report).map(({ kind, full, refersTo }) => [kind, full, refersTo?.full, refersTo?.date]);
    expect(found).toEqual([
      ['numbered', '10/CT-TTg', undefined, undefined],
      ['short', '10', '10/CT-TTg', '2019-04-22'],
      ['short', '12', '12/KH-SYT', null],
      ['numbered', '12/KH-SYT', undefined, undefined],
      ['short', null, '12/KH-SYT', null],
    ]);
  });
});

describe('the report’s own number', () => {
  it.each([
    ['on its line', 'SỞ Y TẾ\nSố: 610/BC-SYT\nHải Phòng, ngày 28 tháng 12 năm 2023'],
    ['in an appendix', '(Kèm theo Báo cáo số 610/BC-SYT ngày 28/12/2023 của Sở Y tế)'],
    ['misread in an appendix', '(Kèm theo Báo cáo số 619/BC-SYT ngày 28/12/2023 của Sở Y tế)'],
    ['in a sentence', 'nêu tại Báo cáo số 610/BC-SYT ngày 28/12/2023'],
  ])('%s is no citation', (_, report) => expect(citationsOf(report)).toEqual([]));

  it('the same number of another year is another document', () => {
    expect(only('theo Báo cáo số 610/BC-SYT ngày 20/12/2022').full).toBe('610/BC-SYT');
  });
});

describe('place', () => {
  it('letterhead, recipients and signature cite nothing', () => {
    const report = 'Công văn số 1/SYT-VP\nCông văn số 2/SYT-VP\nCông văn số 3/SYT-VP\nCông văn số 4/SYT-VP';
    const kinds: Paragraph['kind'][] = ['letterhead', 'body', 'signature', 'recipients'];
    const change = (text: DocumentText): DocumentText => ({
      ...text,
      paragraphs: text.paragraphs.map((paragraph, index) => ({ ...paragraph, kind: kinds[index] ?? 'body' })),
    });
    expect(citationsOf(report, { change }).map(({ full }) => full)).toEqual(['2/SYT-VP']);
  });

  it('is the innermost section', () => {
    const section = (path: string, level: number, start: number, end: number): Section => ({
      path,
      marker: path,
      level,
      title: '',
      heading: { start, end: start },
      span: { start, end },
      criterion: null,
      part: null,
      appendix: false,
    });
    const sections = [section('II', 1, 0, 60), section('II/1', 2, 10, 60)];
    expect(citationsOf('Số liệu: theo Công văn số 1/SYT-VP ngày 1/2/2023', { sections })[0]?.section).toBe('II/1');
  });
});

describe('doubt', () => {
  it('a text layer is not doubted', () => expect(only('Kế hoạch số 12/KH-XYZ').doubtful).toBe(false));

  it('a well read number is not doubted', () => {
    const citation = only('Kế hoạch số 12/KH-SYT ngày 5/1/2023', { change: scanned() });
    expect(citation).toMatchObject({ doubtful: false, confidence: 0.95 });
  });

  it.each([
    ['the number', '12/KH-SYT'],
    ['the date', '5/1/2023'],
  ])('%s read with little confidence is doubted', (_, word) => {
    const citation = only('Kế hoạch số 12/KH-SYT ngày 5/1/2023', { change: scanned({ [word]: 0.6 }) });
    expect(citation).toMatchObject({ doubtful: true, confidence: 0.6 });
  });

  it('a word beside it does not matter', () => {
    expect(only('Kế hoạch số 12/KH-SYT nhanh', { change: scanned({ nhanh: 0.2 }) }).doubtful).toBe(false);
  });

  it('an unknown organ in a scan is doubted and kept as printed', () => {
    expect(only('Kế hoạch số 12/KH-XYWZ', { change: scanned() })).toMatchObject({ full: '12/KH-XYWZ', doubtful: true });
  });

  it('a gap behind the digits of a picture may have been a digit', () => {
    const report = 'Kế hoạch số 30 /KH-SYT và Quyết định số 31/ QĐ-SYT';
    expect(citationsOf(report, { change: scanned() }).map(({ doubtful }) => doubtful)).toEqual([true, false]);
    expect(citationsOf(report).map(({ doubtful }) => doubtful)).toEqual([false, false]);
  });

  it('an organ that several numbers bear is known', () => {
    const report = 'Kế hoạch số 12/KH-XYWZ; Quyết định số 13/QĐ-XYWZ';
    expect(citationsOf(report, { change: scanned() }).map(({ doubtful }) => doubtful)).toEqual([false, false]);
  });

  it.each([
    ['by the whole symbol', 'Chỉ thị số 10/CT-TTyg', '10/CT-TTg'],
    ['by the type word', 'Tờ trình số 12/TTI-SYT', '12/TTr-SYT'],
    ['with two digits for letters', 'Tờ trình số 12/77r-SYT', '12/TTr-SYT'],
    ['with a digit and another letter', 'Quyết định số 12/0D-SYT', '12/QĐ-SYT'],
    ['by the agency’s code', 'Kế hoạch số 12/KH-5YT', '12/KH-SYT'],
  ])('a misread symbol is mended %s, and stays doubted', (_, report, full) => {
    expect(only(report, { change: scanned() })).toMatchObject({ full, doubtful: true });
  });

  it('what a text layer prints is never mended', () => {
    expect(only('Chỉ thị số 10/CT-TTyg').full).toBe('10/CT-TTyg');
  });

  it('a digit made out of a letter is doubted', () => {
    expect(only('Kế hoạch số l2/KH-SYT')).toMatchObject({ number: '12', doubtful: true });
  });
});
