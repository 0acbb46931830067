import { type DocumentText, type Span, textOf } from '../model/document-text.js';
import type { Pipeline } from '../model/pipeline.js';
import { fold } from '../text/fold.js';
import { paperMarksOf } from '../text/paperMarks.js';
import { findPieces, isAttachedLine, isPaper, type Piece } from './findPieces.js';

/** What stands in one file: a report, perhaps behind a covering letter, perhaps with appendices and further papers. */
export interface DocumentParts {
  readonly coveringLetter: Span | null;
  /** Letterhead to signature block. */
  readonly report: Span;
  readonly appendices: readonly Span[];
  /** Papers of their own behind the report, each with its appendices: what they say is not said by the report. */
  readonly attached: readonly Span[];
}

/**
 * Parts a file into papers by their letterheads and titles, and takes for the report the paper whose title names a
 * self-assessment or the fight against corruption, else the longest. What stands before it is its covering letter; of what
 * follows it, `Phụ lục …` and tables under a letterhead are its appendices, numbered papers attachments.
 */
export function findParts(text: DocumentText, pipeline: Pipeline): DocumentParts {
  const pieces = findPieces(text, pipeline);
  const report = pieces
    .filter(({ annex }) => !annex)
    .map((piece) => ({ piece, score: reportScore(text, piece, pipeline), length: piece.span.end - piece.span.start }))
    .sort((a, b) => b.score - a.score || b.length - a.length)[0]?.piece;
  if (report === undefined) {
    return { coveringLetter: null, report: { start: 0, end: text.text.length }, appendices: [], attached: [] };
  }
  const at = pieces.indexOf(report);
  const before = pieces.slice(0, at).filter(isPaper);
  return {
    coveringLetter: spanOver(before),
    report: before.length === 0 ? { start: 0, end: report.span.end } : report.span,
    ...follow(text, pieces.slice(at + 1), pipeline),
  };
}

/** An appendix belongs to the paper before it, unless it says that it hangs on a report. */
function follow(
  text: DocumentText,
  pieces: readonly Piece[],
  pipeline: Pipeline,
): Pick<DocumentParts, 'appendices' | 'attached'> {
  const appendices: Span[] = [];
  const attached: Span[] = [];
  for (const piece of pieces) {
    const last = attached.at(-1);
    if (isPaperOfItsOwn(text, piece, pipeline)) attached.push(piece.span);
    else if (last === undefined || hangsOnReport(text, piece, pipeline)) appendices.push(piece.span);
    else attached[attached.length - 1] = { start: last.start, end: piece.span.end };
  }
  return { appendices, attached };
}

/** Numbered in its letterhead, or titled as another type of paper; tables and figures under a letterhead are an appendix. */
function isPaperOfItsOwn(text: DocumentText, piece: Piece, pipeline: Pipeline): boolean {
  if (piece.annex || hangsOn(text, piece, pipeline) !== null) return false;
  const marks = paperMarksOf(pipeline.vocabulary.text);
  const isNumbered = piece.paragraphs.some(
    (one) =>
      one.kind === 'letterhead' &&
      textOf(text, one)
        .split(/[\t\n]/)
        .some(marks.isNumberLine),
  );
  const titles = piece.paragraphs.filter(({ kind }) => kind === 'title').map((one) => textOf(text, one));
  return isNumbered || titles.some((title) => marks.startsWithType(title) && !namesReport(title, pipeline));
}

function hangsOnReport(text: DocumentText, piece: Piece, pipeline: Pipeline): boolean {
  const line = hangsOn(text, piece, pipeline);
  return line !== null && namesReport(line, pipeline);
}

function namesReport(line: string, pipeline: Pipeline): boolean {
  return pipeline.vocabulary.identity.titleWords.some((word) => fold(line).includes(fold(word)));
}

/** How far below its first line an appendix says what it hangs on, in paragraphs. */
const headOfAppendix = 6;

/** `(Kèm theo Báo cáo số …)` in the head of an appendix. */
function hangsOn(text: DocumentText, { paragraphs }: Piece, pipeline: Pipeline): string | null {
  const lines = paragraphs.slice(0, headOfAppendix).map((one) => textOf(text, one));
  return lines.find((line) => isAttachedLine(line, pipeline)) ?? null;
}

function spanOver(pieces: readonly Piece[]): Span | null {
  const [first, last] = [pieces[0], pieces.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.span.start, end: last.span.end };
}

function reportScore(text: DocumentText, piece: Piece, pipeline: Pipeline): number {
  const titles = fold(
    piece.paragraphs
      .filter(({ kind }) => kind === 'title')
      .map((paragraph) => textOf(text, paragraph))
      .join(' '),
  ).replace(/[^\p{L}\p{N}]+/gu, ' ');
  const subjects = pipeline.vocabulary.structure.reportSubjects.filter((subject) => titles.includes(fold(subject)));
  return (/^bao cao/u.test(titles) ? 1 : 0) + subjects.length + (titles === '' ? -1 : 0);
}
