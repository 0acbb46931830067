import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { type Outcomes, outcomesOf } from '../../../../test/support/outcomes.js';
import { scoredReport, scoreRow, scoreTable } from '../../../../test/support/scoredReport.js';
import type { ReportFacts } from '../../../model/facts.js';
import { rule } from './rule.js';

const cases: readonly [name: string, report: string, expected: Outcomes][] = [
  [
    'fails for a criterion whose section has no points',
    scoredReport({ 'D.2': 'Đã phối hợp.' }),
    { 'criterion:D.2': 'fail', 'criterion:D.1': 'pass' },
  ],
  ['fails for a criterion without a section', scoredReport({ 'B.2': null }), { 'criterion:B.2': 'fail' }],
  [
    'fails for the topmost node only',
    scoredReport({ C: null, 'C.1': null, 'C.2': null, 'C.3': null }),
    { 'criterion:C': 'fail' },
  ],
  [
    'passes a criterion that only the table claims',
    scoredReport({ 'D.2': null }, scoreTable(scoreRow('D.2', '5', '5'))),
    { 'criterion:D.2': 'pass' },
  ],
  [
    'fails for a blank cell of a typed table',
    scoredReport({ 'D.2': null }, scoreTable(scoreRow('D.2', '5', ''))),
    { 'criterion:D.2': 'fail' },
  ],
  [
    'cannot judge a cell that could not be read',
    scoredReport({ 'D.2': null }, scoreTable(scoreRow('D.2', '5', '¿?'))),
    { 'criterion:D.2': 'cannot-judge' },
  ],
  [
    'is not applicable to what the report says is not assessed',
    scoredReport({ 'D.2': 'Tiêu chí này không đánh giá.' }),
    { 'criterion:D.2': 'not-applicable' },
  ],
];

const onPage =
  (page: Partial<ReportFacts['pages'][number]>) =>
  (facts: ReportFacts): ReportFacts => ({
    ...facts,
    pages: facts.pages.map((one) => ({ ...one, ...page })),
  });

describe('score/missing-criterion', () => {
  it.each(cases)('%s', (_, report, expected) => {
    expect(outcomesOf(evaluate(rule, report))).toMatchObject(expected);
  });

  it('never asks for a part whose whole is claimed, nor for a whole whose parts are', () => {
    expect(Object.keys(outcomesOf(evaluate(rule, scoredReport())))).toEqual([
      'criterion:A',
      'criterion:B.1',
      'criterion:B.2',
      'criterion:C.1',
      'criterion:C.2',
      'criterion:C.3',
      'criterion:D.1',
      'criterion:D.2',
    ]);
  });

  it('cannot judge where a page, or ink in its text, could not be read', () => {
    const report = scoredReport({ 'D.2': 'Đã phối hợp.' });
    const ink = [{ box: [0.1, 0.1, 0.9, 0.12] as const, marks: 30 }];
    expect(outcomesOf(evaluate(rule, report, onPage({ readable: false })))).toMatchObject({
      'criterion:D.2': 'cannot-judge',
    });
    expect(outcomesOf(evaluate(rule, report, onPage({ unread: ink })))).toMatchObject({
      'criterion:D.2': 'cannot-judge',
    });
  });

  it('cannot judge what another file of the submission claims: the report may go on in it', () => {
    const report = scoredReport({ 'D.1': null, 'D.2': null });
    const further = (id: 'D.2' | 'A') =>
      ['=== bang-diem.pdf', ...scoreTable(scoreRow(id, id === 'A' ? '20' : '5', '5'))].join('\n');
    const outcomes = outcomesOf(evaluate(rule, `${report}\n${further('D.2')}`));
    expect(outcomes).toMatchObject({ 'criterion:D': 'cannot-judge' });
    expect(outcomesOf(evaluate(rule, `${report}\n${further('A')}`))).toMatchObject({ 'criterion:D': 'fail' });
  });

  it('cannot judge where points stand that no criterion could be given', () => {
    const report = scoredReport({ 'D.2': '- Việc một: tự chấm 1/1 điểm\n- Việc hai: tự chấm 3/4 điểm' });
    expect(outcomesOf(evaluate(rule, report))).toMatchObject({ 'criterion:D.2': 'cannot-judge' });
  });

  it('cannot judge where claims are spoken of and none was recognised', () => {
    const lines = ['BÁO CÁO', 'Tự đánh giá công tác phòng, chống tham nhũng năm 2023', 'I. ĐẶC ĐIỂM TÌNH HÌNH', 'Mới.'];
    const lost = [...lines, 'Điểm tối đa Điểm tự chấm', 'Lãnh đạo, chỉ đạo hai mươi mười chín'].join('\n');
    expect(new Set(Object.values(outcomesOf(evaluate(rule, lost))))).toEqual(new Set(['cannot-judge']));
    expect(new Set(Object.values(outcomesOf(evaluate(rule, lines.join('\n')))))).toEqual(new Set(['fail']));
  });

  it('cannot judge where two numbers stand behind the words of the criterion’s heading', () => {
    const report = scoredReport({ 'D.2': 'Đã phối hợp.' }).replace('thi hành án:', 'thi hành án 5 4,5');
    expect(outcomesOf(evaluate(rule, report))).toMatchObject({ 'criterion:D.2': 'cannot-judge' });
  });

  it('cannot judge where a row gives its points to another criterion', () => {
    const report = scoredReport({ 'C.2': null, 'C.3': null }, scoreTable(scoreRow('C.3', '20', '20')));
    expect(outcomesOf(evaluate(rule, report))).toMatchObject({ 'criterion:C.2': 'cannot-judge' });
  });

  it.each([
    ['Điểm của mục: 4 cộng lại thành năm', 'cannot-judge'],
    ['Điểm tự chấm: B.', 'cannot-judge'],
    ['Đơn vị tự dhẩm 4,5/5 điểm.', 'cannot-judge'],
    ['Đã khắc phục 4/5 tồn tại.', 'fail'],
    ['Điểm trừ: 1', 'fail'],
  ])('reads %s under the criterion’s heading: %s', (line, outcome) => {
    expect(outcomesOf(evaluate(rule, scoredReport({ 'D.2': line })))).toMatchObject({ 'criterion:D.2': outcome });
  });

  it('cannot judge a criterion that a cell of a picture names, joined to the heading of its column', () => {
    const [, , header = '', ...rest] = scoreTable(scoreRow('D.1', '5', '5'));
    const named = `Tiêu chí ${scoreRow('D.2', '', '').split('\t')[1]}`;
    const report = scoredReport({ 'D.2': null }, ['PHỤ LỤC', 'BẢNG', header.replace('Tiêu chí', named), ...rest]);
    expect(outcomesOf(evaluate(rule, report, misread.picture(report)))).toMatchObject({
      'criterion:D.2': 'cannot-judge',
    });
    expect(outcomesOf(evaluate(rule, report))).toMatchObject({ 'criterion:D.2': 'fail' });
  });

  it('cannot judge a blank cell of a picture, whose digits may be lost', () => {
    const report = scoredReport({ 'D.2': null }, scoreTable(scoreRow('D.2', '5', '')));
    expect(outcomesOf(evaluate(rule, report, misread.picture(report)))).toMatchObject({
      'criterion:D.2': 'cannot-judge',
    });
  });
});
