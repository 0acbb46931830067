import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../test/support/evaluate.js';
import { misread } from '../../../../test/support/misread.js';
import { outcomesOf } from '../../../../test/support/outcomes.js';
import { scoredReport } from '../../../../test/support/scoredReport.js';
import type { Outcome } from '../../../model/rule.js';
import { rule } from './rule.js';

const subject = 'citation:52/KH-SDL';
const cited = 'Kế hoạch số 52/KH-SDL ngày 18/02/2023 về phòng, chống tham nhũng trong doanh nghiệp năm 2023';

/** A report whose only documents are those of one criterion, and what was handed in with it. */
function handedIn(b2: string, ...files: readonly string[]): string {
  const none = { A: null, 'B.1': null, 'C.1': null, 'C.2': null, 'C.3': null, 'D.1': null, 'D.2': null };
  const report = scoredReport({ ...none, 'B.2': `- Đã ban hành ${b2}.\nTự đánh giá đạt: 3/3 điểm` });
  return [report, ...files.map((file, index) => `=== minh-chung/${index + 1}.pdf\n${file}`)].join('\n');
}

const motto = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];

interface PaperWords {
  readonly number?: string;
  readonly date?: string;
  readonly type?: string;
  readonly about?: string;
  readonly signed?: readonly string[];
}

function paper({
  number = 'Số: 52/KH-SDL',
  date = 'Minh Hà, ngày 18 tháng 02 năm 2023',
  type = 'KẾ HOẠCH',
  about = 'Phòng, chống tham nhũng trong doanh nghiệp năm 2023',
  signed = [],
}: PaperWords = {}): string {
  return ['UBND TỈNH MINH HÀ', 'SỞ DU LỊCH', ...motto, number, date, type, about, 'Nội dung./.', ...signed].join('\n');
}

const other = paper({
  number: 'Số: 90/TB-SDL',
  date: 'Minh Hà, ngày 22 tháng 5 năm 2023',
  type: 'THÔNG BÁO',
  about: 'Nghỉ lễ',
});

const byHead = 'Kế hoạch số 52/KH-SDL ngày 18/02/2023 của Giám đốc Sở Du lịch';

const cases: readonly [name: string, report: string, outcome: Outcome | undefined][] = [
  ['passes the document handed in, whatever its file is called', handedIn(cited, other, paper()), 'pass'],
  ['fails one that was not', handedIn(cited, other), 'fail'],
  ['fails one dated otherwise', handedIn(cited, paper({ date: 'Minh Hà, ngày 28 tháng 02 năm 2023' })), 'fail'],
  ['fails one with another title', handedIn(cited, paper({ about: 'Mua sắm trang thiết bị văn phòng' })), 'fail'],
  ['fails one of that day and title under another number', handedIn(cited, paper({ number: 'Số: 25/KH-SDL' })), 'fail'],
  [
    'fails one signed by another than the report says',
    handedIn(byHead, paper({ signed: ['CHÁNH VĂN PHÒNG', 'Lê Văn Mẫu'] })),
    'fail',
  ],
  [
    'passes one signed by whom the report says',
    handedIn(byHead, paper({ signed: ['GIÁM ĐỐC', 'Lê Văn Mẫu'] })),
    'pass',
  ],
  [
    'passes one that a deputy signed for the head',
    handedIn(byHead, paper({ signed: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Lê Văn Mẫu'] })),
    'pass',
  ],
  [
    'passes one signed by order of the head',
    handedIn(byHead, paper({ signed: ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG', 'Lê Văn Mẫu'] })),
    'pass',
  ],
  [
    'passes a signature under a title that any head bears',
    handedIn(byHead, paper({ signed: ['THỦ TRƯỞNG ĐƠN VỊ', 'Lê Văn Mẫu'] })),
    'pass',
  ],
  [
    'asks for no signer where the report names only the agency',
    handedIn(
      'Kế hoạch số 52/KH-SDL ngày 18/02/2023 của Sở Du lịch',
      paper({ signed: ['CHÁNH VĂN PHÒNG', 'Lê Văn Mẫu'] }),
    ),
    'pass',
  ],
  ['passes a title cut short', handedIn(cited, paper({ about: 'Phòng, chống tham nhũng trong doanh nghiệp' })), 'pass'],
  [
    'passes a number written by hand where date and title agree',
    handedIn(cited, paper({ number: 'Số:      /KH-SDL' })),
    'pass',
  ],
  ['passes one of several papers in one file', handedIn(cited, `${other}\n${paper()}`), 'pass'],
  [
    'cannot judge where a number written by hand may be it',
    handedIn('Kế hoạch số 52/KH-SDL', paper({ number: 'Số:      /KH-SDL' })),
    'cannot-judge',
  ],
  [
    'is not misled by a paper of another type whose number is not read',
    handedIn(cited, paper({ number: 'Số:      /TB-SDL', type: 'THÔNG BÁO' })),
    'fail',
  ],
  ['passes a symbol of which OCR lost the end', handedIn(cited, paper({ number: 'Số: 52/KH-5DL' })), 'pass'],
  [
    'cannot judge another date under a symbol of which OCR lost the end',
    handedIn(cited, paper({ number: 'Số: 52/KH-5DL', date: 'Minh Hà, ngày 28 tháng 02 năm 2023' })),
    'cannot-judge',
  ],
  [
    'says nothing of a superior’s plan',
    handedIn('Thực hiện Kế hoạch số 52/KH-UBND ngày 18/02/2023 của UBND tỉnh', other),
    undefined,
  ],
];

describe('evidence/not-submitted', () => {
  it.each(cases)('%s', (_, report, outcome) => {
    expect(outcomesOf(evaluate(rule, report))[subject]).toBe(outcome);
  });

  it('is not applicable where nothing was handed in', () => {
    expect(evaluate(rule, handedIn(cited))).toEqual([{ outcome: 'not-applicable', subject: 'document' }]);
  });

  it('looks behind the report in its own file, and takes nothing that stands there for said by the report', () => {
    const behind = (words: string) => outcomesOf(evaluate(rule, `${handedIn(cited)}\n${words}`));
    expect(behind(paper())).toEqual({ [subject]: 'pass' });
    expect(behind(other)).toEqual({ [subject]: 'fail' });
  });

  it('explains a difference with both quotations and names file and page', () => {
    const report = handedIn(cited, paper({ date: 'Minh Hà, ngày 28 tháng 02 năm 2023' }));
    expect(evaluate(rule, report)).toMatchObject([
      {
        message: {
          vi: expect.stringMatching(/minh-chung\/1\.pdf, trang 1.*“18\/02\/2023”.*“ngày 28 tháng 02 năm 2023”/),
        },
        attached: [{ file: 'minh-chung/1.pdf', page: 1, text: 'ngày 28 tháng 02 năm 2023' }],
      },
    ]);
  });

  it('explains another signer with the titles and the name', () => {
    const report = handedIn(byHead, paper({ signed: ['CHÁNH VĂN PHÒNG', 'Lê Văn Mẫu'] }));
    expect(evaluate(rule, report)).toMatchObject([
      {
        message: {
          vi: expect.stringContaining(
            'người ký: báo cáo ghi “Giám đốc Sở Du lịch”, bản gửi kèm ghi “CHÁNH VĂN PHÒNG Lê Văn Mẫu”',
          ),
        },
        attached: [{ file: 'minh-chung/1.pdf', page: 1, text: 'Lê Văn Mẫu' }],
      },
    ]);
  });

  it('suggests another document of that title which the report cites elsewhere', () => {
    const elsewhere = cited.replace('52/KH-SDL ngày 18/02/2023', '27/KH-SDL ngày 05/02/2023');
    const report = handedIn(cited, other).replace(
      'Sở Du lịch là cơ quan chuyên môn.',
      `Sở Du lịch đã ban hành ${elsewhere}.`,
    );
    const finding = evaluate(rule, report).find((one) => one.subject === subject);
    expect(finding).toMatchObject({ message: { vi: expect.stringContaining('Kế hoạch 27/KH-SDL') } });
  });

  it('suggests a paper of that title which nothing cites', () => {
    const report = handedIn(cited, paper({ number: 'Số: 31/KH-SDL', date: 'Minh Hà, ngày 05 tháng 01 năm 2023' }));
    expect(evaluate(rule, report)).toMatchObject([
      { message: { vi: expect.stringContaining('Kế hoạch 31/KH-SDL (minh-chung/1.pdf)') } },
    ]);
  });

  it('takes a symbol one misreading away for the same', () => {
    const proposal = paper({ number: 'Số: 60/TTI-SDL', date: 'Minh Hà, ngày 01 tháng 3 năm 2023', type: 'TỜ TRÌNH' });
    const report = handedIn('Tờ trình số 60/TTr-SDL ngày 01/3/2023', proposal);
    expect(outcomesOf(evaluate(rule, report))).toEqual({ 'citation:60/TTr-SDL': 'pass' });
  });

  it('cannot judge a number of the report read with doubt', () => {
    expect(outcomesOf(evaluate(rule, handedIn(cited, other), misread.citations()))[subject]).toBe('cannot-judge');
  });
});
