import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { readText } from '../../../../test/support/readText.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { ReportFacts } from '../../../model/facts.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, outcome: Outcome | undefined][] = [
  ['passes a quotient rounded to one decimal', 'Giải quyết 118/160 hồ sơ, đạt 73,8%.', 'pass'],
  ['fails beyond the rounding', 'Giải quyết 118/160 hồ sơ, đạt 74,8%.', 'fail'],
  ['fails a truncated decimal', 'Giải quyết 118/160 hồ sơ, đạt 73,6%.', 'fail'],
  ['allows half a point without decimals', 'Giải quyết 118/160 hồ sơ, đạt 74%.', 'pass'],
  ['fails a whole number that is not the nearest', 'Giải quyết 118/160 hồ sơ, đạt 73%.', 'fail'],
  ['takes 100% for all but a few of many', 'Giải quyết 499/500 hồ sơ, đạt 100%.', 'pass'],
  ['fails a part that was approved', 'Thẩm định 25 hồ sơ, chấp thuận 18 hồ sơ, chiếm 82% tổng số hồ sơ.', 'fail'],
  ['fails 100% of a part', 'Giải quyết 150/160 hồ sơ, đạt 100%.', 'fail'],
  ['fails more than all', 'Giải quyết 160 trên tổng số 118 hồ sơ, đạt 73,8%.', 'fail'],
  ['lets gần lower the part', 'Gần 400 đơn vị dùng phần mềm, đạt 58% tổng số đơn vị (650 đơn vị).', 'pass'],
  ['does not let gần raise it', 'Gần 400 đơn vị dùng phần mềm, đạt 68% tổng số đơn vị (650 đơn vị).', 'fail'],
  ['lets hơn raise the part', 'Hơn 400 đơn vị dùng phần mềm, đạt 65% tổng số đơn vị (650 đơn vị).', 'pass'],
  ['does not let hơn lower it', 'Hơn 400 đơn vị dùng phần mềm, đạt 58% tổng số đơn vị (650 đơn vị).', 'fail'],
  ['lets khoảng do both', 'Khoảng 400 đơn vị dùng phần mềm, đạt 65% tổng số đơn vị (650 đơn vị).', 'pass'],
  ['lets gần in the whole raise the share', 'Có 300 đơn vị tham gia, đạt 78% tổng số đơn vị (gần 400 đơn vị).', 'pass'],
  ['takes hơn before the percentage at its word', 'Giải quyết 118/160 hồ sơ, đạt hơn 70%.', 'pass'],
  ['fails where less than hơn', 'Giải quyết 118/160 hồ sơ, đạt trên 80%.', 'fail'],
  ['allows for amounts that are rounded themselves', 'Thu hồi 3,2 tỷ đồng trên tổng số 4,1 tỷ đồng, đạt 79%.', 'pass'],
  ['fails beyond their rounding', 'Thu hồi 3,2 tỷ đồng trên tổng số 4,1 tỷ đồng, đạt 88%.', 'fail'],
  ['says nothing of a bare percentage', 'Đã hoàn thành 100% chỉ tiêu.', undefined],
  ['says nothing of numbers of different things', 'Tổ chức 05 lớp cho 200 người, đạt 95%.', undefined],
];

/** As if a scan had been read, with doubt where said. */
const scanned =
  (report: string, doubtful: readonly string[] = []) =>
  (facts: ReportFacts): ReportFacts => ({
    ...facts,
    text: readText(report, doubtful),
    pages: facts.pages.map((page) => ({ ...page, origin: 'ocr' as const })),
    figures: facts.figures.map((figure) => ({ ...figure, doubtful: doubtful.length > 0 })),
  });

describe('figure/percentage-mismatch', () => {
  it.each(cases)('%s', (_, body, outcome) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(outcome === undefined ? {} : { 'section:I': outcome });
  });

  it('tells the arithmetic', () => {
    const [finding] = evaluate(rule, reportText('Giải quyết 1.180/1.600 hồ sơ, đạt 78,8%.'));
    expect(finding).toMatchObject({
      message: {
        vi: expect.stringMatching(/78,8%.*1\.180 trên 1\.600 là 73,8%.*±0,05/),
        en: expect.stringMatching(/78\.8%.*1,180 of 1,600 is 73\.8%.*±0\.05/),
      },
    });
  });

  it('cannot judge digits read with doubt', () => {
    const report = reportText('Giải quyết 118/160 hồ sơ, đạt 78,8%.');
    const [finding] = evaluate(rule, report, scanned(report, ['118/160']));
    expect(finding).toMatchObject({ outcome: 'cannot-judge', reason: 'doubtful-reading', confidence: 0.4 });
  });

  it('cannot judge on a scan what a lost decimal comma explains', () => {
    const report = reportText('Giải quyết 118/160 hồ sơ, đạt 738%.');
    expect(outcomesOf(evaluate(rule, report))).toEqual({ 'section:I': 'fail' });
    expect(outcomesOf(evaluate(rule, report, scanned(report)))).toEqual({ 'section:I': 'cannot-judge' });
  });
});
