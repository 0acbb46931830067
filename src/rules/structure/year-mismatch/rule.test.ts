import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { readText } from '../../../../test/support/readText.js';
import { scoredReport } from '../../../../test/support/scoredReport.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

/** A report whose section II/2/2.1 holds the lines; with a document of the year, so that no result is the only one. */
const among = (...lines: string[]) =>
  scoredReport({
    'B.1': ['Đã ban hành Văn bản số 33/SDL-VP ngày 05/3/2023.', ...lines, 'Tự đánh giá đạt: 27/27 điểm'].join('\n'),
  });
const alone = (...lines: string[]) => scoredReport({ 'B.1': [...lines, 'Tự đánh giá đạt: 27/27 điểm'].join('\n') });

const cases: readonly [name: string, report: string, outcome: Outcome | undefined][] = [
  [
    'fails a result of last year in the year reported',
    among('Trong năm 2022, Sở đã hoàn thành chỉ tiêu được giao trong năm báo cáo.'),
    'fail',
  ],
  [
    'fails it at the end of the sentence',
    among('Chỉ tiêu của kỳ báo cáo này đã được thực hiện xong trong năm 2022.'),
    'fail',
  ],
  ['fails a heading of results', among('Kết quả công khai năm 2022: đạt yêu cầu của kỳ báo cáo.'), 'fail'],
  ['fails a year to come', among('Trong năm 2024, Sở đã hoàn thành chỉ tiêu của năm báo cáo.'), 'fail'],
  ['fails the only result under a heading', alone('Trong năm 2022, Sở đã tổ chức 05 lớp tập huấn.'), 'fail'],
  ['passes the year reported', among('Trong năm 2023, Sở đã hoàn thành chỉ tiêu được giao trong năm báo cáo.'), 'pass'],
  ['passes a result of last year among others', among('Trong năm 2022, Sở đã tổ chức 05 lớp tập huấn.'), 'pass'],
  [
    'passes a result of last year beside a count',
    alone('Trong năm 2022, Sở đã tổ chức 05 lớp.', 'Đã tiếp 12 lượt công dân.'),
    'pass',
  ],
  ['passes a comparison', among('Trong năm báo cáo, số đơn giảm so với năm 2022.'), 'pass'],
  [
    'passes both years side by side',
    among('Năm 2022 đã tổ chức 05 lớp, năm 2023 đã tổ chức 06 lớp trong kỳ báo cáo.'),
    'pass',
  ],
  ['passes a plan’s term', among('Thực hiện kế hoạch giai đoạn năm 2021-2025 trong kỳ báo cáo.'), 'pass'],
  ['passes a law', among('Luật Phòng, chống tham nhũng năm 2018 được quán triệt trong năm báo cáo.'), 'pass'],
  ['passes the year of an index', among('Chỉ số PAR INDEX năm 2022 đã được công bố trong kỳ báo cáo.'), 'pass'],
  [
    'passes a document of last year',
    among('Đã ban hành Kế hoạch công tác năm 2022 và thực hiện trong kỳ báo cáo.'),
    'pass',
  ],
  ['passes what was carried over', among('Số đơn năm 2022 chuyển sang kỳ báo cáo này là 05 đơn.'), 'pass'],
  ['says nothing without a year', alone('Đã tổ chức 05 lớp tập huấn.'), undefined],
];

describe('structure/year-mismatch', () => {
  it.each(cases)('%s', (_, report, outcome) => {
    expect(outcomesOf(evaluate(rule, report))['section:II/2/2.1']).toBe(outcome);
  });

  it('does not take a history of the agency for a result', () => {
    const report = scoredReport().replace('Sở Du lịch là cơ quan chuyên môn.', 'Năm 2015, Sở được thành lập.');
    expect(outcomesOf(evaluate(rule, report))['section:I']).toBe('pass');
  });

  it('tells both years', () => {
    const report = among('Trong năm 2022, Sở đã hoàn thành chỉ tiêu được giao trong năm báo cáo.');
    const finding = evaluate(rule, report).find(({ outcome }) => outcome === 'fail');
    expect(finding).toMatchObject({ message: { vi: expect.stringContaining('2022 ≠ 2023') } });
  });

  it('cannot judge a year read with doubt', () => {
    const report = among('Trong năm 2022, Sở đã hoàn thành chỉ tiêu được giao trong năm báo cáo.');
    const findings = evaluate(rule, report, (facts) => ({ ...facts, text: readText(report, ['2022,']) }));
    expect(outcomesOf(findings)['section:II/2/2.1']).toBe('cannot-judge');
  });

  it('calls nothing the only result where a page was not read', () => {
    const report = alone('Trong năm 2022, Sở đã tổ chức 05 lớp tập huấn.');
    const findings = evaluate(rule, report, (facts) => ({
      ...facts,
      pages: facts.pages.map((page) => ({ ...page, readable: false })),
    }));
    expect(outcomesOf(findings)['section:II/2/2.1']).toBe('cannot-judge');
  });
});
