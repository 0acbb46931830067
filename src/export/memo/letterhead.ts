import { BorderStyle, Paragraph, Table, TableBorders, TableCell, TableRow, WidthType } from 'docx';
import { centred, run, small, smallest } from './typesetting.js';

/** Blanks that the inspector's organ fills in. */
const superior = '(TÊN CƠ QUAN CHỦ QUẢN)';
const organ = '(TÊN CƠ QUAN THẨM ĐỊNH)';

/** Organ and number on the left, national motto and date on the right, as Decree 30/2020 sets them. */
export function letterhead(): Table {
  const left = [
    centred(superior, { size: smallest }),
    centred(organ, { size: smallest, bold: true }),
    rule(1500),
    centred('Số: ......../........', { size: small }),
  ];
  const right = [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: smallest, bold: true }),
    centred('Độc lập - Tự do - Hạnh phúc', { size: small, bold: true }),
    rule(1250),
    centred('.............., ngày ...... tháng ...... năm ............', { italics: true }),
  ];
  return sideBySide(left, right, [3800, 5554]);
}

/** Who appraised on the right, who receives on the left. */
export function signatures(): Table {
  const left = [
    new Paragraph({ children: [run('Nơi nhận:', { size: 24, bold: true, italics: true })] }),
    ...['- ....................;', '- Lưu: VT, ..........'].map(
      (text) => new Paragraph({ children: [run(text, { size: 22 })] }),
    ),
  ];
  const right = [centred('NGƯỜI THẨM ĐỊNH', { bold: true }), centred('(Ký, ghi rõ họ tên)', { italics: true })];
  return sideBySide(left, right, [4677, 4677]);
}

function sideBySide(left: Paragraph[], right: Paragraph[], columnWidths: [number, number]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: columnWidths[0] + columnWidths[1], type: WidthType.DXA },
    columnWidths,
    borders: { ...TableBorders.NONE, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, index) =>
            new TableCell({ width: { size: columnWidths[index] ?? 0, type: WidthType.DXA }, children }),
        ),
      }),
    ],
  });
}

/** The short line below a name, in the middle: set in by `indent` twips on both sides. */
function rule(indent: number): Paragraph {
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { after: 120, line: 60, lineRule: 'exact' },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  });
}
