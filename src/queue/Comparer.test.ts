import { beforeEach, describe, expect, it } from 'vitest';
import { comparableOfGiven } from '../../test/support/compareRound.js';
import type { Comparable } from '../model/round.js';
import { Comparer } from './Comparer.js';
import type { ComparisonRequest, RequestedReport } from './comparisonRequest.js';
import type { KeptResults } from './keptReports.js';

const work = [
  'Trong năm, Sở đã kiểm tra việc thực hiện quy tắc ứng xử tại 37 phòng chuyên môn và đơn vị trực thuộc, nhắc nhở 11 công chức',
  'và phê bình 3 viên chức; tổ chức 9 buổi nói chuyện chuyên đề cho 418 lượt người nghe, thu 402 bài cảm nhận sau buổi học.',
].join(' ');
const ownWork =
  'Sở đã rà soát 14 hồ sơ cấp phép, trả lại 6 hồ sơ còn thiếu giấy tờ và thay 21 biểu mẫu niêm yết tại bộ phận một cửa.';
const noWork = 'Nội dung này được trình bày ở phần sau.';

/** Content hash of each report that was opened. */
let opened: string[];
let kept: Map<string, Comparable>;
let comparer: Comparer;

const results: KeptResults = {
  part: async (sha256) => {
    opened.push(sha256);
    const comparable = kept.get(sha256);
    return comparable === undefined ? undefined : JSON.stringify(comparable);
  },
  latestAnalysis: async () => undefined,
};

beforeEach(() => {
  opened = [];
  kept = new Map();
  comparer = new Comparer(results);
});

function report(agency: string, said: string, year = 2023): RequestedReport {
  const abbreviation = agency.toUpperCase().replaceAll(/(\p{L})\p{L}* ?/gu, '$1');
  const heading =
    'II. ĐÁNH GIÁ CÔNG TÁC PCTN\n3. Đánh giá việc phát hiện và xử lý tham nhũng:\n3.1. Đánh giá việc phát hiện hành vi tham nhũng:';
  const comparable = comparableOfGiven({ agency, abbreviation, year, body: `${heading}\n${said}` });
  const sha256 = `${agency} ${said.length} ${year}`;
  kept.set(sha256, comparable);
  const file = `${agency} ${year}.pdf`;
  const key = { stage: 'analyse', version: '1', dependencies: sha256 };
  return { file, sha256, folder: file, key, identity: comparable.identity, attachments: [], readable: true };
}

function requestOf(...reports: readonly RequestedReport[]): ComparisonRequest {
  return { reports, year: 2023, pipeline: 'pctn-2023', list: null, earlier: [] };
}

/** As one who has compared nothing before makes the comparison. */
const anew = (request: ComparisonRequest) => new Comparer(results).compare(request);

describe('Comparer', () => {
  it('opens only what has come since, and says what a comparison made anew says', async () => {
    const [first, second] = [report('Sở Du lịch', work), report('Sở Thủy sản', ownWork)];
    await comparer.compare(requestOf(first, second));
    opened = [];
    const alone = report('Sở Muối biển', noWork);
    expect((await comparer.compare(requestOf(first, second, alone))).flags).toEqual([]);
    expect(opened).toEqual([alone.sha256]);
    const copying = report('Sở Cầu phà', work);
    const request = requestOf(first, second, alone, copying);
    const compared = await comparer.compare(request);
    expect(compared.flags.map(({ rule, agency }) => [rule, agency])).toEqual([
      ['batch/copied-text', 'Sở Cầu phà'],
      ['batch/copied-text', 'Sở Du lịch'],
    ]);
    expect(compared).toEqual(await anew(request));
  });

  it('opens no report again to quote what it has quoted', async () => {
    const [first, copying] = [report('Sở Du lịch', work), report('Sở Cầu phà', work)];
    const { flags } = await comparer.compare(requestOf(first, copying));
    expect(flags).toHaveLength(2);
    opened = [];
    const other = report('Sở Thủy sản', ownWork);
    expect((await comparer.compare(requestOf(first, copying, other))).flags).toEqual(flags);
    expect(opened).toEqual([other.sha256]);
  });

  it.each([
    ['a report that has gone', () => requestOf(report('Sở Du lịch', work), report('Sở Cầu phà', work))],
    [
      'a report that says something else',
      () => requestOf(report('Sở Du lịch', ownWork), report('Sở Thủy sản', ownWork), report('Sở Cầu phà', work)),
    ],
    [
      'another report before the others',
      () => requestOf(report('Sở Cầu phà', work), report('Sở Du lịch', work), report('Sở Thủy sản', ownWork)),
    ],
    [
      'a report of the year before',
      () => requestOf(report('Sở Du lịch', work), report('Sở Thủy sản', ownWork), report('Sở Thủy sản', ownWork, 2022)),
    ],
  ])('compares anew after %s', async (_, next) => {
    await comparer.compare(requestOf(report('Sở Du lịch', work), report('Sở Thủy sản', ownWork)));
    const request = next();
    expect(await comparer.compare(request)).toEqual(await anew(request));
  });

  it('compares anew after one that failed half way', async () => {
    const [first, copying] = [report('Sở Du lịch', work), report('Sở Cầu phà', work)];
    await comparer.compare(requestOf(first));
    kept.set(copying.sha256, null as never);
    await expect(comparer.compare(requestOf(first, copying))).rejects.toThrow();
    const request = requestOf(first, report('Sở Cầu phà', work));
    expect(await comparer.compare(request)).toEqual(await anew(request));
  });
});
