import type { SoatBatch } from '../../model/batch.js';
import { weightOrder } from '../../model/labels.js';
import type { RoundRecord } from '../RoundRecord.js';
import { pageAddress } from '../resultNames.js';
import { submissionWords } from '../submissionWords.js';
import type { Summary } from '../summarise.js';
import { sayIn, statusName, weightName } from '../words.js';
import { plainDate } from './cells.js';
import { boldFont, sumFill, sumFont, weightFills } from './look.js';
import type { CellValue, Column, Sheet } from './writeSheet.js';

/** One agency's line, an agency that sent nothing, or the sum of all. */
type Line =
  | { readonly kind: 'report'; readonly place: number; readonly summary: Summary }
  | { readonly kind: 'absent'; readonly place: number; readonly agency: SoatBatch['agencies'][number] }
  | { readonly kind: 'sum'; readonly summaries: readonly Summary[] };

/** Where to look first: each report with its claim, the points in question, its flags and its state. */
export function summarySheet(record: RoundRecord, summaries: readonly Summary[], madeOn: string): Sheet<Line> {
  const { batch, language } = record;
  const say = sayIn(language);
  const agencyOf = new Map(batch.agencies.map((agency) => [agency.report, agency]));
  const reports = summaries.map((summary, index): Line => ({ kind: 'report', place: index + 1, summary }));
  const absent = batch.agencies
    .filter(({ report }) => report === null)
    .map((agency, index): Line => ({ kind: 'absent', place: reports.length + index + 1, agency }));
  const ofReport =
    (value: (summary: Summary) => CellValue) =>
    (line: Line): CellValue =>
      line.kind === 'report' ? value(line.summary) : null;
  const summed =
    (value: (summary: Summary) => number) =>
    (line: Line): CellValue => {
      if (line.kind === 'absent') return null;
      const counted = line.kind === 'sum' ? line.summaries : [line.summary];
      return Math.round(counted.reduce((sum, summary) => sum + value(summary), 0) * 100) / 100;
    };
  const weights = weightOrder.map((weight): Column<Line> => {
    return {
      head: weightName(weight, language),
      width: 11,
      style: 'count',
      value: summed(({ flags }) => flags[weight]),
    };
  });
  const columns: readonly Column<Line>[] = [
    { head: say('STT', 'No.'), width: 6, style: 'count', value: (line) => (line.kind === 'sum' ? null : line.place) },
    { head: say('Cơ quan, đơn vị', 'Agency'), width: 30, style: 'text', value: nameOf(say('Cộng', 'Sum')) },
    { head: say('Số báo cáo', 'Number'), width: 15, style: 'text', value: ofReport(({ number }) => number) },
    { head: say('Ngày', 'Date'), width: 11, style: 'date', value: ofReport(({ date }) => plainDate(date)) },
    {
      head: say('Điểm tự chấm', 'Points claimed'),
      width: 9,
      style: 'points',
      value: ofReport(({ claimed }) => claimed),
    },
    {
      head: say('Điểm cần xem lại', 'Points in question'),
      width: 9,
      style: 'points',
      value: summed(({ atStake }) => atStake),
    },
    ...weights,
    {
      head: say('Đối chiếu giữa các đơn vị', 'Between agencies'),
      width: 10,
      style: 'count',
      value: summed(({ batchFlags }) => batchFlags),
    },
    { head: say('Tình trạng', 'State'), width: 20, style: 'label', value: stateOf },
    { head: say('Số trang', 'Pages'), width: 7, style: 'count', value: summed(({ pages }) => pages) },
    {
      head: say('Mở báo cáo', 'Open'),
      width: 34,
      style: 'link',
      value: ofReport(({ file }) => ({ text: file, link: pageAddress(file) })),
    },
  ];
  return {
    name: say('Tổng hợp', 'Summary'),
    title: say(
      'TỔNG HỢP KẾT QUẢ SOÁT BÁO CÁO TỰ ĐÁNH GIÁ CÔNG TÁC PHÒNG, CHỐNG THAM NHŨNG',
      'SELF-ASSESSMENT REPORTS ON ANTI-CORRUPTION WORK: SUMMARY',
    ),
    notes: [
      `${say('Bộ chỉ số', 'Pipeline')}: ${batch.pipeline} · ${say('Số báo cáo', 'Reports')}: ${summaries.length} · ${say('Lập ngày', 'Made on')} ${madeOn}`,
      say(
        'Mỗi phát hiện là một câu hỏi, không phải kết luận. Xếp theo điểm cần xem lại: điểm tự chấm của tiêu chí có chỗ chưa khớp, chưa có căn cứ hoặc cần giải trình, kể cả khi đối chiếu giữa các đơn vị.',
        'Each finding is a question, not a verdict. Sorted by points in question: what is claimed for criteria that an error or warning asks about, between agencies too.',
      ),
    ],
    columns,
    rows: [...reports, ...absent, { kind: 'sum', summaries }],
    frozenColumns: 2,
    emphasis: (line, column) => {
      if (line.kind === 'sum') return { font: sumFont, fill: sumFill };
      if (line.kind === 'absent') return { fill: weightFills.warning };
      const weight = weightOrder[weights.indexOf(column)];
      if (weight !== undefined && line.summary.flags[weight] > 0) return { fill: weightFills[weight], font: boldFont };
      return column.value === stateOf && stateOf(line) !== statusName('complete', language)
        ? { fill: weightFills.warning, font: boldFont }
        : undefined;
    },
  };

  function stateOf(line: Line): CellValue {
    if (line.kind === 'sum') return null;
    if (line.kind === 'absent') return submissionWords(line.agency, record);
    const agency = agencyOf.get(line.summary.file);
    const submitted = agency === undefined ? '' : submissionWords(agency, record);
    return [statusName(line.summary.status, language), submitted].filter((one) => one !== '').join('; ');
  }
}

function nameOf(sum: string): (line: Line) => CellValue {
  return (line) => {
    if (line.kind === 'sum') return sum;
    if (line.kind === 'report') return line.summary.agency ?? line.summary.file;
    return line.agency.name ?? line.agency.abbreviation ?? line.agency.attachments[0] ?? null;
  };
}
