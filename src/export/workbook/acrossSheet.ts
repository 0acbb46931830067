import type { BatchFlag } from '../../model/batch.js';
import { weightOf } from '../../model/labels.js';
import { pagesIn } from '../agencyNames.js';
import { type RoundRecord, ruleTitle } from '../RoundRecord.js';
import { pageAddress } from '../resultNames.js';
import { sayIn, subjectName, weightName } from '../words.js';
import { boldFont, weightFills } from './look.js';
import type { CellValue, Sheet } from './writeSheet.js';

/** What the comparison between agencies found; two passages stand side by side. */
export function acrossSheet(record: RoundRecord): Sheet<BatchFlag> {
  const { batch, language } = record;
  const say = sayIn(language);
  const hasPage = pagesIn(batch);
  const weight = {
    head: say('Mức độ', 'Severity'),
    width: 13,
    style: 'label',
    value: (flag: BatchFlag) => weightName(weightOf(flag), language),
  } as const;
  const passage = (index: number) => (flag: BatchFlag) => {
    const quotation = flag.evidence[index];
    return quotation === undefined ? null : `“${quotation.text}”`;
  };
  const place =
    (index: number) =>
    (flag: BatchFlag): CellValue => {
      const quotation = flag.evidence[index];
      if (quotation === undefined) return null;
      const text = `${say('Trang', 'Page')} ${quotation.page}`;
      return hasPage(quotation.file) ? { text, link: pageAddress(quotation.file) } : text;
    };
  return {
    name: say('Đối chiếu', 'Between agencies'),
    title: say('ĐỐI CHIẾU GIỮA CÁC ĐƠN VỊ', 'COMPARISON BETWEEN AGENCIES'),
    notes: [
      batch.flags.length === 0
        ? say('Chưa có điểm nào cần hỏi khi so các báo cáo với nhau.', 'Comparing the reports gave nothing to ask.')
        : say('Hai đoạn trích đặt cạnh nhau để so.', 'The two passages stand side by side.'),
    ],
    columns: [
      { head: say('Cơ quan, đơn vị', 'Agency'), width: 18, style: 'text', value: ({ agency }) => agency },
      { head: say('Đối chiếu với', 'Compared with'), width: 18, style: 'text', value: (flag) => flag.with },
      weight,
      { head: say('Quy tắc', 'Rule'), width: 20, style: 'text', value: ({ rule }) => ruleTitle(record, rule) },
      {
        head: say('Đối tượng', 'Subject'),
        width: 13,
        style: 'text',
        value: ({ subject }) => subjectName(subject, language),
      },
      { head: say('Nội dung cần xem', 'What to look at'), width: 40, style: 'text', value: (f) => f.message[language] },
      { head: say('Trích ở đơn vị', 'Passage'), width: 38, style: 'text', value: passage(0) },
      { head: say('Chỗ trích', 'Place'), width: 10, style: 'link', value: place(0) },
      { head: say('Trích đối chiếu', 'Other passage'), width: 38, style: 'text', value: passage(1) },
      { head: say('Chỗ trích đối chiếu', 'Other place'), width: 10, style: 'link', value: place(1) },
      {
        head: say('Tệp', 'Files'),
        width: 24,
        style: 'text',
        value: ({ evidence }) => [...new Set(evidence.map(({ file }) => file))].join('\n'),
      },
    ],
    rows: batch.flags,
    frozenColumns: 1,
    emphasis: (flag, column) => (column === weight ? { fill: weightFills[weightOf(flag)], font: boldFont } : undefined),
  };
}
