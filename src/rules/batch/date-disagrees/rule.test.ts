import { describe, expect, it } from 'vitest';
import { asked, compare, type GivenReport } from '../../../../test/support/compareRound.js';
import { rule } from './rule.js';

const agencies = ['Sở Du lịch', 'Sở Thủy sản', 'Sở Lâm nghiệp', 'Sở Địa chính', 'Sở Vận tải'] as const;

/** One line of text for each agency. */
function round(...lines: readonly string[]): readonly GivenReport[] {
  return lines.map((body, index) => ({
    agency: agencies[index] ?? '',
    abbreviation: `S${String.fromCharCode(65 + index)}`,
    body,
  }));
}

const plan = (date: string, behind = 'của UBND tỉnh') => `Thực hiện Kế hoạch số 19/KH-UBND ngày ${date} ${behind}.`;
const decree = (date: string) => `Thực hiện Nghị định số 59/2019/NĐ-CP ngày ${date} của Chính phủ.`;
const agreed = [plan('16/01/2023'), plan('16/01/2023'), plan('16/01/2023')];

const differing: readonly [name: string, lines: readonly string[], subject: string][] = [
  ['another day', [...agreed, plan('18/01/2023')], 'citation:19/KH-UBND @ Sở Địa chính'],
  ['another month', [...agreed, plan('16/11/2023')], 'citation:19/KH-UBND @ Sở Địa chính'],
  [
    'a decree in another year',
    [decree('01/7/2019'), decree('01/7/2019'), decree('01/7/2019'), decree('01/7/2020')],
    'citation:59/2019/NĐ-CP @ Sở Địa chính',
  ],
  [
    'another year under the very same title',
    [
      ...agreed.map(() => plan('16/01/2023', 'về công tác phòng, chống tham nhũng năm 2023')),
      plan('16/01/2022', 'về công tác phòng, chống tham nhũng năm 2023'),
    ],
    'citation:19/KH-UBND @ Sở Địa chính',
  ],
];

const agreeing: readonly [name: string, lines: readonly string[]][] = [
  ['all write the same day', [...agreed, plan('16/01/2023')]],
  ['too few agree', [plan('16/01/2023'), plan('16/01/2023'), plan('18/01/2023')]],
  ['no date has more than half', [...agreed, plan('18/01/2023'), plan('18/01/2023'), plan('20/01/2023')].slice(1, 6)],
  ['the same number in another year', [...agreed, plan('20/02/2022', 'về cải cách hành chính')]],
  [
    'another issuer’s',
    [...agreed.map(() => plan('16/01/2023', 'của UBND tỉnh Minh Hà')), plan('18/01/2023', 'của UBND huyện Đông Giang')],
  ],
  ['an agency that writes both dates', [...agreed, `${plan('16/01/2023')}\n${plan('18/01/2023')}`]],
];

describe('batch/date-disagrees', () => {
  it.each(differing)('asks the agency that writes %s', (_, lines, subject) => {
    expect(asked(compare(rule, { reports: round(...lines) }))).toEqual([subject]);
  });

  it.each(agreeing)('asks nobody where %s', (_, lines) => {
    expect(asked(compare(rule, { reports: round(...lines) }))).toEqual([]);
  });

  it('counts who agrees, and quotes the agency first and then a witness', () => {
    const [flag] = compare(rule, { reports: round(...agreed, plan('18/01/2023')) });
    expect(flag?.message.vi).toContain('3/4 cơ quan cùng viện dẫn ghi ngày 16/01/2023');
    expect(flag?.evidence.map(({ file }) => file)).toEqual(['4.pdf', '1.pdf', '2.pdf']);
    expect(flag?.with).toBe('Sở Du lịch');
  });

  const handedIn = (issuer: string | null, date = '2023-01-16') => [
    { file: 'kh19.pdf', sha256: 'a', number: '19/KH-UBND', date, agency: issuer },
  ];
  /** The first agency hands in the plan. */
  const roundWith = (attachments: GivenReport['attachments'], ...lines: readonly string[]) =>
    round(...lines).map((report, index) => (index === 0 ? { ...report, attachments: attachments ?? [] } : report));

  it.each(['UBND tỉnh Minh Hà', 'Ủy ban nhân dân tỉnh Minh Hà'])(
    'knows a plan of %s that one agency handed in, however few cite it',
    (issuer) => {
      const reports = roundWith(handedIn(issuer), plan('16/01/2023'), plan('18/01/2023'));
      const flags = compare(rule, { reports });
      expect(asked(flags)).toEqual(['citation:19/KH-UBND @ Sở Thủy sản']);
      expect(flags[0]?.message.vi).toContain('kh19.pdf');
    },
  );

  it.each([
    ['another’s plan of the same number', handedIn('UBND huyện Đông Giang'), plan('18/01/2023')],
    ['a plan whose issuer was not read', handedIn(null), plan('18/01/2023')],
    ['a plan where nobody names its issuer', handedIn('UBND tỉnh Minh Hà'), plan('18/01/2023', 'về công tác năm nay')],
  ])('asks nobody by %s', (_, attachments, line) => {
    expect(asked(compare(rule, { reports: roundWith(attachments, line, line) }))).toEqual([]);
  });

  it('asks nobody where most agencies agree on another date than the plan handed in: one of the two was misread', () => {
    const reports = roundWith(handedIn('UBND tỉnh Minh Hà', '2023-01-18'), ...agreed, plan('20/01/2023'));
    expect(asked(compare(rule, { reports }))).toEqual([]);
  });
});
