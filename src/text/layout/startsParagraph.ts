import { fold } from '../fold.js';
import type { FlowLine } from './Flow.js';
import { middleOf } from './Row.js';

/** How a document sets its paragraphs, learnt from lines that certainly go on. */
export interface Style {
  /** Wrapped lines return to the left margin, so that a line set in begins a paragraph. */
  readonly firstLineIndent: boolean;
  /** Dashes and numbers stand in from the left margin. */
  readonly indentedMarks: boolean;
}

export interface BreakContext {
  readonly style: Style;
  /** The first line of the paragraph that `previous` belongs to. */
  readonly opening: FlowLine;
  /** A type of paper, or a mark such as `Phần II`, that stands alone on its line. */
  readonly standsAlone: (text: string) => boolean;
  /** `Kính gửi`, which a title above it never holds. */
  readonly isSalutation: (text: string) => boolean;
  readonly expectsNumber: (text: string) => boolean;
}

export function learnStyle(lines: readonly FlowLine[]): Style {
  // Pairs of which the second certainly goes on: a full line and a small letter after it.
  const wrapped = lines.filter((next, index) => {
    const previous = lines[index - 1];
    return previous !== undefined && isIndented(previous) && /^\p{Ll}/u.test(next.row.text) && !hasRoom(previous, next);
  });
  const hanging = wrapped.filter(isIndented).length;
  const marked = lines.filter((line) => line.mark !== undefined);
  const indented = marked.filter(isIndented);
  return {
    firstLineIndent: wrapped.length > 0 && hanging <= wrapped.length / 2,
    indentedMarks: marked.length >= 3 && indented.length >= 0.8 * marked.length,
  };
}

/**
 * Whether a paragraph begins with `next`. Evidence is added up, since scans lose any single sign: white space, marks,
 * room left on the line before, letters and stops. Two points and more begin a paragraph.
 */
export function startsParagraph(previous: FlowLine, next: FlowLine, context: BreakContext): boolean {
  if (context.standsAlone(previous.row.text) || context.standsAlone(next.row.text)) return true;
  if (context.isSalutation(next.row.text)) return true;
  if (next.centred && (previous.centred || isFullTitleLine(previous, context))) return centredBreak(previous, next);
  const text = next.row.text;
  const terminated = /[.;:!?…]["”»)]*$/u.test(previous.row.text);
  const room = hasRoom(previous, next);
  let points = terminated ? 1 : -1;
  if (room) points += 3;
  if (/^\p{Ll}/u.test(text) && next.mark === undefined) points -= 2;
  if (/[,–-]$/u.test(previous.row.text)) points -= 1;
  if (previous.centred !== next.centred) points += 1;
  if (previous.capitals !== next.capitals) points += 2;
  if (changesWeight(previous, next)) points += 2;
  return (
    points +
      indentPoints(previous, next, context) +
      spacePoints(previous, next) +
      markPoints(previous, next, room, context) >=
    2
  );
}

function changesWeight(previous: FlowLine, next: FlowLine): boolean {
  return previous.bold !== undefined && next.bold !== undefined && previous.bold !== next.bold;
}

/** Whether the first word of `next` would have had room at the end of `previous`: then its paragraph ended there. */
function hasRoom(previous: FlowLine, next: FlowLine): boolean {
  // A dash and the word after it wrap together.
  const [first, second] = next.row.words;
  const last = first !== undefined && !/[\p{L}\p{N}]/u.test(first.word.text) ? (second ?? first) : first;
  const width = first === undefined || last === undefined ? 0 : last.right - first.left;
  const { right, lineHeight } = previous.margins;
  return previous.row.right + width + 0.8 * lineHeight < right;
}

function isIndented(line: FlowLine): boolean {
  return line.row.left - line.margins.left > 0.7 * line.margins.lineHeight;
}

function indentPoints(previous: FlowLine, next: FlowLine, { style, opening }: BreakContext): number {
  if (!isIndented(next)) return 0;
  const { lineHeight } = next.margins;
  const offset = (line: FlowLine) => line.row.left - line.margins.left;
  // Lines of a hanging item stand under its words.
  const hang = (opening.row.words[1]?.left ?? opening.row.left) - opening.margins.left;
  if (opening.mark !== undefined && Math.abs(offset(next) - hang) < 0.5 * lineHeight && !style.firstLineIndent)
    return -1;
  if (offset(next) > offset(previous) + 0.7 * lineHeight) return style.firstLineIndent ? 3 : 2;
  if (Math.abs(offset(next) - offset(previous)) <= 0.7 * lineHeight) {
    if (!style.firstLineIndent) return 0;
    // A heading has no stop that would tell its end; its own second line would return to the margin.
    return isNumbered(previous) && /^\p{Lu}/u.test(next.row.text) ? 3 : 2;
  }
  return style.firstLineIndent ? 1 : 0;
}

function isNumbered({ mark }: FlowLine): boolean {
  return mark !== undefined && mark.kind !== 'bullet';
}

function spacePoints(previous: FlowLine, next: FlowLine): number {
  if (previous.row.page !== next.row.page) return 0;
  const pitch = middleOf(next.row) - middleOf(previous.row);
  const usual = next.margins.pitch;
  return pitch > 1.6 * usual ? 2 : pitch > 1.25 * usual ? 1 : 0;
}

function markPoints(previous: FlowLine, next: FlowLine, room: boolean, context: BreakContext): number {
  if (next.mark === undefined) return 0;
  const unfinished = !room && !/[.;:!?…]["”»)]*$/u.test(previous.row.text);
  const looksAlike = previous.capitals === next.capitals && !changesWeight(previous, next);
  if (unfinished && looksAlike && isNumbered(next) && context.expectsNumber(previous.row.text)) return -2;
  // `chuyên mục Hỏi` | `- Đáp …`: a compound name cut at its dash has capitals on both sides and no stop before it.
  if (unfinished && next.mark.kind === 'bullet' && endsInsideName(previous.row.text)) return -3;
  const out = context.style.indentedMarks && !isIndented(next);
  return unfinished && out ? 1 : 3;
}

/** The last word begins with a capital and the word before it does not: a name has just begun. */
function endsInsideName(text: string): boolean {
  return /(?:^|\s)\p{Ll}\p{L}*\s+\p{Lu}\p{Ll}{1,4}$/u.test(text);
}

/** The first line of a centred title may be as long as the text is wide: then it is not set in like a paragraph's. */
function isFullTitleLine(line: FlowLine, { style, opening }: BreakContext): boolean {
  const deficit = line.margins.right - line.row.right;
  const indent = line.row.left - line.margins.left;
  const even = Math.abs(indent - deficit) < 1.2 * line.margins.lineHeight;
  return style.firstLineIndent && line === opening && line.mark === undefined && even;
}

function centredBreak(previous: FlowLine, next: FlowLine): boolean {
  if (next.mark !== undefined && next.mark.kind !== 'bullet') return true;
  if (previous.capitals !== next.capitals) return true;
  if (changesWeight(previous, next)) return true;
  return (
    /[.;:!?]$/u.test(previous.row.text) || spacePoints(previous, next) === 2 || fold(next.row.text).startsWith('(')
  );
}
