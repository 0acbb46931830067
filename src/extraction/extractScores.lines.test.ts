import { describe, expect, it } from 'vitest';
import { scoredReport } from '../../test/support/scoredReport.js';
import type { Score } from '../model/facts.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { findParts } from '../structure/findParts.js';
import { findSections } from '../structure/findSections.js';
import { plainText } from '../text/plainText.js';
import { extractScores } from './extractScores.js';

const { pipeline } = loadPipeline('pctn-2023');

function scoresOf(source: string): readonly Score[] {
  const text = plainText(source);
  const parts = findParts(text, pipeline);
  return extractScores({ text, parts, sections: findSections(text, parts, pipeline), pipeline }).scores;
}

const pointsOf = (id: string, source: string) =>
  scoresOf(source)
    .filter(({ criterion }) => criterion === id)
    .map(({ claimed, max }) => `${claimed}/${max ?? '?'}`);

describe('a claim has the maximum', () => {
  it.each([
    ['on the line above', 'Điểm tối đa: 12 điểm\nĐiểm tự chấm: 11 điểm'],
    ['on the lettered line above', 'a) Kết quả: 03 cuộc.\nb) Điểm tối đa: 12 điểm.\nc) Điểm tự chấm: 11 điểm.'],
    ['on the line above, both in a list', '- Điểm tối đa: 12\n- Điểm tự chấm: 11'],
    ['on the line below', 'Điểm tự chấm: 11 điểm\nĐiểm tối đa: 12 điểm'],
    ['in the row above, beside its label', 'Kết quả\t03 cuộc\nĐiểm tối đa\t12\nĐiểm tự chấm\t11'],
  ])('that stands %s', (_, content) => expect(pointsOf('C.1', scoredReport({ 'C.1': content }))).toEqual(['11/12']));

  it('of its row, and is what remains of it', () => {
    const table = [
      'PHỤ LỤC',
      'TT\tTiêu chí\tĐiểm tối đa\tĐiểm trừ\tĐiểm còn lại',
      '3.1\tĐánh giá việc phát hiện hành vi tham nhũng\t12\t1\t11',
      '3.2\tĐánh giá việc xử lý tham nhũng\t20\t0\t20',
      '\tCộng\t100\t1\t99',
    ];
    expect(pointsOf('C.1', scoredReport({ 'C.1': 'Đã kiểm tra.' }, table))).toEqual(['11/12']);
  });
});

it('reads a claim through stray marks and a misread unit', () => {
  expect(pointsOf('C.1', scoredReport({ 'C.1': 'Tụ đánh giá đạt :- 12/12 điển' }))).toEqual(['12/12']);
});

describe('a paragraph that opens with the name of a criterion', () => {
  const told = (text: string) =>
    scoresOf(
      [
        'BÁO CÁO',
        'Tự đánh giá công tác phòng, chống tham nhũng năm 2023',
        'I. TÌNH HÌNH',
        'Sở có 5 phòng.',
        'II. KẾT QUẢ',
        'Sở tự chấm như sau:',
        text,
        'III. KIẾN NGHỊ',
        'Không có.',
      ].join('\n'),
    );

  it.each([
    ['a) Xử lý tham nhũng: đơn vị không có vụ việc. Tự chấm 20/20 điểm.', 'C.2 20/20'],
    ['- Tiêu chí xử lý tham nhũng (tối đa 20 điểm): chưa có trường hợp nào. Tự chấm điểm: 19.', 'C.2 19/20'],
    ['Việc xử lý tham nhũng đạt 20/20 điểm. Đã khiển trách 01 kế toán.', 'C.2 20/20'],
    ['* Về xử lý tham nhũng (20/20 điểm): không phát sinh vụ việc.', 'C.2 20/20'],
    ['Ở tiêu chí xử lý tham nhũng, Sở tự chấm 18/20 điểm; còn 01 vụ chưa kết thúc.', 'C.2 18/20'],
    ['Về xử lý tham nhũng, Sở đã khiển trách một kế toán và tự chấm nội dung này 20/20 điểm.', 'C.2 20/20'],
  ])('claims its points: %s', (text, expected) => {
    const [score] = told(text);
    expect(`${score?.criterion} ${score?.claimed}/${score?.max}`).toBe(expected);
    expect(score?.paragraph).not.toBeNull();
  });

  it.each([
    ['- Xử lý tham nhũng: Sở tự chấm 20/20 điểm.', 'says nothing more'],
    ['- Xử lý tham nhũng (20/20 điểm).', 'says nothing more'],
    ['- Xử lý tham nhũng: Ban Quản lý Khu kinh tế tự chấm 20/20 điểm.', 'says no more than who claims'],
    ['- Xử lý tham nhũng: đơn vị không có vụ việc. Tự chấm 12/12 điểm.', 'prints another maximum'],
    ['Kết quả chung của cả năm được duy trì tốt. Tự chấm 20/20 điểm.', 'names none'],
  ])('is no text of a criterion: %s', (text) => {
    expect(told(text).filter(({ paragraph }) => paragraph !== null)).toEqual([]);
  });
});
