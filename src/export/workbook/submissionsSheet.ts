import type { SoatBatch } from '../../model/batch.js';
import { howToConfirm } from '../../model/doubtfulMatches.js';
import { submissionNames } from '../../model/labels.js';
import type { RoundRecord } from '../RoundRecord.js';
import { pageAddress } from '../resultNames.js';
import { submissionWords } from '../submissionWords.js';
import { sayIn } from '../words.js';
import { boldFont, weightFills } from './look.js';
import type { Sheet } from './writeSheet.js';

type Agency = SoatBatch['agencies'][number];

/** Who handed in what: late, missing and double submissions, and files that wait for somebody to say whose they are. */
export function submissionsSheet(record: RoundRecord): Sheet<Agency> {
  const { batch, language } = record;
  const say = sayIn(language);
  const state = {
    head: say('Tình trạng', 'State'),
    width: 28,
    style: 'label',
    value: (agency: Agency) => submissionWords(agency, record) || submissionNames.submitted[language],
  } as const;
  const isDoubtful = batch.agencies.some(({ doubtful }) => doubtful.length > 0);
  return {
    name: say('Nộp báo cáo', 'Submissions'),
    title: say('TÌNH HÌNH NỘP BÁO CÁO', 'WHO HANDED IN WHAT'),
    notes: [
      ...(isDoubtful
        ? [`${say('Tệp chưa rõ của cơ quan nào', 'Files of unclear agencies')}: ${howToConfirm[language]}`]
        : []),
      say(
        'Báo cáo được ghép với cơ quan theo tên ở đầu văn bản, tên thư mục và chữ viết tắt.',
        'Reports are matched to agencies by letterhead, folder and abbreviation.',
      ),
    ],
    columns: [
      {
        head: say('Cơ quan, đơn vị', 'Agency'),
        width: 36,
        style: 'text',
        value: ({ name, report, attachments }) => name ?? report ?? attachments[0] ?? null,
      },
      { head: say('Viết tắt', 'Abbreviation'), width: 12, style: 'text', value: ({ abbreviation }) => abbreviation },
      { head: say('Loại', 'Kind'), width: 14, style: 'text', value: ({ kind }) => kind },
      state,
      {
        head: say('Báo cáo', 'Report'),
        width: 34,
        style: 'link',
        value: ({ report }) => (report === null ? null : { text: report, link: pageAddress(report) }),
      },
      {
        head: say('Số tệp kèm theo', 'Attachments'),
        width: 10,
        style: 'count',
        value: ({ attachments }) => attachments.length,
      },
      {
        head: say('Tệp cần xác định có phải của cơ quan này', 'Files that may be this agency’s'),
        width: 36,
        style: 'text',
        value: ({ doubtful }) => (doubtful.length === 0 ? null : doubtful.join('\n')),
      },
    ],
    rows: batch.agencies,
    frozenColumns: 1,
    emphasis: (agency, column) => {
      const isOpen = submissionWords(agency, record) !== '' || agency.doubtful.length > 0;
      return isOpen && (column === state || agency.report === null)
        ? { fill: weightFills.warning, ...(column === state ? { font: boldFont } : {}) }
        : undefined;
    },
  };
}
