import { describe, expect, it } from 'vitest';
import type { Figure } from '../model/facts.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { plainText } from '../text/plainText.js';
import { extractFigures } from './extractFigures.js';

const { pipeline } = loadPipeline('pctn-2023');

function figuresIn(source: string): readonly Figure[] {
  const text = plainText(source);
  const parts = { coveringLetter: null, report: { start: 0, end: text.text.length }, appendices: [], attached: [] };
  return extractFigures({ text, parts, sections: [], pipeline });
}

function percentagesIn(source: string): string[] {
  return figuresIn(source).flatMap((figure) =>
    figure.kind === 'percentage'
      ? [`${figure.numerator.value}/${figure.denominator.value}=${figure.percent.value}`]
      : [],
  );
}

function breakdownsIn(source: string): string[] {
  return figuresIn(source).flatMap((figure) =>
    figure.kind === 'breakdown'
      ? [`${figure.total.value}=${figure.parts.map(({ value }) => value).join('+')}${figure.complete ? '' : '?'}`]
      : [],
  );
}

function ranksIn(source: string): string[] {
  return figuresIn(source).flatMap((figure) => (figure.kind === 'rank' ? [`${figure.rank}/${figure.field}`] : []));
}

describe('a percentage beside its own numbers', () => {
  it.each([
    ['a part on a total', 'Giải quyết đúng hạn 118 hồ sơ trên tổng số 160 hồ sơ, đạt 73,8%.', '118/160=73.8'],
    [
      'a base, then what was achieved',
      'Tiếp nhận 160 hồ sơ, giải quyết đúng hạn 118 hồ sơ, đạt 73,8%.',
      '118/160=73.8',
    ],
    [
      'a semicolon between the two',
      'Tiếp nhận 160 hồ sơ; đã giải quyết đúng hạn 118 hồ sơ, đạt 73,8%.',
      '118/160=73.8',
    ],
    ['a fraction first', 'Đã giải quyết 118/160 hồ sơ đúng hạn, đạt tỷ lệ 73,8%.', '118/160=73.8'],
    ['a fraction and a bracket', 'Giải quyết 118/160 hồ sơ (đạt 73,8%).', '118/160=73.8'],
    ['amounts with a comma', 'Thu hồi 2,5/3,2 tỷ đồng, đạt 78,1%.', '2.5/3.2=78.1'],
    [
      'a name with a comma in between',
      'Có 118/160 người đã nộp bản kê khai tài sản, thu nhập đúng hạn, đạt 73,8%.',
      '118/160=73.8',
    ],
    ['a bracket with the percentage alone', 'Giải quyết 118/160 hồ sơ (73,8%).', '118/160=73.8'],
    ['a fraction behind', 'Tỷ lệ hồ sơ đúng hạn đạt 73,8% (118/160).', '118/160=73.8'],
    ['a fraction with its unit behind', 'Có 73,8% hồ sơ được giải quyết đúng hạn (118/160 hồ sơ).', '118/160=73.8'],
    [
      'words between part and whole behind',
      'Tỷ lệ đúng hạn đạt 73,8% (118 hồ sơ trên tổng số 160 hồ sơ).',
      '118/160=73.8',
    ],
    ['tương ứng', 'Tỷ lệ đúng hạn đạt 73,8%, tương ứng 118/160 hồ sơ.', '118/160=73.8'],
    ['a slash between two amounts', 'Đã giải quyết 118 hồ sơ/160 hồ sơ, đạt 73,8%.', '118/160=73.8'],
    [
      'the whole named behind the percentage',
      'Có 118 hồ sơ đúng hạn, đạt 73,8% tổng số hồ sơ tiếp nhận (160 hồ sơ).',
      '118/160=73.8',
    ],
    ['the whole behind the percentage', '118 hồ sơ đúng hạn, chiếm 73,8% trong tổng số 160 hồ sơ.', '118/160=73.8'],
    [
      'the whole first',
      'Trong tổng số 160 hồ sơ tiếp nhận, có 118 hồ sơ được giải quyết đúng hạn, đạt 73,8%.',
      '118/160=73.8',
    ],
    ['the part without a unit', 'Có 118 trên tổng số 160 doanh nghiệp tham gia, đạt 73,8%.', '118/160=73.8'],
    [
      'the unit before the number',
      'Số hồ sơ tiếp nhận: 160; số hồ sơ giải quyết đúng hạn: 118 (đạt 73,8%).',
      '118/160=73.8',
    ],
    ['people who had to declare', 'Có 120 người thuộc diện kê khai, đã kê khai 118 người, đạt 98,3%.', '118/120=98.3'],
    ['a plan', 'Kế hoạch giao 12 cuộc kiểm tra, đã thực hiện 10 cuộc, đạt 83,3% kế hoạch.', '10/12=83.3'],
    ['thousands', 'Tiếp nhận 1.250 hồ sơ, giải quyết đúng hạn 1.000 hồ sơ, đạt 80%.', '1000/1250=80'],
    [
      'a rate with a name that the part bears',
      'Giải quyết đúng hạn 118/160 hồ sơ, tỷ lệ đúng hạn đạt 73,8%.',
      '118/160=73.8',
    ],
    ['nouns with commas', 'Tiến hành 10/12 cuộc thanh tra, kiểm tra, đạt 83,3%.', '10/12=83.3'],
    ['in words', 'Giải quyết 118/160 hồ sơ, đạt 73,8 phần trăm.', '118/160=73.8'],
    [
      'behind a colon and a hedge',
      'Gần 300 đơn vị sử dụng phần mềm, đạt 75,5% tổng số đơn vị (400 đơn vị).',
      '300/400=75.5',
    ],
    ['trên số', 'Đã giải quyết 118 trên 160 hồ sơ, bằng 73,8%.', '118/160=73.8'],
    ['trong số', 'Đã giải quyết đúng hạn 118 hồ sơ trong số 160 hồ sơ tiếp nhận, đạt 73,8%.', '118/160=73.8'],
    [
      'a year in between',
      'Năm 2023 tiếp nhận 160 hồ sơ, trong năm 2023 đã giải quyết 118 hồ sơ, đạt 73,8%.',
      '118/160=73.8',
    ],
    ['a part named of all there are', 'Hiện có 160 đơn vị, trong đó 118 đơn vị tham gia, đạt 73,8%.', '118/160=73.8'],
    [
      'people of several kinds',
      'Có 118 trên 160 cán bộ, công chức hoàn thành kê khai, đạt tỷ lệ 73,8%.',
      '118/160=73.8',
    ],
    ['trong đó', 'Tổng số 160 hồ sơ, trong đó giải quyết đúng hạn 118 hồ sơ, đạt 73,8%.', '118/160=73.8'],
  ])('is found: %s', (_name, source, expected) => {
    expect(percentagesIn(source)).toEqual([expected]);
  });

  it.each([
    ['numbers of different things', 'Tổ chức 05 lớp tập huấn cho 200 người, đạt 95%.'],
    ['a bare percentage', 'Đã hoàn thành 100% chỉ tiêu được giao.'],
    ['no clause that says what was achieved', 'Tổ chức 12 hội nghị, gửi 10 hội nghị bạn, đạt 95%.'],
    ['a rate of something else', 'Giải quyết 118/160 hồ sơ, tỷ lệ trực tuyến đạt 95%.'],
    ['on time among those settled', 'Tiếp nhận 160 hồ sơ, giải quyết 118 hồ sơ, đúng hạn đạt 100%.'],
    ['a percentage of the plan', 'Giải quyết đúng hạn 118/160 hồ sơ, đạt 95% kế hoạch.'],
    ['a percentage of last year', 'Tiếp nhận 160 hồ sơ, giải quyết 118 hồ sơ, bằng 110% so với cùng kỳ.'],
    ['growth', 'Tiếp nhận 160 đơn, giải quyết 118 đơn, tăng 15%.'],
    ['a hundred per cent of the second clause', 'Rà soát 160 thủ tục, đã công khai 118 thủ tục mới, đạt 100%.'],
    ['a third amount', 'Tổng số 160 hồ sơ, tiếp nhận mới 130 hồ sơ, giải quyết đúng hạn 118 hồ sơ, đạt 73,8%.'],
    ['an amount in brackets', 'Tiếp nhận 160 hồ sơ (trực tuyến 100 hồ sơ), giải quyết 118 hồ sơ, đạt 73,8%.'],
    ['more settled than received', 'Tiếp nhận 118 hồ sơ, giải quyết 160 hồ sơ, đạt 73,8%.'],
    ['what was not achieved', 'Còn 42/160 hồ sơ chưa giải quyết, đạt 73,8%.'],
    ['another thing in the bracket', 'Hoàn thành 100% chỉ tiêu (12/15 đơn vị báo cáo trước hạn).'],
    ['another clause in between', 'Đã giải quyết 118/160 hồ sơ, các phòng phối hợp chặt chẽ với nhau, đạt 95%.'],
    ['a schedule', 'Họp giao ban 01 lần/tháng, đạt 12/12 kỳ, mức độ hài lòng 95%.'],
    ['a day and a month', 'Tính đến ngày 20/11, đạt 95%.'],
    ['a rank', 'Xếp thứ 6/20 sở, ngành, đạt 95%.'],
    ['a range', 'Giải quyết 118/160 hồ sơ, đạt 70-75%.'],
    ['a number with two readings', 'Tiếp nhận 1,250 hồ sơ, giải quyết đúng hạn 1,000 hồ sơ, đạt 80%.'],
    ['sentences that part them', 'Tiếp nhận 160 hồ sơ. Mức độ hài lòng 118 phiếu. Đạt 95%.'],
    ['cells of a table', 'Hồ sơ tiếp nhận 160 hồ sơ\tgiải quyết đúng hạn 118 hồ sơ\tđạt 95%'],
    [
      'two parts that make it together',
      'Giải quyết trước hạn 100 hồ sơ, đúng hạn 18 hồ sơ trên tổng số 160 hồ sơ, đạt 73,8%.',
    ],
    ['what remains', 'Có 42/160 hồ sơ nộp trực tiếp, đạt 73,8%.'],
    ['two stages', 'Tiếp nhận 160 hồ sơ, giải quyết 150 hồ sơ, trong đó đúng hạn 118 hồ sơ, đạt 78,7%.'],
  ])('is not made of %s', (_name, source) => {
    expect(percentagesIn(source)).toEqual([]);
  });

  it('keeps the hedge of each number', () => {
    const [figure] = figuresIn('Hơn 300 đơn vị dùng phần mềm, đạt khoảng 75% tổng số đơn vị (gần 400 đơn vị).');
    expect(figure).toMatchObject({
      numerator: { hedge: 'over' },
      percent: { hedge: 'about' },
      denominator: { hedge: 'under' },
    });
  });

  it('finds one in each clause', () => {
    const source =
      'Lĩnh vực đất đai: tiếp nhận 100 hồ sơ, giải quyết 90 hồ sơ, đạt 90%; lĩnh vực hộ tịch: tiếp nhận 50 hồ sơ, giải quyết 40 hồ sơ, đạt 80%.';
    expect(percentagesIn(source)).toEqual(['90/100=90', '40/50=80']);
  });
});

describe('a total with its parts', () => {
  it.each([
    [
      'a list behind trong đó',
      'Tiếp nhận tổng số 12 đơn, trong đó: 5 đơn khiếu nại, 4 đơn tố cáo, 3 đơn phản ánh.',
      '12=5+4+3',
    ],
    ['và before the last', 'Đã tiến hành 15 cuộc, trong đó 09 cuộc theo kế hoạch và 05 cuộc đột xuất.', '15=9+5'],
    ['gồm', 'Ban hành 07 văn bản, gồm 04 kế hoạch, 03 báo cáo.', '7=4+3'],
    ['bao gồm', 'Xử lý 06 trường hợp, bao gồm: 04 trường hợp khiển trách; 02 trường hợp cảnh cáo.', '6=4+2'],
    ['labels first', 'Tiếp nhận 12 đơn, trong đó: khiếu nại 5 đơn, tố cáo 4 đơn, phản ánh 3 đơn.', '12=5+4+3'],
    [
      'labels and colons',
      'Số đơn tiếp nhận: 49, trong đó, kỳ trước chuyển sang: 20, trong kỳ: 29; đã xử lý: 21.',
      '49=20+29',
    ],
    ['parts without a unit', 'Tiếp nhận 12 đơn, gồm 5 khiếu nại, 4 tố cáo và 3 kiến nghị.', '12=5+4+3'],
    [
      'people behind their households',
      'Thôn có 120 hộ, 530 nhân khẩu, gồm người Tày 310 người, người Dao 220 người.',
      '530=310+220',
    ],
    ['men and women', 'Cử 20 người tham gia, trong đó 12 nam và 8 nữ.', '20=12+8'],
    [
      'a last part with its label first',
      'Có 30 người, gồm 12 kế toán, 10 thủ kho, 5 lái xe và nhân viên khác 3 người.',
      '30=12+10+5+3',
    ],
    [
      'bodies by name, `Sở` too',
      'Có 90 viên chức, trong đó văn phòng Sở 28 người, Thư viện 22 người, Bảo tàng 40 người.',
      '90=28+22+40',
    ],
    ['a tail of another kind', 'Mở 09 lớp, trong đó cấp tỉnh 4 lớp, cấp xã 5 lớp, với 300 lượt người dự.', '9=4+5'],
    ['kinds before colons in a bracket', 'Sở có 20 người (nam: 12 người; nữ: 8 người).', '20=12+8'],
    ['labels in a bracket', 'Mở 09 lớp (tại tỉnh 4 lớp, tại huyện 5 lớp).', '9=4+5'],
    ['a bracket', 'Tiếp nhận 12 đơn (5 đơn khiếu nại, 7 đơn tố cáo).', '12=5+7'],
    ['a colon', 'Tổ chức 03 hội nghị: 01 hội nghị cấp sở và 02 hội nghị cấp phòng.', '3=1+2'],
    ['còn lại', 'Tiếp nhận 12 đơn, trong đó 5 đơn khiếu nại, còn lại 7 đơn tố cáo.', '12=5+7'],
    [
      'nouns with commas',
      'Tiến hành 14 cuộc thanh tra, kiểm tra, trong đó 08 cuộc theo kế hoạch, 06 cuộc đột xuất.',
      '14=8+6',
    ],
    [
      'a new clause behind',
      'Tiến hành 14 cuộc, trong đó 08 cuộc theo kế hoạch và 06 cuộc đột xuất; 02 cuộc phát hiện sai phạm.',
      '14=8+6',
    ],
    [
      'another number nearer',
      'Tổ chức 05 lớp cho 200 người, trong đó 03 lớp cho công chức và 02 lớp cho doanh nghiệp.',
      '5=3+2',
    ],
    [
      'percentages among the parts',
      'Tiếp nhận tổng số 120 hồ sơ (bao gồm: trực tuyến 80 hồ sơ, đạt tỷ lệ 66,7%; trực tiếp 30 hồ sơ; kỳ trước chuyển qua 10 hồ sơ).',
      '120=80+30+10',
    ],
    ['kinds of documents', 'Ban hành 25 văn bản: 05 quyết định, 12 kế hoạch và 08 công văn.', '25=5+12+8'],
    ['money', 'Thu hồi 500 triệu đồng, gồm 300 triệu đồng nộp ngân sách và 200 triệu đồng trả đơn vị.', '500=300+200'],
    ['a slip', 'Tiếp nhận 12 đơn, trong đó: 5 đơn khiếu nại, 4 đơn tố cáo, 2 đơn phản ánh.', '12=5+4+2'],
    ['too much', 'Tiến hành 14 cuộc, trong đó 08 cuộc theo kế hoạch và 07 cuộc đột xuất.', '14=8+7'],
    [
      'bullets below',
      'Tiếp nhận 12 đơn, trong đó:\n- Đơn khiếu nại: 5 đơn;\n- Đơn tố cáo: 4 đơn;\n- Đơn phản ánh: 2 đơn.\n- Đã trả lời 10 đơn.',
      '12=5+4+2',
    ],
    [
      'bullets of another sort below',
      '- Tiếp nhận 12 đơn, gồm:\n+ 5 đơn khiếu nại;\n+ 7 đơn tố cáo.\n- Đã trả lời 10 đơn.',
      '12=5+7',
    ],
    [
      'bullets of the same sort, up to the full stop',
      '- Tiếp nhận 12 đơn, gồm:\n- 5 đơn khiếu nại;\n- 7 đơn tố cáo.\n- Đã trả lời 10 đơn.',
      '12=5+7',
    ],
  ])('is found: %s', (_name, source, expected) => {
    expect(breakdownsIn(source)).toEqual([expected]);
  });

  it.each([
    ['trong đó có', 'Tiếp nhận 12 đơn, trong đó có 5 đơn khiếu nại và 4 đơn tố cáo.', ['12=5+4?']],
    ['chủ yếu', 'Tiếp nhận 12 đơn, chủ yếu 5 đơn khiếu nại, 4 đơn tố cáo.', []],
    ['v.v.', 'Tiếp nhận 12 đơn, gồm 5 đơn khiếu nại, 4 đơn tố cáo, v.v.', ['12=5+4?']],
    ['an ellipsis', 'Tiếp nhận 12 đơn, gồm 5 đơn khiếu nại, 4 đơn tố cáo…', ['12=5+4?']],
    [
      'a part as large as a part is missing',
      'Tiếp 100 lượt, trong đó 30 lượt về đất đai, 20 lượt về chính sách.',
      ['100=30+20?'],
    ],
    ['a hedged total', 'Tiếp gần 100 lượt, trong đó 60 lượt định kỳ và 35 lượt thường xuyên.', ['100=60+35?']],
    ['a part alone', 'Tiếp nhận 12 đơn, trong đó 5 đơn khiếu nại.', []],
    ['parts of two kinds', 'Xử lý 12 trường hợp, gồm 5 người và 4 tập thể.', []],
    [
      'a list within the list',
      'Nhận 20 đơn, gồm 12 đơn khiếu nại, trong đó 5 đơn đủ điều kiện, 7 đơn không đủ, 8 đơn tố cáo.',
      ['12=5+7+8?'],
    ],
    [
      'another total that fits',
      'Tiếp nhận 20 đơn, giải quyết 12 đơn, trong đó 15 đơn khiếu nại và 5 đơn tố cáo.',
      ['12=15+5?'],
    ],
  ])('is left open: %s', (_name, source, expected) => {
    expect(breakdownsIn(source)).toEqual(expected);
  });

  it.each([
    [
      'in brackets',
      'Nhận 20 đơn, gồm 12 đơn khiếu nại (trong đó 5 đơn đủ điều kiện và 7 đơn không đủ) và 8 đơn tố cáo.',
      ['20=12+8', '12=5+7'],
    ],
    [
      'between semicolons',
      'Nhận 20 đơn, gồm: 12 đơn khiếu nại, trong đó 5 đơn đủ điều kiện và 7 đơn không đủ; 8 đơn tố cáo.',
      ['12=5+7'],
    ],
  ])('keeps the list within the list apart: %s', (_name, source, expected) => {
    expect(breakdownsIn(source).filter((one) => !one.endsWith('?'))).toEqual(expected);
  });
});

describe('a rank', () => {
  it.each([
    ['Chỉ số cải cách hành chính đứng thứ 21/20.', ['21/20']],
    ['Chỉ số cải cách hành chính xếp thứ 20/18 sở, ban, ngành.', ['20/18']],
    ['Đơn vị xếp hạng 3 trên 20 đơn vị.', ['3/20']],
    ['Kết quả đạt vị trí thứ 6/20 sở, ngành.', ['6/20']],
    ['Đứng ở vị trí thứ 6 trong tổng số 20 sở, ngành.', ['6/20']],
    ['Xếp hạng năm 2023: 6/20.', ['6/20']],
    ['Xếp vị trí 22 trên tổng số 21 cơ quan.', ['22/21']],
    ['Xếp thứ hạng 5/63 tỉnh, thành phố, tăng 3 bậc (năm 2022 xếp thứ 8/63).', ['5/63', '8/63']],
    ['Xếp thứ 2 trong 6 tháng đầu năm.', []],
    ['Họp thứ 6, ngày 20/10/2023.', []],
    ['Giải quyết 6/20 hồ sơ.', []],
    ['Xếp thứ 5/2023.', []],
    ['Đã thu 21/20 triệu đồng.', []],
    ['Chuyển đổi vị trí 21/20 trường hợp.', []],
    ['Hỗ trợ 24/7, tiếp nhận 5.000 bộ hồ sơ/5 lĩnh vực theo ISO 9001:2015.', []],
  ])('%s', (source, expected) => {
    expect(ranksIn(source)).toEqual(expected);
  });
});
