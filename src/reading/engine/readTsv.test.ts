import { describe, expect, it } from 'vitest';
import { readTsv } from './readTsv.js';

const head = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';

describe('readTsv', () => {
  it('gathers words into lines, with boxes and confidence from 0 to 1', () => {
    const tsv = [
      head,
      '4\t1\t1\t1\t1\t0\t10\t20\t100\t30\t-1\t',
      '5\t1\t1\t1\t1\t1\t10\t20\t40\t30\t96.5\tKế',
      '5\t1\t1\t1\t1\t2\t55\t20\t60\t30\t88\thoạch',
      '5\t1\t1\t1\t2\t1\t10\t60\t40\t30\t0\tsố',
    ].join('\n');
    expect(readTsv(tsv)).toEqual([
      {
        words: [
          { text: 'Kế', confidence: 0.965, box: { left: 10, top: 20, right: 50, bottom: 50 } },
          { text: 'hoạch', confidence: 0.88, box: { left: 55, top: 20, right: 115, bottom: 50 } },
        ],
      },
      { words: [{ text: 'số', confidence: 0, box: { left: 10, top: 60, right: 50, bottom: 90 } }] },
    ]);
  });

  it('leaves out words of spaces', () => {
    expect(readTsv(`${head}\n5\t1\t1\t1\t1\t1\t10\t20\t40\t30\t95\t `)).toEqual([]);
  });
});
