import type { Flag, SoatDocument } from '../../model/document.js';
import { weightOf, weightOrder } from '../../model/labels.js';
import { pointsOfFlag } from '../../model/pointsAtStake.js';
import { agencyNames } from '../agencyNames.js';
import { type RoundRecord, ruleTitle } from '../RoundRecord.js';
import { pageAddress } from '../resultNames.js';
import { sayIn, subjectName, weightName } from '../words.js';
import { boldFont, weightFills } from './look.js';
import type { Sheet } from './writeSheet.js';

interface Line {
  readonly document: SoatDocument;
  readonly flag: Flag;
}

/** Every flag of every report, with its place, its words and a link to it on the page. */
export function findingsSheet(record: RoundRecord): Sheet<Line> {
  const { language } = record;
  const say = sayIn(language);
  const nameOf = agencyNames(record.batch);
  const weight = {
    head: say('Mức độ', 'Severity'),
    width: 13,
    style: 'label',
    value: ({ flag }: Line) => weightName(weightOf(flag), language),
  } as const;
  return {
    name: say('Phát hiện', 'Findings'),
    title: say('NHỮNG ĐIỂM CẦN HỎI LẠI TRONG TỪNG BÁO CÁO', 'WHAT TO ASK, REPORT BY REPORT'),
    notes: [
      say(
        'Cột “Trang” mở trang báo cáo có khung đánh dấu chỗ trích. Điểm ghi “chưa kết luận được” cần đối chiếu trên trang trước khi hỏi đơn vị.',
        'The page column opens the page with the quotation marked. Compare the page before asking what could not be judged.',
      ),
    ],
    columns: [
      {
        head: say('Cơ quan, đơn vị', 'Agency'),
        width: 18,
        style: 'text',
        value: ({ document }) => nameOf(document) ?? document.source.file,
      },
      weight,
      {
        head: say('Quy tắc', 'Rule'),
        width: 24,
        style: 'text',
        value: ({ flag }) => `${ruleTitle(record, flag.rule)}\n${flag.rule}`,
      },
      {
        head: say('Đối tượng', 'Subject'),
        width: 13,
        style: 'text',
        value: ({ flag }) => subjectName(flag.subject, language),
      },
      {
        head: say('Điểm liên quan', 'Points'),
        width: 9,
        style: 'points',
        value: ({ document, flag }) => pointsOfFlag(document, flag),
      },
      { head: say('Trang', 'Page'), width: 9, style: 'link', value: (line) => pageLink(line, say('Trang', 'Page')) },
      {
        head: say('Nội dung cần xem', 'What to look at'),
        width: 48,
        style: 'text',
        value: ({ flag }) => flag.message[language],
      },
      {
        head: say('Trích nguyên văn', 'Quotation'),
        width: 44,
        style: 'text',
        value: ({ flag }) => flag.evidence.map(({ text }) => `“${text}”`).join('\n'),
      },
      { head: say('Tệp', 'File'), width: 18, style: 'text', value: ({ document }) => document.source.file },
    ],
    rows: linesOf(record),
    frozenColumns: 1,
    emphasis: ({ flag }, column) =>
      column === weight ? { fill: weightFills[weightOf(flag)], font: boldFont } : undefined,
  };
}

async function* linesOf(record: RoundRecord): AsyncGenerator<Line> {
  for await (const document of record.documents()) {
    for (const weight of weightOrder) {
      for (const flag of document.flags) if (weightOf(flag) === weight) yield { document, flag };
    }
  }
}

function pageLink({ document, flag }: Line, called: string) {
  const page = flag.evidence[0]?.page;
  const text = page === undefined ? '→' : `${called} ${page}`;
  return { text, link: pageAddress(document.source.file, flag.fingerprint) };
}
