import { describe, expect, it } from 'vitest';
import { textOf } from '../model/document-text.js';
import { loadVocabulary } from '../pipeline/loadVocabulary.js';
import { plainText } from './plainText.js';
import { sentencesIn } from './sentences.js';

function split(source: string, clauses = false): string[] {
  const document = plainText(source);
  return sentencesIn(document, { start: 0, end: document.text.length }, loadVocabulary().text, { clauses }).map(
    (span) => textOf(document, span),
  );
}

describe('sentencesIn', () => {
  it.each([
    [
      'ends at a full stop',
      'Đã tổ chức 02 hội nghị. Không có đơn thư.',
      ['Đã tổ chức 02 hội nghị.', 'Không có đơn thư.'],
    ],
    [
      'keeps dates and separators whole',
      'Ngày 3.3.2023 chi 1.250.000 đồng. Đạt 98,5%.',
      ['Ngày 3.3.2023 chi 1.250.000 đồng.', 'Đạt 98,5%.'],
    ],
    ['ends after a year', 'Thực hiện trong năm 2023. Kết quả tốt.', ['Thực hiện trong năm 2023.', 'Kết quả tốt.']],
    ['keeps a place’s short form', 'Làm việc tại TP. Nam Định. Kết thúc.', ['Làm việc tại TP. Nam Định.', 'Kết thúc.']],
    ['keeps a signing mark', 'KT. GIÁM ĐỐC', ['KT. GIÁM ĐỐC']],
    ['keeps a list mark with its item', '2.1. Công khai. Minh bạch.', ['2.1. Công khai.', 'Minh bạch.']],
    ['takes the closing ./. whole', 'Trân trọng báo cáo./. Nơi nhận', ['Trân trọng báo cáo./.', 'Nơi nhận']],
    ['never runs over a paragraph', 'Công khai\n- Minh bạch', ['Công khai', '- Minh bạch']],
    ['never runs over a cell', '1\tCông khai\t5', ['1', 'Công khai', '5']],
    [
      'goes on after a stop before a small letter',
      'các loại sổ sách v.v... của đơn vị',
      ['các loại sổ sách v.v... của đơn vị'],
    ],
    ['ends where the space is lost', 'đã thực hiện.Trong năm không có', ['đã thực hiện.', 'Trong năm không có']],
    [
      'keeps a symbol with a dot',
      'Công văn số 14/TTCP-C.IV ngày 02/3/2023',
      ['Công văn số 14/TTCP-C.IV ngày 02/3/2023'],
    ],
    ['keeps clauses together', 'Có kế hoạch; có báo cáo.', ['Có kế hoạch; có báo cáo.']],
  ])('%s', (_name, source, sentences) => {
    expect(split(source)).toEqual(sentences);
  });

  it('ends at semicolons where clauses are asked for', () => {
    expect(split('Có kế hoạch; có báo cáo.', true)).toEqual(['Có kế hoạch;', 'có báo cáo.']);
  });
});
