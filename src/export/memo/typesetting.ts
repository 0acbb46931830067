import { AlignmentType, type IParagraphOptions, LeaderType, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { printable } from '../printable.js';

/** Half-points, as Word counts: 14 for the body, 13 and 12 where Decree 30/2020 has smaller letters. */
export const body = 28;
export const small = 26;
export const smallest = 24;

/** Twips between the margins of A4. */
export const textWidth = 9354;

interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

export function run(text: string, { size = body, bold = false, italics = false }: Look = {}): TextRun {
  return new TextRun({ text: printable(text), size, bold, italics });
}

/** A centred line of a letterhead, a title or a head of a table. */
export function centred(text: string, look: Look = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, look)] });
}

/** Text of the body: justified, its first line set in. */
export function prose(children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 567 },
    spacing: { before: 60, after: 60 },
    ...options,
    children: [...children],
  });
}

/** A heading of the body, kept with what follows. */
export function heading(text: string): Paragraph {
  return prose([run(text, { bold: true })], { keepNext: true, spacing: { before: 160, after: 60 } });
}

/** A line to write on, of dots across `width` twips. */
export function blankLine(width: number): Paragraph {
  return new Paragraph({
    spacing: { before: 120, after: 60 },
    tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
    children: [new TextRun({ children: [new Tab()] })],
  });
}
