import { describe, expect, it } from 'vitest';
import { evaluate, factsOf } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { Outcome } from '../../../model/rule.js';
import { loadPipeline } from '../../../pipeline/loadPipeline.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, expected: Readonly<Record<string, Outcome>>][] = [
  [
    'fails for a document dated after the report',
    'Sở đã ban hành Kế hoạch số 12/KH-SDL ngày 21/12/2023.',
    { 'citation:12/KH-SDL': 'fail' },
  ],
  [
    'passes a document of the report’s own day',
    'Sở đã ban hành Kế hoạch số 12/KH-SDL ngày 20/12/2023.',
    { 'citation:12/KH-SDL': 'pass' },
  ],
  ['says nothing of a document without a date', 'Sở đã ban hành Kế hoạch số 12/KH-SDL.', {}],
];

describe('citation/future-date', () => {
  it.each(cases)('%s', (_, body, expected) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(expected);
  });

  it('tells both dates', () => {
    const [finding] = evaluate(rule, reportText('Sở đã ban hành Kế hoạch số 12/KH-SDL ngày 05/3/2024.'));
    expect(finding).toMatchObject({ message: { vi: expect.stringMatching(/05\/3\/2024.*20\/12\/2023/) } });
  });

  it.each([
    ['fails', '30/4/2024', 'fail'],
    ['passes', '29/4/2024', 'pass'],
  ])('without a report date %s a document of %s, by the time for filing', (_, date, outcome) => {
    const report = reportText(`Thực hiện Quyết định số 157/QĐ-TTCP ngày ${date}.`, { date: '' });
    expect(outcomesOf(evaluate(rule, report))).toEqual({ 'citation:157/QĐ-TTCP': outcome });
  });

  it('cannot judge a document of after the period where the report’s date is there and could not be read', () => {
    const report = reportText(
      'Sở ban hành Kế hoạch số 12/KH-SDL ngày 09/02/2024 và Thông báo số 80/TB-SDL ngày 20/12/2023.',
      { date: 'Minh Hà, ngày ... tháng ... năm 2024' },
    );
    expect(outcomesOf(evaluate(rule, report))).toEqual({
      'citation:12/KH-SDL': 'cannot-judge',
      'citation:80/TB-SDL': 'pass',
    });
  });

  it('does not measure by a report date before the period, which is itself in error', () => {
    const report = reportText('Sở đã ban hành Kế hoạch số 12/KH-SDL ngày 06/3/2023.', {
      date: 'Minh Hà, ngày 20 tháng 12 năm 2013',
    });
    expect(outcomesOf(evaluate(rule, report))).toEqual({ 'citation:12/KH-SDL': 'pass' });
  });

  it('cannot judge where several documents are later, as the report’s date may be the wrong one', () => {
    const body =
      'Sở ban hành Kế hoạch số 12/KH-SDL ngày 06/3/2023, Kế hoạch số 45/KH-SDL ngày 10/5/2023 và Thông báo số 80/TB-SDL ngày 20/6/2023.';
    const report = reportText(body, { date: 'Minh Hà, ngày 20 tháng 02 năm 2023' });
    expect(outcomesOf(evaluate(rule, report))).toEqual({
      'citation:12/KH-SDL': 'cannot-judge',
      'citation:45/KH-SDL': 'cannot-judge',
      'citation:80/TB-SDL': 'cannot-judge',
    });
  });

  it('cannot judge so either where no rubric fits the year, or the report is dated after the time for filing', () => {
    const { pipeline, registry } = loadPipeline('pctn-2023');
    const body = (year: number) =>
      `Sở ban hành Kế hoạch số 12/KH-SDL ngày 06/9/${year}, Kế hoạch số 45/KH-SDL ngày 10/9/${year} và Thông báo số 80/TB-SDL ngày 20/9/${year}.`;
    const late = reportText(body(2024), { date: 'Minh Hà, ngày 20 tháng 6 năm 2024' });
    expect(new Set(evaluate(rule, late).map(({ outcome }) => outcome))).toEqual(new Set(['cannot-judge']));
    const facts = factsOf(reportText(body(2023), { date: 'Minh Hà, ngày 20 tháng 02 năm 2023' }));
    const unfit = rule.evaluate({ facts, registry, attachments: [], pipeline: { ...pipeline, rubricFits: false } });
    expect(unfit.map(({ outcome }) => outcome)).toEqual(['cannot-judge', 'cannot-judge', 'cannot-judge']);
  });

  it('says nothing without a report date where the period is another year’s', () => {
    const { pipeline, registry } = loadPipeline('pctn-2023');
    const facts = factsOf(
      reportText('Sở ban hành Kế hoạch số 12/KH-SDL ngày 06/9/2024 về công tác kiểm tra.', { date: '' }),
    );
    expect(rule.evaluate({ facts, registry, attachments: [], pipeline: { ...pipeline, rubricFits: false } })).toEqual(
      [],
    );
  });

  it('cannot judge a doubtful reading', () => {
    const report = reportText('Sở đã ban hành Kế hoạch số 12/KH-SDL ngày 21/12/2023.');
    expect(outcomesOf(evaluate(rule, report, misread.citations('12/KH-SDL')))).toEqual({
      'citation:12/KH-SDL': 'cannot-judge',
    });
  });
});
