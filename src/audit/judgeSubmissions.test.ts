import { describe, expect, it } from 'vitest';
import { documentOf } from '../../test/support/document.js';
import { judgeSubmissions, type ReadFile } from './judgeSubmissions.js';

interface Told {
  readonly title?: string | null;
  readonly number?: string | null;
  readonly claims?: number;
  readonly sha256?: string;
}

const score = {
  criterion: 'A.1',
  claimed: 1,
  max: 1,
  text: '1/1 điểm',
  section: null,
  page: 1,
  boxes: [],
  confidence: 1,
};

/** A file in /vong, with what its text tells. */
function file(
  relativeName: string,
  { title = null, number = null, claims = 0, sha256 = relativeName }: Told,
): ReadFile {
  const document = documentOf({ source: { file: relativeName, sha256, bytes: 1, pages: 1 } });
  return {
    root: '/vong',
    relativeName,
    document: {
      ...document,
      report: { ...document.report, title, number },
      scores: Array.from({ length: claims }, () => score),
    },
  };
}

const selfAssessment = { title: 'Báo cáo Tự đánh giá công tác phòng, chống tham nhũng năm 2023', claims: 9 };
const plan = { title: 'Kế hoạch Phòng, chống tham nhũng năm 2023' };

const chosen: readonly [name: string, files: readonly ReadFile[], report: string | null, problem: string | null][] = [
  [
    'the file titled a report of self-assessment, whatever the files are called',
    [file('so-a/bao-cao.pdf', plan), file('so-a/KH 12.pdf', selfAssessment)],
    'so-a/KH 12.pdf',
    null,
  ],
  [
    'the self-assessment beside another report on the same work',
    [
      file('so-a/1.pdf', { title: 'Báo cáo Công tác phòng, chống tham nhũng 6 tháng' }),
      file('so-a/2.pdf', selfAssessment),
    ],
    'so-a/2.pdf',
    null,
  ],
  [
    'the one that claims points where no title could be read',
    [file('so-a/1.pdf', {}), file('so-a/2.pdf', { claims: 5 })],
    'so-a/2.pdf',
    null,
  ],
  [
    'no plan that speaks of self-assessment and states points',
    [file('so-a/1.pdf', { title: 'Kế hoạch Tự đánh giá công tác PCTN', claims: 9 }), file('so-a/2.pdf', plan)],
    null,
    'no-report',
  ],
  [
    'none of two different reports',
    [
      file('so-a/1.pdf', { ...selfAssessment, number: '1/BC-A' }),
      file('so-a/2.pdf', { ...selfAssessment, number: '2/BC-A' }),
    ],
    null,
    'several-reports',
  ],
  [
    'one of two forms of one report',
    [
      file('so-a/1.pdf', { ...selfAssessment, number: '1/BC-A' }),
      file('so-a/2.docx', { ...selfAssessment, number: '1/BC-A' }),
    ],
    'so-a/1.pdf',
    null,
  ],
  [
    'one of two copies whose number nobody could read',
    [file('so-a/1.pdf', { ...selfAssessment, sha256: 'x' }), file('so-a/2.pdf', { ...selfAssessment, sha256: 'x' })],
    'so-a/1.pdf',
    null,
  ],
];

describe('judgeSubmissions', () => {
  it.each(chosen)('takes for the report %s', (_, files, report, problem) => {
    const [submission, ...others] = judgeSubmissions(files);
    expect(others).toEqual([]);
    expect(submission).toMatchObject({ name: 'so-a', report, problem });
    const names = files.map(({ relativeName }) => relativeName).filter((name) => name !== report);
    expect(submission?.attachments).toEqual(names);
  });

  it('takes every file of a folder of files for a report, a misread one too', () => {
    const submissions = judgeSubmissions([
      file('1.pdf', selfAssessment),
      file('2.pdf', selfAssessment),
      file('3.pdf', {}),
    ]);
    expect(submissions.map(({ report }) => report)).toEqual(['1.pdf', '2.pdf', '3.pdf']);
  });

  it.each([
    ['beside it', '12.pdf'],
    ['below it', 'minh-chung/12.pdf'],
  ])('takes a folder with one report and other papers %s for one submission', (_, name) => {
    expect(judgeSubmissions([file('bc.pdf', selfAssessment), file(name, plan)])).toEqual([
      { name: 'vong', report: 'bc.pdf', attachments: [name], problem: null },
    ]);
  });

  it('keeps a report beside an agency’s folder with a report of its own apart', () => {
    const files = [file('bc.pdf', selfAssessment), file('so-a/bc.pdf', selfAssessment), file('so-a/kh.pdf', plan)];
    expect(judgeSubmissions(files).map(({ report }) => report)).toEqual(['bc.pdf', 'so-a/bc.pdf']);
  });
});
