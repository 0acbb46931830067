import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import type { ReportFacts } from '../../../model/facts.js';
import { rule } from './rule.js';

const body = 'Sở đã tổ chức thực hiện trong năm.';
const report = (...headings: readonly string[]) => headings.map((heading) => `${heading}\n${body}`).join('\n');
const failuresOf = (text: string) =>
  evaluate(rule, text)
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ subject }) => subject);

describe('structure/heading-gap', () => {
  it.each([
    ['a Roman numeral left out', report('I. TÌNH HÌNH', 'II. KẾT QUẢ', 'IV. KIẾN NGHỊ'), 'section:IV'],
    ['a Roman numeral twice', report('I. TÌNH HÌNH', 'II. KẾT QUẢ', 'II. KIẾN NGHỊ'), 'section:II'],
    ['a sub-number left out', report('I. KẾT QUẢ', '1. Chỉ đạo', '1.1. Kế hoạch', '1.3. Kiểm tra'), 'section:I/1/1.3'],
    [
      'a first number that is not 1',
      report('I. KẾT QUẢ', '2. Công khai, minh bạch', '3. Cải cách hành chính'),
      'section:I/2',
    ],
    ['a letter left out', report('A. Chỉ đạo', 'B. Phòng ngừa', 'D. Thu hồi'), 'section:D'],
  ])('fails with %s', (_name, text, subject) => {
    expect(failuresOf(text)).toEqual([subject]);
  });

  it.each([
    ['numbers in order', report('I. TÌNH HÌNH', 'II. KẾT QUẢ', '1. Chỉ đạo', '2. Phòng ngừa', 'III. KIẾN NGHỊ')],
    [
      'numbers that begin anew under each part',
      report('I. TÌNH HÌNH', '1. Chức năng', '2. Tổ chức', 'II. KẾT QUẢ', '1. Chỉ đạo'),
    ],
    [
      'numbers that count on over the parts',
      report('I. TÌNH HÌNH', '1. Chức năng', '2. Tổ chức', 'II. KẾT QUẢ', '3. Chỉ đạo', '4. Phòng ngừa'),
    ],
    ['letters with D and Đ', report('A. Chỉ đạo', 'B. Phòng ngừa', 'C. Phát hiện', 'D. Thu hồi', 'Đ. Kết luận')],
    ['letters without Đ', report('A. Chỉ đạo', 'B. Phòng ngừa', 'C. Phát hiện', 'D. Thu hồi', 'E. Kết luận')],
    ['sub-numbers under a Roman part', report('I. TÌNH HÌNH', 'II. KẾT QUẢ', '2.1. Chỉ đạo', '2.2. Phòng ngừa')],
  ])('passes with %s', (_name, text) => {
    expect(evaluate(rule, text).every(({ outcome }) => outcome === 'pass')).toBe(true);
  });

  it('says nothing of a report without headings', () => {
    expect(evaluate(rule, body)).toEqual([]);
  });

  it('cannot judge where the missed mark stands behind the words of a line', () => {
    const ranOn = report('I. TÌNH HÌNH', 'II. KẾT QUẢ', 'Tổng điểm: 95 điểm III. ĐÁNH GIÁ CHUNG', 'IV. KIẾN NGHỊ');
    expect(evaluate(rule, ranOn).find(({ subject }) => subject === 'section:IV')?.outcome).toBe('cannot-judge');
  });

  it('cannot judge a mark that was read with doubt', () => {
    const change = (facts: ReportFacts): ReportFacts => ({
      ...facts,
      text: {
        ...facts.text,
        words: facts.sections.map(({ heading, marker }) => ({
          text: `${marker}.`,
          start: heading.start,
          end: heading.start + marker.length + 1,
          page: 1,
          box: [0.1, 0.1, 0.2, 0.12] as const,
          confidence: 0.5,
        })),
      },
    });
    const findings = evaluate(rule, report('I. TÌNH HÌNH', 'II. KẾT QUẢ', 'IV. KIẾN NGHỊ'), change);
    expect(findings.find(({ subject }) => subject === 'section:IV')).toMatchObject({
      outcome: 'cannot-judge',
      reason: 'doubtful-reading',
    });
  });

  it('cannot judge a jump over a page that was not read', () => {
    const change = (facts: ReportFacts): ReportFacts => ({
      ...facts,
      pages: facts.pages.map((page) => (page.number === 2 ? { ...page, readable: false } : page)),
    });
    const findings = evaluate(rule, `${report('I. TÌNH HÌNH', 'II. KẾT QUẢ')}\f\f${report('IV. KIẾN NGHỊ')}`, change);
    expect(findings.find(({ subject }) => subject === 'section:IV')).toMatchObject({
      outcome: 'cannot-judge',
      reason: 'page-unread',
    });
  });
});
