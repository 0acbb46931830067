import { describe, expect, it } from 'vitest';
import { asked, compare, type GivenReport } from '../../../../test/support/compareRound.js';
import { rule } from './rule.js';

const heading =
  'II. ĐÁNH GIÁ CÔNG TÁC PCTN\n3. Đánh giá việc phát hiện và xử lý tham nhũng:\n3.1. Đánh giá việc phát hiện hành vi tham nhũng:';
const points = 'Tự đánh giá đạt: 12/12 điểm';

/** Two reports whose texts under C.1 are given. */
function pair(first: string, second: string): readonly GivenReport[] {
  return [
    { agency: 'Sở Du lịch', abbreviation: 'SDL', body: [heading, first, points].join('\n') },
    { agency: 'Sở Thủy sản', abbreviation: 'STS', body: [heading, second, points].join('\n') },
  ];
}

const original =
  'Trong quý III, Sở Du lịch đã tổ chức 04 đoàn tự kiểm tra tại 11 phòng và trung tâm trực thuộc, tập trung vào khâu cấp phép lữ hành, mua sắm thiết bị và sử dụng quỹ xúc tiến; kết quả chấn chỉnh 07 thiếu sót về thời hạn trả hồ sơ.';
const both = ['criterion:C.1 @ Sở Du lịch', 'criterion:C.1 @ Sở Thủy sản'];

const copies: readonly [name: string, copy: string][] = [
  ['word for word', original],
  ['with the agency’s name changed', original.replace('Sở Du lịch', 'Sở Thủy sản')],
  ['with its abbreviation for the name', original.replace('Sở Du lịch', 'STS')],
  ['lightly reworded', original.replace('đã tổ chức', 'tiến hành').replace('chấn chỉnh', 'khắc phục')],
  [
    'with what OCR makes of it',
    original
      .replace('quý III', 'quỷ IIl')
      .replace('tự kiểm tra', 'tự kiêm tra')
      .replace('trực thuộc', 'trực thuôc')
      .replace('lữ hành', 'lử hanh')
      .replace('hồ sơ', 'hô sơ'),
  ],
  ['with a sentence of one’s own behind it', `${original} Việc này còn được nhắc lại ở hội nghị cuối năm.`],
];

const own: readonly [name: string, first: string, second: string][] = [
  [
    'the same form with figures of one’s own',
    original,
    original.replace('04', '09').replace('11', '23').replace('07', '15'),
  ],
  [
    'a law that both quote',
    'Điều 55 Luật PCTN năm 2018 quy định: “Người đứng đầu cơ quan, tổ chức, đơn vị có trách nhiệm thường xuyên tổ chức kiểm tra việc chấp hành chính sách, pháp luật của cơ quan, tổ chức, đơn vị, cá nhân thuộc phạm vi quản lý của mình”. Sở đã làm đủ 03 lần.',
    'Điều 55 Luật PCTN năm 2018 quy định: “Người đứng đầu cơ quan, tổ chức, đơn vị có trách nhiệm thường xuyên tổ chức kiểm tra việc chấp hành chính sách, pháp luật của cơ quan, tổ chức, đơn vị, cá nhân thuộc phạm vi quản lý của mình”. Đơn vị mới kiểm tra ở hai chi cục.',
  ],
  [
    'the same denial',
    'Trong năm 2023, qua công tác tự kiểm tra, thanh tra và giải quyết khiếu nại, tố cáo, Sở không phát hiện hành vi tham nhũng nào trong toàn ngành.',
    'Trong năm 2023, qua công tác tự kiểm tra, thanh tra và giải quyết khiếu nại, tố cáo, Sở không phát hiện hành vi tham nhũng nào trong toàn ngành.',
  ],
  [
    'a remark too short to be anyone’s',
    'Đã thực hiện nghiêm túc, đúng quy định.',
    'Đã thực hiện nghiêm túc, đúng quy định.',
  ],
  [
    'texts of their own',
    original,
    'Thanh tra Sở đã làm việc với 05 chi cục, lập 02 biên bản nhắc nhở về kê khai tài sản và báo cáo Giám đốc trong tháng 11.',
  ],
];

describe('batch/copied-text', () => {
  it.each(copies)('asks both agencies: %s', (_, copy) => {
    expect(asked(compare(rule, { reports: pair(original, copy) }))).toEqual(both);
  });

  it.each(own)('asks nobody: %s', (_, first, second) => {
    expect(asked(compare(rule, { reports: pair(first, second) }))).toEqual([]);
  });

  it('sets aside wording that more agencies share than copy from each other', () => {
    const template =
      'Các phòng, đơn vị trực thuộc quán triệt thường xuyên tới công chức, viên chức và người lao động tinh thần trách nhiệm, kỷ luật phát ngôn và đạo đức công vụ theo mẫu thống nhất.';
    const agencies = [
      'Sở Du lịch',
      'Sở Thủy sản',
      'Sở Lâm nghiệp',
      'Sở Địa chính',
      'Sở Dân vận',
      'Sở Hải quan',
      'Sở Vận tải',
    ];
    const reports = agencies.map((agency, index) => ({
      agency,
      abbreviation: `S${String.fromCharCode(65 + index)}`,
      body: [heading, template, points].join('\n'),
    }));
    expect(asked(compare(rule, { reports }))).toEqual([]);
    expect(asked(compare(rule, { reports: reports.slice(0, 3) }))).toHaveLength(3);
  });

  it('does not compare two reports of one agency', () => {
    const [first] = pair(original, original);
    expect(asked(compare(rule, { reports: first === undefined ? [] : [first, first] }))).toEqual([]);
  });

  it('quotes both passages side by side, each with its file, and names the other agency', () => {
    const flags = compare(rule, { reports: pair(original, original) });
    const flag = flags.find(({ agency }) => agency === 'Sở Thủy sản');
    expect(flag?.with).toBe('Sở Du lịch');
    expect(flag?.message.vi).toContain('Sở Du lịch (C.1)');
    expect(flag?.evidence.map(({ file, text }) => [file, original.startsWith(text)])).toEqual([
      ['2.pdf', true],
      ['1.pdf', true],
    ]);
  });
});
