import { type DocumentText, type Paragraph, type ParagraphKind, type Span, textOf } from '../../model/document-text.js';
import { fold } from '../../text/fold.js';
import { foldedOf } from '../../text/foldedText.js';
import { alternatives } from '../alternatives.js';
import type { ExtractionInput } from '../input.js';

/** A printed piece of a line: what stands between tabs or wide gaps. */
export interface Segment extends Span {
  readonly text: string;
  readonly folded: string;
  readonly kind: ParagraphKind;
}

/** What stands above the first heading and below the last sentence of the report itself. */
export interface HeadAndTail {
  readonly head: readonly Segment[];
  readonly tail: readonly Segment[];
}

/** A letterhead, a title, addressees and an opening sentence; more lines than that are body. */
const longestHead = 40;
/** Roles, name and a list of recipients. */
const longestTail = 40;

/**
 * The lines that can hold the report's identity: of the report itself, not of a covering letter in the same file.
 * The tail starts behind the last closing mark (`./.`), else at the recipients, else it is the report's last lines.
 */
export function headAndTail({ text, parts, sections, pipeline }: ExtractionInput): HeadAndTail {
  const { report } = parts;
  const inReport = text.paragraphs.filter((one) => one.start >= report.start && one.start < report.end);
  const own = sections.filter(
    ({ heading, appendix }) => !appendix && heading.start >= report.start && heading.start < report.end,
  );
  const bodyStart = own[0]?.heading.start ?? firstNumberedLine(text, inReport);
  const head = inReport.filter((one) => bodyStart === undefined || one.start < bodyStart).slice(0, longestHead);
  const behind = inReport.filter((one) => one.start >= (bodyStart ?? endOfFrontMatter(head)));
  const lastHeading = own.at(-1)?.heading.end ?? 0;
  const segments = (paragraphs: readonly Paragraph[]) => paragraphs.flatMap((one) => segmentsOf(text, one));
  return {
    head: segments(head),
    tail: segments(tailOf(text, behind, lastHeading, pipeline.vocabulary.identity.recipients)).slice(0, longestTail),
  };
}

function firstNumberedLine(text: DocumentText, paragraphs: readonly Paragraph[]): number | undefined {
  return paragraphs.find((one) => /^\s*(?:I|A|1|phần\s+(?:I|1|thứ nhất))\s*[.:)]?\s+\p{L}/iu.test(textOf(text, one)))
    ?.start;
}

/** Letters and decisions have no numbered headings: what they say begins below letterhead and title. */
function endOfFrontMatter(head: readonly Paragraph[]): number {
  return head.findLast(({ kind }) => kind === 'letterhead' || kind === 'title')?.end ?? 0;
}

function tailOf(
  text: DocumentText,
  behind: readonly Paragraph[],
  lastHeading: number,
  recipients: readonly string[],
): readonly Paragraph[] {
  const isList = new RegExp(`^[^a-z]*${alternatives(recipients)}\\s*[:;]?`);
  const known = behind.findIndex((one) => one.kind === 'recipients');
  const list = known === -1 ? behind.findLastIndex((one) => isList.test(foldedOf(text, one))) : known;
  // The recipients' list may end with `./.` too: only one before it closes the text.
  const body = list === -1 ? behind : behind.slice(0, list);
  const closing = body.findLastIndex((one) => /[./]\s*\/\s*\.?\s*$/.test(textOf(text, one)));
  if (closing !== -1) return behind.slice(closing + 1);
  // The role may be read before the recipients: the right column of the signature block.
  if (list !== -1) return behind.slice(Math.max(0, list - 3));
  const signature = behind.findIndex((one) => one.kind === 'signature');
  return signature === -1 ? behind.filter((one) => one.start >= lastHeading).slice(-12) : behind.slice(signature);
}

/** A wide gap parts two columns, but not where it waits for a hand: `Số:     /BC`, `ngày     tháng`. */
const columnGap = /(?<!(?:\bngay|\bthang|\bnam|\bso\s?[:.]?)) {3,200}(?! {0,200}(?:thang|nam)\b)/g;

function segmentsOf(text: DocumentText, paragraph: Paragraph): Segment[] {
  const source = textOf(text, paragraph);
  const folded = foldedOf(text, paragraph);
  const breaks = [...folded.matchAll(/[\t\n]/g), ...folded.matchAll(columnGap)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .sort((left, right) => left.from - right.from);
  return [...breaks, { from: source.length, to: source.length }].flatMap(({ from }, index) => {
    const begin = breaks[index - 1]?.to ?? 0;
    const piece = source.slice(begin, from);
    const trimmed = piece.trim();
    const start = paragraph.start + begin + piece.length - piece.trimStart().length;
    const end = start + trimmed.length;
    return trimmed === '' ? [] : [{ start, end, text: trimmed, folded: fold(trimmed), kind: paragraph.kind }];
  });
}
