import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import type { ReportFacts } from '../../../model/facts.js';
import { rule } from './rule.js';

const parts = {
  I: 'I. ĐẶC ĐIỂM TÌNH HÌNH\nSở có 05 phòng chuyên môn.',
  II: 'II. ĐÁNH GIÁ CÔNG TÁC PCTN\n1. Đánh giá việc phát hiện và xử lý tham nhũng:\nĐã kiểm tra 03 đơn vị.',
  III: 'III. TỰ ĐÁNH GIÁ CHUNG\nCông tác phòng ngừa có chuyển biến.',
  IV: 'IV. KIẾN NGHỊ, ĐỀ XUẤT\nĐề nghị mở lớp tập huấn.',
};
const report = (...lines: readonly string[]) => lines.join('\n');
const outcomeOf = (text: string, part: string, change?: (facts: ReportFacts) => ReportFacts) =>
  evaluate(rule, text, change).find(({ subject }) => subject === `section:${part}`);
describe('structure/missing-section', () => {
  it.each([
    ['general remarks left out', report(parts.I, parts.II, parts.IV), 'III'],
    ['proposals left out', report(parts.I, parts.II, parts.III), 'IV'],
    ['the situation left out', report(parts.II, parts.III, parts.IV), 'I'],
    ['remarks renumbered away', report(parts.I, parts.II, 'III. KIẾN NGHỊ, ĐỀ XUẤT\nKhông có.'), 'III'],
    [
      'parts called by word',
      report(
        'PHẦN I. ĐẶC ĐIỂM TÌNH HÌNH\nMới.',
        'PHẦN II. ĐÁNH GIÁ CÔNG TÁC PCTN\nTốt.',
        'PHẦN III. KIẾN NGHỊ, ĐỀ XUẤT\nKhông.',
      ),
      'III',
    ],
  ])('fails with %s', (_name, text, part) => {
    const finding = outcomeOf(text, part);
    expect(finding).toMatchObject({ outcome: 'fail', confidence: 1 });
    expect(finding?.outcome === 'fail' && finding.evidence.length).toBeGreaterThan(0);
  });

  it('leaves open what stands under a name that is not listed, or under that of another part', () => {
    const named = report('I. SƠ LƯỢC VỀ CƠ QUAN\nSở có 05 phòng.', parts.II, 'III. KẾT LUẬN, KIẾN NGHỊ\nTốt.');
    expect(outcomeOf(named, 'I')?.outcome).toBe('cannot-judge');
    expect(outcomeOf(named, 'III')?.outcome).toBe('cannot-judge');
    expect(outcomeOf(named, 'IV')?.outcome).toBe('pass');
  });

  it.each([
    ['all four parts', report(parts.I, parts.II, parts.III, parts.IV)],
    ['another order', report(parts.I, parts.II, 'III. KIẾN NGHỊ, ĐỀ XUẤT\nKhông.', 'IV. NHẬN XÉT CHUNG\nTốt.')],
    ['one heading for two parts', report(parts.I, parts.II, 'III. ĐÁNH GIÁ CHUNG VÀ KIẾN NGHỊ, ĐỀ XUẤT\nTốt.')],
    [
      'a mark that says nothing before a part’s name',
      report(parts.I.replace('I.', 'Ị_'), parts.II, parts.III, parts.IV),
    ],
    ['a part without a number', report(parts.I, parts.II, parts.III, 'KIẾN NGHỊ, ĐỀ XUẤT', 'Không có.')],
    [
      'criteria instead of a heading for the assessment',
      report(
        parts.I,
        'II. NỘI DUNG',
        '1. Đánh giá việc phát hiện và xử lý tham nhũng',
        'Tốt.',
        '2. Đánh giá việc thu hồi tài sản tham nhũng',
        'Tốt.',
        parts.III,
        parts.IV,
      ),
    ],
    [
      'the points of criteria under any heading',
      report(
        parts.I,
        'II. BIỂU CHẤM ĐIỂM',
        'TT\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm',
        'C.1\tĐánh giá việc phát hiện hành vi tham nhũng\t12\t11',
        'C.2\tĐánh giá việc xử lý tham nhũng\t20\t20',
        parts.III,
        parts.IV,
      ),
    ],
  ])('passes with %s', (_name, text) => {
    expect(evaluate(rule, text).map(({ outcome }) => outcome)).toEqual(['pass', 'pass', 'pass', 'pass']);
  });

  it.each([
    ['a page was not read', report(parts.I, parts.II, parts.III), misread.page, 'page-unread'],
    ['ink was not read', report(parts.I, parts.II, parts.III), misread.ink, 'page-unread'],
    ['no heading was recognised', 'Sở báo cáo kết quả công tác năm 2023 như sau.', undefined, 'ambiguous'],
    [
      'the heading ran on from the line above it',
      report(
        parts.I,
        parts.II,
        'III. TỰ ĐÁNH GIÁ CHUNG',
        'Sở tự chấm 95/100 điểm IV. KIẾN NGHỊ, ĐỀ XUẤT Đề nghị mở lớp.',
      ),
      undefined,
      'ambiguous',
    ],
    [
      'a heading may be the part by another name',
      report(parts.I, parts.II, parts.III, 'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024\nTăng cường.'),
      undefined,
      'ambiguous',
    ],
  ] as const)('cannot judge where %s', (_name, text, change, reason) => {
    expect(outcomeOf(text, 'IV', change)).toMatchObject({ outcome: 'cannot-judge', reason });
  });
});
