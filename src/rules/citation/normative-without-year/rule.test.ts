import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { reportText } from '../../../../test/support/reportText.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const cases: readonly [name: string, body: string, expected: Readonly<Record<string, Outcome>>][] = [
  [
    'fails for a decision on functions and organisation',
    'Sở hoạt động theo Quyết định số 22/QĐ-UBND ngày 14/4/2023 của Ủy ban nhân dân tỉnh ban hành Quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Du lịch.',
    { 'citation:22/QĐ-UBND': 'fail' },
  ],
  [
    'fails where the functions are said to be laid down in it',
    'Chức năng, nhiệm vụ của Sở được quy định tại Quyết định số 22/QĐ-UBND ngày 14/4/2023 của UBND tỉnh.',
    { 'citation:22/QĐ-UBND': 'fail' },
  ],
  [
    'fails for a regulation on the whole province',
    'Thực hiện Quyết định số 31/QĐ-UBND ngày 14/4/2023 của UBND tỉnh ban hành Quy định về quản lý hoạt động lữ hành trên địa bàn tỉnh.',
    { 'citation:31/QĐ-UBND': 'fail' },
  ],
  [
    'passes a number with its year',
    'Sở hoạt động theo Quyết định số 22/2023/QĐ-UBND ngày 14/4/2023 của UBND tỉnh ban hành Quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Du lịch.',
    { 'citation:22/2023/QĐ-UBND': 'pass' },
  ],
  [
    'passes what only names functions in its title',
    'UBND tỉnh có Quyết định số 22/QĐ-UBND ngày 14/4/2023 về việc công bố danh mục thủ tục hành chính thuộc chức năng, nhiệm vụ của Sở.',
    { 'citation:22/QĐ-UBND': 'pass' },
  ],
  [
    'passes internal rules',
    'UBND huyện có Quyết định số 81/QĐ-UBND ngày 14/4/2023 về việc ban hành Quy chế chi tiêu nội bộ.',
    { 'citation:81/QĐ-UBND': 'pass' },
  ],
  [
    'passes a decision that sets up a body',
    'UBND tỉnh có Quyết định số 81/QĐ-UBND ngày 14/4/2023 về việc kiện toàn Ban Chỉ đạo, quy định chức năng, nhiệm vụ của Ban Chỉ đạo.',
    { 'citation:81/QĐ-UBND': 'pass' },
  ],
  [
    'does not take the next document’s content for this one’s',
    'Thực hiện Quyết định số 81/QĐ-UBND ngày 14/4/2023 và Quyết định số 22/2023/QĐ-UBND ngày 15/4/2023 quy định chức năng, nhiệm vụ của Sở.',
    { 'citation:81/QĐ-UBND': 'pass', 'citation:22/2023/QĐ-UBND': 'pass' },
  ],
  [
    'says nothing of an agency’s own decision on its offices',
    'Quyết định số 22/QĐ-SDL ngày 14/4/2023 quy định chức năng, nhiệm vụ của Văn phòng Sở.',
    {},
  ],
];

describe('citation/normative-without-year', () => {
  it.each(cases)('%s', (_, body, expected) => {
    expect(outcomesOf(evaluate(rule, reportText(body)))).toEqual(expected);
  });

  it('cannot judge a doubtful number', () => {
    const report = reportText(
      'Sở hoạt động theo Quyết định số 22/QĐ-UBND ngày 14/4/2023 của UBND tỉnh quy định chức năng, nhiệm vụ của Sở.',
    );
    expect(outcomesOf(evaluate(rule, report, misread.citations('22/QĐ-UBND')))).toEqual({
      'citation:22/QĐ-UBND': 'cannot-judge',
    });
  });
});
