import { describe, expect, it } from 'vitest';
import { textOf } from '../model/document-text.js';
import type { Section } from '../model/facts.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { plainText } from '../text/plainText.js';
import { extractCitations } from './extractCitations.js';
import { extractUnnumbered } from './extractUnnumbered.js';

const { pipeline } = loadPipeline('pctn-2023');

function unnumberedIn(report: string, sections: readonly Section[] = []): string[] {
  const text = plainText(report);
  const input = {
    text,
    parts: { coveringLetter: null, report: { start: 0, end: text.text.length }, appendices: [], attached: [] },
    sections,
    pipeline,
  };
  const identity = {
    agency: null,
    abbreviation: null,
    number: null,
    numberSpan: null,
    date: null,
    dateSpan: null,
    year: null,
    title: null,
    place: null,
    signer: null,
    signerSpan: null,
    signatures: [],
    unread: [],
  };
  return extractUnnumbered(input, extractCitations(input, identity)).map(({ span }) => textOf(text, span));
}

describe('relied on with neither number nor date', () => {
  it.each([
    [
      'Thực hiện Quyết định của UBND tỉnh về tiết giảm chi phí, đơn vị đã rà soát.',
      'Quyết định của UBND tỉnh về tiết giảm chi phí',
    ],
    ['chi trả đầy đủ theo Quyết định của Sở về định mức xăng xe.', 'Quyết định của Sở về định mức xăng xe'],
    ['Sở đã ban hành Kế hoạch kiểm tra nội bộ các phòng.', 'Kế hoạch kiểm tra nội bộ các phòng'],
    [
      'Thực hiện nghiêm túc Kế hoạch của Thành ủy về phòng ngừa tiêu cực.',
      'Kế hoạch của Thành ủy về phòng ngừa tiêu cực',
    ],
  ])('%j', (report, expected) => expect(unnumberedIn(report)).toEqual([expected]));
});

describe('not told', () => {
  it.each([
    ['with a number', 'Thực hiện Kế hoạch số 12/KH-SYT về kiểm tra nội bộ các phòng.'],
    ['with its number behind the title', 'ban hành Kế hoạch kiểm tra nội bộ các phòng (số 12/KH-SYT ngày 1/2/2023).'],
    ['with a date', 'Thực hiện Quyết định ngày 05/01/2023 của Sở về định mức xăng xe.'],
    [
      'whose number stands elsewhere',
      'Kế hoạch số 12/KH-SYT về kiểm tra nội bộ các phòng.\nSở thực hiện Kế hoạch kiểm tra nội bộ các phòng.',
    ],
    ['a task to come', 'Tiếp tục thực hiện Kế hoạch kiểm tra nội bộ các phòng.'],
    ['a document in general', 'đã xây dựng kế hoạch, ban hành quyết định theo quy định'],
    ['a pointer', 'theo Quyết định này và theo Kế hoạch nêu trên'],
    ['a mere mention', 'góp ý dự thảo Kế hoạch kiểm tra nội bộ các phòng'],
  ])('%s', (_, report) => expect(unnumberedIn(report)).toEqual([]));

  it('in the proposals', () => {
    const report = 'Thực hiện Quyết định của UBND tỉnh về tiết giảm chi phí.';
    const proposals: Section = {
      path: 'IV',
      marker: 'IV',
      level: 1,
      title: 'Kiến nghị',
      heading: { start: 0, end: 0 },
      span: { start: 0, end: report.length },
      criterion: null,
      part: 'IV',
      appendix: false,
    };
    expect(unnumberedIn(report, [proposals])).toEqual([]);
  });
});
