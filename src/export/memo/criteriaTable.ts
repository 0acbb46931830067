import { Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import { printNumber } from '../words.js';
import type { CriterionLine, Review } from './criteriaLines.js';
import { centred, run, smallest } from './typesetting.js';

/** Twips; together the width of the text between the margins of A4. */
const widths = [2000, 860, 860, 860, 2200, 2574] as const;
const heads = [
  'Tiêu chí',
  'Điểm tối đa',
  'Điểm tự chấm',
  'Điểm đề nghị',
  'Minh chứng nêu trong báo cáo',
  'Nội dung cần làm rõ',
];
const cellMargins = { top: 50, bottom: 50, left: 80, right: 80 };

/** Criterion by criterion: claim, room for the inspector's points, evidence, questions. */
export function criteriaTable(lines: readonly CriterionLine[], review: Review | null): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    margins: cellMargins,
    rows: [headRow(), ...lines.map((line) => rowOf(line, review))],
  });
}

function headRow(): TableRow {
  const cells = heads.map(
    (head) =>
      new TableCell({
        verticalAlign: VerticalAlign.CENTER,
        shading: { type: ShadingType.CLEAR, fill: 'E7EBF0' },
        children: [centred(head, { size: smallest, bold: true })],
      }),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function rowOf(line: CriterionLine, review: Review | null): TableRow {
  const suggested = review?.suggested.get(line.criterion);
  const cells = [
    [textOf(`${line.criterion}. ${line.name}`)],
    [pointsOf(line.max)],
    [pointsOf(line.claimed)],
    suggested === undefined ? [textOf('')] : [pointsOf(suggested.points), textOf(suggested.reason)],
    line.evidence.length === 0
      ? [textOf('Chưa thấy viện dẫn văn bản có số, ký hiệu.')]
      : line.evidence.map((text) => textOf(`- ${text}`)),
    line.questions.length === 0
      ? [textOf('')]
      : line.questions.map(({ message, evidence: [first] }) =>
          textOf(`- ${message.vi}${first === undefined ? '' : ` (trang ${first.page})`}`),
        ),
  ];
  return new TableRow({ cantSplit: true, children: cells.map((children) => new TableCell({ children })) });
}

function textOf(text: string): Paragraph {
  return new Paragraph({ spacing: { after: 40 }, children: [run(text, { size: smallest })] });
}

function pointsOf(points: number | null): Paragraph {
  return centred(points === null ? '' : printNumber(points, 'vi'), { size: smallest });
}
