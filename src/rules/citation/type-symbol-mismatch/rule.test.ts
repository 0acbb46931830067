import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { ReportFacts } from '../../../model/facts.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, expected: Readonly<Record<string, Outcome>>][] = [
  [
    'fails for a report with the symbol of a letter',
    'Sở đã có Báo cáo số 215/SDL-VP ngày 06/6/2023.',
    { 'citation:215/SDL-VP': 'fail' },
  ],
  [
    'fails for a plan with the symbol of a decision',
    'UBND tỉnh ban hành Kế hoạch số 340/QĐ-UBND ngày 06/6/2023.',
    { 'citation:340/QĐ-UBND': 'fail' },
  ],
  [
    'fails for a letter with the symbol of a plan',
    'Sở đã gửi Công văn số 215/KH-SDL ngày 06/6/2023.',
    { 'citation:215/KH-SDL': 'fail' },
  ],
  [
    'fails for a Party directive called a conclusion',
    'Quán triệt Kết luận số 50-CT/TW ngày 07/12/2015.',
    { 'citation:50-CT/TW': 'fail' },
  ],
  [
    'says nothing of a malformed symbol without a type code',
    'Sở có Thông báo số 215/SDL/VP ngày 06/6/2023.',
    { 'citation:215/SDL/VP': 'not-applicable' },
  ],
  [
    'fails for a malformed symbol that bears another type',
    'Sở có Thông báo số 215/KH/SDL ngày 06/6/2023.',
    { 'citation:215/KH/SDL': 'fail' },
  ],
  [
    'passes a plan named in the title of its decision',
    'Sở có Quyết định phê duyệt Kế hoạch số 12/QĐ-SDL ngày 06/3/2023.',
    { 'citation:12/QĐ-SDL': 'pass' },
  ],
  [
    'passes every type with its own code',
    'Sở ban hành Kế hoạch số 12/KH-SDL ngày 06/3/2023, Tờ trình số 15/TTr-SDL ngày 09/3/2023, Chương trình số 05-CTr/TU ngày 30/3/2016.',
    { 'citation:12/KH-SDL': 'pass', 'citation:15/TTr-SDL': 'pass', 'citation:05-CTr/TU': 'pass' },
  ],
  [
    'passes a letter under any agency and unit',
    'Sở đã gửi Công văn số 215/SDL-VP ngày 06/6/2023 và Văn bản số 216/SDL ngày 07/6/2023.',
    { 'citation:215/SDL-VP': 'pass', 'citation:216/SDL': 'pass' },
  ],
  [
    'passes a letter of an agency whose letters look like a type',
    'Cục Thuế có Công văn số 812/CT-TTHT ngày 06/6/2023.',
    { 'citation:812/CT-TTHT': 'pass' },
  ],
  [
    'passes a law under the National Assembly’s symbol',
    'Thực hiện Luật số 36/2018/QH14 ngày 20/11/2018.',
    { 'citation:36/2018/QH14': 'pass' },
  ],
  [
    'passes a Party regulation under QĐ and a scheme under its decision',
    'Thực hiện Quy định số 69-QĐ/TW ngày 06/7/2022 và Đề án số 06/QĐ-TTg ngày 06/01/2022.',
    { 'citation:69-QĐ/TW': 'pass', 'citation:06/QĐ-TTg': 'pass' },
  ],
  [
    'passes a compound type that begins with its code',
    'Đã có Báo cáo số 18/BCTĐ-SDL ngày 25/5/2023.',
    { 'citation:18/BCTĐ-SDL': 'pass' },
  ],
  [
    'passes types outside the decree, and a letter whose unit bears their code',
    'Đã tiếp thu Kiến nghị số 9/KN-VKS ngày 06/7/2023; theo Công văn số 45/KN-TCHC ngày 12/5/2023.',
    { 'citation:9/KN-VKS': 'pass', 'citation:45/KN-TCHC': 'pass' },
  ],
  [
    'does not judge a common word before another type’s symbol',
    'Đã tiếp thu kiến nghị số 12/BC-STP ngày 06/7/2023.',
    {},
  ],
  [
    'does not judge a symbol older than the form',
    'Thành lập theo Quyết định số 240/TTg ngày 27/4/1995.',
    { 'citation:240/TTg': 'not-applicable' },
  ],
  [
    'leaves an office without a type code to the rule on malformed symbols',
    'Thực hiện Chỉ thị số 10/TTg ngày 22/4/2019.',
    { 'citation:10/TTg': 'not-applicable' },
  ],
];

describe('citation/type-symbol-mismatch', () => {
  it.each(cases)('%s', (_, body, expected) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(expected);
  });

  it('cannot judge a doubtful symbol', () => {
    const report = reportText('Sở đã có Báo cáo số 215/SDL-VP ngày 06/6/2023.');
    expect(outcomesOf(evaluate(rule, report, misread.citations('215/SDL-VP')))).toEqual({
      'citation:215/SDL-VP': 'cannot-judge',
    });
  });

  it('cannot judge a scanned symbol that is one letter from the code of its type', () => {
    const report = reportText('Sở đã có Báo cáo số 944/BG-SDL ngày 06/6/2023 và Báo cáo số 215/SDL-VP ngày 06/7/2023.');
    const scanned = (facts: ReportFacts): ReportFacts => ({
      ...facts,
      citations: facts.citations.map((one) => ({ ...one, confidence: 0.95 })),
    });
    expect(outcomesOf(evaluate(rule, report, scanned))).toEqual({
      'citation:944/BG-SDL': 'cannot-judge',
      'citation:215/SDL-VP': 'fail',
    });
  });
});
