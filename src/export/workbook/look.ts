import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';
import type { Weight } from '../../model/labels.js';

/** The workbook's look; fills differ in lightness too, so that a grey print still tells them apart. */
const ink = 'FF1F2933';
const headInk = 'FF243B53';
const line = 'FFBCCCDC';

export const fontName = 'Arial';

const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const font = (fields: Partial<Font> = {}): Partial<Font> => ({
  name: fontName,
  size: 10,
  color: { argb: ink },
  ...fields,
});
const edge = { style: 'thin', color: { argb: line } } as const;
const borders: Partial<Borders> = { top: edge, left: edge, bottom: edge, right: edge };
const top = (horizontal: Alignment['horizontal'], wrapText = false): Partial<Alignment> => ({
  vertical: 'top',
  horizontal,
  wrapText,
  // LibreOffice sets numbers of one column apart where they are set in from the right.
  ...(horizontal === 'left' ? { indent: 1 } : {}),
});

/** Number formats; `[$-42A]` asks for the Vietnamese manner, 97,5 and 28/12/2023. */
const points = '[$-42A]#,##0.##;[$-42A]-#,##0.##';
const count = '[$-42A]#,##0;[$-42A]-#,##0;"–"';
const wholePoints = '[$-42A]#,##0';
const share = '0%';
const date = '[$-42A]dd/mm/yyyy';
/** A text stays a text, also when somebody edits the cell: `6/20`, `=1+1`. */
const asText = '@';

/** One frozen style object for each kind of cell: a workbook of a million cells holds only these. */
export const cellStyles = {
  text: { font: font(), border: borders, alignment: top('left', true), numFmt: asText },
  label: { font: font(), border: borders, alignment: top('center', true), numFmt: asText },
  count: { font: font(), border: borders, alignment: top('right'), numFmt: count },
  points: { font: font(), border: borders, alignment: top('right'), numFmt: points },
  wholePoints: { font: font(), border: borders, alignment: top('right'), numFmt: wholePoints },
  share: { font: font(), border: borders, alignment: top('right'), numFmt: share },
  date: { font: font(), border: borders, alignment: top('center'), numFmt: date },
  link: {
    font: font({ color: { argb: 'FF0B5394' }, underline: true }),
    border: borders,
    alignment: top('left', true),
    numFmt: asText,
  },
} as const satisfies Record<string, Partial<Style>>;

export type CellStyle = keyof typeof cellStyles;

export const headStyle: Partial<Style> = {
  font: font({ bold: true, color: { argb: 'FFFFFFFF' } }),
  fill: fill(headInk),
  border: borders,
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
};
export const titleStyle: Partial<Style> = {
  font: font({ bold: true, size: 14, color: { argb: headInk } }),
  alignment: { vertical: 'middle' },
};
export const noteStyle: Partial<Style> = {
  font: font({ italic: true, color: { argb: 'FF52606D' } }),
  alignment: { vertical: 'middle' },
};

/** A row that sums up: totals, averages, maxima. */
export const sumFont = font({ bold: true });
export const sumFill = fill('FFE4E7EB');

export const weightFills: Readonly<Record<Weight, Fill>> = {
  error: fill('FFF5B5B0'),
  warning: fill('FFFCE8B2'),
  info: fill('FFE3EDF7'),
  'cannot-judge': fill('FFEFEFEF'),
};
/** A claim that an error or warning asks about. */
export const askedFill = weightFills.error;
export const boldFont = font({ bold: true });
