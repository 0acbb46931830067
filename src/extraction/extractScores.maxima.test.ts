import { describe, expect, it } from 'vitest';
import { scoredReport } from '../../test/support/scoredReport.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { findParts } from '../structure/findParts.js';
import { findSections } from '../structure/findSections.js';
import { plainText } from '../text/plainText.js';
import { extractScores } from './extractScores.js';

const { pipeline } = loadPipeline('pctn-2023');

function pointsOf(id: string, source: string): readonly string[] {
  const text = plainText(source);
  const parts = findParts(text, pipeline);
  const { scores } = extractScores({ text, parts, sections: findSections(text, parts, pipeline), pipeline });
  return scores.filter(({ criterion }) => criterion === id).map(({ claimed, max }) => `${claimed}/${max ?? '?'}`);
}

describe('a claim has the maximum', () => {
  it.each([
    ['on the line above', 'Điểm tối đa: 12 điểm\nĐiểm tự chấm: 11 điểm'],
    ['on the lettered line above', 'a) Kết quả: 03 cuộc.\nb) Điểm tối đa: 12 điểm.\nc) Điểm tự chấm: 11 điểm.'],
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
