import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { type Outcomes, outcomesOf } from '../../../../test/support/outcomes.js';
import { scoredReport, scoreRow, scoreTable } from '../../../../test/support/scoredReport.js';
import { rule } from './rule.js';

const b2 = (...lines: string[]) => scoredReport({ 'B.2': [...lines, 'Tự đánh giá đạt: 3/3 điểm'].join('\n') });

const cases: readonly [name: string, report: string, expected: Outcomes][] = [
  [
    'fails on general words',
    b2('Các phòng chấp hành tốt quy định. Nhận thức được nâng lên rõ rệt.'),
    { 'criterion:B.2': 'fail' },
  ],
  [
    'fails on laws alone',
    b2('Thực hiện Luật số 36/2018/QH14 và Nghị định số 59/2019/NĐ-CP ngày 01/7/2019.'),
    { 'criterion:B.2': 'fail' },
  ],
  [
    'fails on a plan of the superior that is carried out',
    b2('Thực hiện Kế hoạch số 25/KH-UBND ngày 30/01/2023 của Ủy ban nhân dân tỉnh.'),
    { 'criterion:B.2': 'fail' },
  ],
  ['fails on a rank', b2('Kết quả xếp hạng đạt vị trí thứ 6/20 sở, ngành.'), { 'criterion:B.2': 'fail' }],
  ['fails on a bare percentage', b2('Đạt 100% kế hoạch đề ra.'), { 'criterion:B.2': 'fail' }],
  ['passes a document of its own', b2('Đã ban hành Văn bản số 44/SDL-VP ngày 06/3/2023.'), { 'criterion:B.2': 'pass' }],
  [
    'passes a document of its own that is old',
    b2('Theo Quy chế tại Quyết định số 7/QĐ-SDL ngày 06/3/2020.'),
    { 'criterion:B.2': 'pass' },
  ],
  ['passes a counted result', b2('Đã tổ chức 04 lớp tập huấn cho doanh nghiệp.'), { 'criterion:B.2': 'pass' }],
  ['passes people who were invited', b2('Đã mời 15 doanh nghiệp dự hội nghị.'), { 'criterion:B.2': 'pass' }],
  [
    'cannot judge a count in a unit that no list names',
    b2('Đã mời 15 nghệ nhân làng nghề dự phổ biến pháp luật.'),
    { 'criterion:B.2': 'cannot-judge' },
  ],
  [
    'cannot judge a number of bodies that were worked with',
    b2('Đã hướng dẫn 09 phòng chuyên môn niêm yết quy trình.'),
    { 'criterion:B.2': 'cannot-judge' },
  ],
  [
    'cannot judge a text that points to what is enclosed',
    b2('Các doanh nghiệp chấp hành tốt (có danh sách kèm theo).'),
    { 'criterion:B.2': 'cannot-judge' },
  ],
  [
    'fails on numbers that count nothing',
    b2('Thực hiện quy định tại khoản 2 Điều 5 và Điều 12; hệ thống hỗ trợ 24/7, họp 12/12 kỳ.'),
    { 'criterion:B.2': 'fail' },
  ],
  [
    'leaves a statement of absence to its own rule',
    b2('Trong năm không phát hiện vi phạm.'),
    { 'criterion:B.2': 'not-applicable' },
  ],
  [
    'is not applicable below the maximum',
    scoredReport({ 'B.2': 'Tự đánh giá đạt: 2/3 điểm' }),
    { 'criterion:B.2': 'not-applicable' },
  ],
  [
    'is not applicable to a criterion that only a table claims, in a report without sections',
    ['BÁO CÁO', 'Tự đánh giá công tác phòng, chống tham nhũng năm 2023', ...scoreTable(scoreRow('B.2', '3', '3'))].join(
      '\n',
    ),
    { 'criterion:B.2': 'not-applicable' },
  ],
  [
    'fails on a row that names no evidence in a table whose rows do',
    [
      'BÁO CÁO',
      'Tự đánh giá công tác phòng, chống tham nhũng năm 2023',
      'Số: 410/BC-SDL',
      'TT\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm\tTài liệu',
      `${scoreRow('B.1', '27', '27')}\tQuyết định số 40/QĐ-SDL ngày 07/3/2023`,
      `${scoreRow('B.2', '3', '3')}\tChấp hành tốt`,
      `${scoreRow('C.1', '12', '12')}\t04 cuộc kiểm tra`,
    ].join('\n'),
    { 'criterion:B.1': 'pass', 'criterion:B.2': 'fail', 'criterion:C.1': 'pass' },
  ],
  [
    'cannot judge such a row where a section beside those of criteria cites documents',
    [
      'BÁO CÁO',
      'Tự đánh giá công tác phòng, chống tham nhũng năm 2023',
      'Số: 410/BC-SDL',
      'I. KẾT QUẢ',
      '1. Việc chung',
      'Đã ban hành Kế hoạch số 12/KH-SDL ngày 06/3/2023.',
      '2. Công tác phòng ngừa tham nhũng trong cơ quan, tổ chức, đơn vị khu vực Nhà nước',
      'Đã chuyển đổi vị trí 03 kế toán.',
      'TT\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm\tTài liệu',
      `${scoreRow('B.2', '3', '3')}\tChấp hành tốt`,
      `${scoreRow('C.1', '12', '12')}\t04 cuộc kiểm tra`,
      `${scoreRow('C.2', '20', '20')}\t02 cuộc kiểm tra`,
      `${scoreRow('C.3', '8', '8')}\t03 cuộc kiểm tra`,
    ].join('\n'),
    { 'criterion:B.2': 'cannot-judge', 'criterion:C.1': 'pass' },
  ],
  ...(
    [
      ['fails where the section beside speaks of another group', 'Lãnh đạo, chỉ đạo', 'Chấp hành tốt', 'fail'],
      ['cannot judge a row that names a file', 'Lãnh đạo, chỉ đạo', 'B2-01.pdf', 'cannot-judge'],
      ['cannot judge a row whose cell for evidence is blank', 'Lãnh đạo, chỉ đạo', '', 'cannot-judge'],
    ] as const
  ).map(([name, title, evidence, outcome]): (typeof cases)[number] => [
    name,
    [
      'BÁO CÁO',
      'Tự đánh giá công tác phòng, chống tham nhũng năm 2023',
      'Số: 410/BC-SDL',
      'I. KẾT QUẢ',
      `1. ${title}`,
      'Đã ban hành Kế hoạch số 12/KH-SDL ngày 06/3/2023.',
      '2. Phòng ngừa tham nhũng',
      'Đã chuyển đổi vị trí 03 kế toán.',
      '3. Bảng điểm',
      'TT\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm\tTài liệu',
      `${scoreRow('B.2', '3', '3')}\t${evidence}`,
      `${scoreRow('C.1', '12', '12')}\tKế hoạch số 13/KH-SDL ngày 06/3/2023`,
      `${scoreRow('C.2', '20', '20')}\t02 cuộc kiểm tra`,
      `${scoreRow('C.3', '8', '8')}\t03 cuộc kiểm tra`,
    ].join('\n'),
    { 'criterion:B.2': outcome },
  ]),
  [
    'cannot judge a criterion that only the table claims, where others have sections',
    scoredReport({ 'B.2': null }, scoreTable(scoreRow('B.2', '3', '3'))),
    { 'criterion:B.2': 'cannot-judge' },
  ],
];

describe('score/full-marks-without-evidence', () => {
  it.each(cases)('%s', (_, report, expected) => {
    expect(outcomesOf(evaluate(rule, report))).toMatchObject(expected);
  });

  it('cannot judge a few words of a picture one of which was read with doubt', () => {
    const dim = (report: string) =>
      evaluate(rule, report, (facts) => {
        const { text } = misread.picture(report)(facts);
        const words = text.words.map((word) =>
          /[|]/.test(text.text.slice(word.start, word.end)) ? { ...word, confidence: 0.95 } : word,
        );
        return { ...facts, text: { ...text, words } };
      });
    expect(outcomesOf(dim(b2('Không phát|sinh.')))).toMatchObject({ 'criterion:B.2': 'cannot-judge' });
    expect(outcomesOf(dim(b2('Các phòng chấp hành tốt quy định.')))).toMatchObject({ 'criterion:B.2': 'fail' });
  });

  it('judges the whole once where its parts are not claimed', () => {
    const report = scoredReport({
      B: 'Tự đánh giá đạt: 30/30 điểm',
      'B.1': 'Công khai đầy đủ.',
      'B.2': 'Chấp hành tốt.',
    });
    const outcomes = outcomesOf(evaluate(rule, report));
    expect(outcomes).toMatchObject({ 'criterion:B': 'fail' });
    expect(Object.keys(outcomes)).not.toContain('criterion:B.1');
  });

  it('says nothing of a section that was not read whole', () => {
    const report = b2('Các phòng chấp hành tốt quy định.');
    expect(outcomesOf(evaluate(rule, report, misread.ink))).toMatchObject({
      'criterion:B.2': 'cannot-judge',
      'criterion:A': 'pass',
    });
  });

  it('cannot judge where the points are doubtful', () => {
    const report = b2('Các phòng chấp hành tốt quy định.');
    expect(outcomesOf(evaluate(rule, report, misread.points('B.2')))).toMatchObject({
      'criterion:B.2': 'cannot-judge',
    });
  });

  it('cannot judge where the only document is another agency’s and was read with doubt, but knows its own', () => {
    const doubt = misread.citations();
    const another = b2('Kết quả được nêu tại Thông báo số 44/TB-STC ngày 06/3/2023 của Sở Tài chính.');
    const own = b2('Đã ban hành Văn bản số 44/SDL-VP ngày 06/3/2023.');
    expect(outcomesOf(evaluate(rule, another))).toMatchObject({ 'criterion:B.2': 'pass' });
    expect(outcomesOf(evaluate(rule, another, doubt))).toMatchObject({ 'criterion:B.2': 'cannot-judge' });
    expect(outcomesOf(evaluate(rule, own, doubt))).toMatchObject({ 'criterion:B.2': 'pass' });
  });
});
