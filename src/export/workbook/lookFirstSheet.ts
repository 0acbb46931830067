import type { LookFirst } from '../../model/batch.js';
import { type RoundRecord, ruleTitle } from '../RoundRecord.js';
import { pageAddress } from '../resultNames.js';
import { sayIn, weightName } from '../words.js';
import { boldFont, weightFills } from './look.js';
import type { Sheet } from './writeSheet.js';

interface Line {
  readonly place: number;
  readonly claim: LookFirst;
}

/** The claims that are asked about in the order in which to look at them, each with the reason for its place. */
export function lookFirstSheet(record: RoundRecord): Sheet<Line> {
  const { batch, criteria, language } = record;
  const say = sayIn(language);
  const names = new Map(criteria.map(({ id, name }) => [id, name]));
  const weight = {
    head: say('Mức độ', 'Severity'),
    width: 14,
    style: 'label',
    value: ({ claim }: Line) => weightName(claim.severity, language),
  } as const;
  return {
    name: say('Xem trước', 'Look first'),
    title: say('NÊN XEM ĐIỂM NÀO TRƯỚC', 'WHAT TO LOOK AT FIRST'),
    notes: [
      say(
        'Xếp theo số điểm tự chấm đang được hỏi, từ nhiều đến ít; bằng điểm thì mức độ nặng hơn, rồi ít minh chứng hơn đứng trước.',
        'Most points in question first; of equal points the graver, then the one with less evidence.',
      ),
    ],
    columns: [
      { head: say('STT', 'No.'), width: 6, style: 'count', value: ({ place }) => place },
      {
        head: say('Cơ quan, đơn vị', 'Agency'),
        width: 26,
        style: 'text',
        value: ({ claim }) => claim.agency ?? claim.file,
      },
      {
        head: say('Tiêu chí', 'Criterion'),
        width: 34,
        style: 'text',
        value: ({ claim }) =>
          [claim.criterion, names.get(claim.criterion) ?? ''].filter((one) => one !== '').join('. '),
      },
      { head: say('Điểm đang hỏi', 'Points'), width: 9, style: 'points', value: ({ claim }) => claim.points },
      { head: say('Số minh chứng', 'Evidence'), width: 9, style: 'points', value: ({ claim }) => claim.evidence },
      weight,
      { head: say('Vì sao', 'Why'), width: 44, style: 'text', value: ({ claim }) => claim.why[language] },
      {
        head: say('Câu hỏi', 'Questions'),
        width: 36,
        style: 'text',
        value: ({ claim }) => claim.rules.map((rule) => ruleTitle(record, rule)).join('\n'),
      },
      {
        head: say('Mở báo cáo', 'Open'),
        width: 34,
        style: 'link',
        value: ({ claim }) => ({ text: claim.file, link: pageAddress(claim.file) }),
      },
    ],
    rows: batch.lookFirst.map((claim, index) => ({ place: index + 1, claim })),
    frozenColumns: 2,
    emphasis: ({ claim }, column) =>
      column === weight ? { fill: weightFills[claim.severity], font: boldFont } : undefined,
  };
}
