import { describe, expect, it } from 'vitest';
import type { Section } from '../model/facts.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { plainText } from '../text/plainText.js';
import { extractSubHeadings } from './extractSubHeadings.js';

const { pipeline } = loadPipeline('pctn-2023');

/** Items of the one section that the text is, uncovered ones with `!`. */
function itemsIn(body: string): string[] {
  const text = plainText(`2.1. Phòng ngừa\n${body}`);
  const heading = { start: 0, end: text.text.indexOf('\n') };
  const span = { start: 0, end: text.text.length };
  const section: Section = {
    path: 'II/2/2.1',
    marker: '2.1',
    level: 3,
    title: 'Phòng ngừa',
    heading,
    span,
    criterion: 'B.1',
    part: null,
    appendix: false,
  };
  const parts = { coveringLetter: null, report: span, appendices: [], attached: [] };
  return extractSubHeadings({ text, parts, sections: [section], pipeline }).flatMap(({ items }) =>
    items.map(({ name, covered, span: place }) => {
      expect(text.text.slice(place.start, place.end)).toBe(name);
      return covered ? name : `!${name}`;
    }),
  );
}

describe('extractSubHeadings', () => {
  it.each([
    [
      'names two unlike matters joined by `và`, and the one without text',
      '- Kết quả thực hiện luân chuyển cán bộ và quy tắc ứng xử:\n+ Đơn vị đã luân chuyển 05 cán bộ theo kế hoạch.\n- Kết quả cải cách hành chính:\n+ Rút ngắn 12 thủ tục.',
      ['luân chuyển cán bộ', '!quy tắc ứng xử', 'cải cách hành chính'],
    ],
    [
      'keeps together what `và` joins to one matter',
      '- Công tác tiếp công dân và xử lý đơn:\n+ Đã tiếp 12 lượt.\n- Việc công khai và minh bạch trong mua sắm:\n+ Đã niêm yết 04 gói thầu.',
      ['tiếp công dân và xử lý đơn', 'công khai và minh bạch'],
    ],
    [
      'names two items of one heading, and the one without text',
      '- Kết quả thực hiện việc luân chuyển cán bộ và Kết quả thực hiện quy tắc ứng xử\nĐơn vị đã luân chuyển 05 cán bộ theo kế hoạch.',
      ['luân chuyển cán bộ', '!quy tắc ứng xử'],
    ],
    [
      'is content where the text speaks of both',
      '- Kết quả thực hiện việc luân chuyển cán bộ và Kết quả thực hiện quy tắc ứng xử\nĐơn vị đã luân chuyển 05 cán bộ. Văn hóa công sở được giữ vững.',
      ['luân chuyển cán bộ', 'quy tắc ứng xử'],
    ],
    [
      'takes any text under a heading of one item',
      '- Kết quả thực hiện quy tắc ứng xử\nĐơn vị đã thực hiện nghiêm túc.',
      ['quy tắc ứng xử'],
    ],
    [
      'parts headings that were run together in one line',
      '- Kết quả thực hiện công khai, minh bạch theo Luật PCTN 2018 - Kết quả thực hiện tiếp công dân\n+ Đã niêm yết tại trụ sở.',
      ['công khai, minh bạch', '!tiếp công dân'],
    ],
    [
      'knows a short form in brackets',
      '- Kết quả thực hiện kê khai tài sản (KKTS) và Kết quả thực hiện tặng quà, nhận quà (TQNQ)\nCông tác KKTS, TQNQ được quan tâm.',
      ['kê khai tài sản', 'tặng quà, nhận quà'],
    ],
    [
      'finds a heading with nothing below among others that have text',
      '- Kết quả thực hiện công khai:\nĐã niêm yết.\n- Kết quả thực hiện quy tắc ứng xử:\n- Kết quả thực hiện tiếp công dân:\nĐã tiếp 12 lượt.',
      ['công khai', '!quy tắc ứng xử', 'tiếp công dân'],
    ],
    [
      'finds it among bullets with a colon and text below, however they open',
      '- Luân chuyển kế toán, thủ quỹ:\nĐã luân chuyển 02 người.\n- Thực hiện quy tắc ứng xử, nhận quà tặng:\n- Tiếp dân:\nĐã tiếp 12 lượt.',
      ['!quy tắc ứng xử, nhận quà tặng'],
    ],
    [
      'does not take the score below for text',
      '- Kết quả thực hiện công khai:\nĐã niêm yết.\n- Kết quả thực hiện quy tắc ứng xử:\nTự đánh giá đạt: 27/27 điểm',
      ['công khai', '!quy tắc ứng xử'],
    ],
    ['leaves statements alone', '- Công tác tuyên truyền được thực hiện tốt.\n- Công tác tiếp công dân ổn định.', []],
    [
      'leaves statements alone that lost their full stop',
      '- Công tác tuyên truyền được thực hiện tốt\n- Công tác tiếp dân đã ổn định',
      [],
    ],
    ['leaves lists alone', '- Kết quả kiểm tra\n- Kết quả giám sát', []],
    ['leaves an item with its own text alone', '- Công khai, minh bạch: đã niêm yết 12 lượt.', []],
    [
      'takes words for all items at their word',
      '- Công tác kê khai tài sản và công tác tặng quà\nCác nội dung trên được thực hiện nghiêm.',
      ['kê khai tài sản', 'tặng quà'],
    ],
  ])('%s', (_name, body, expected) => {
    expect(itemsIn(body)).toEqual(expected);
  });
});
