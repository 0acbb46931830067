import { type DocumentText, type Paragraph, type Span, textOf } from '../model/document-text.js';
import type { Pipeline } from '../model/pipeline.js';
import { fold } from '../text/fold.js';
import { paperMarksOf } from '../text/paperMarks.js';

/** What stands in one file: a report, perhaps behind a covering letter, perhaps with appendices. */
export interface DocumentParts {
  readonly coveringLetter: Span | null;
  /** Letterhead to signature block. */
  readonly report: Span;
  readonly appendices: readonly Span[];
}

/** A run of paragraphs, by index, that is one paper or one appendix. */
interface Piece {
  readonly first: number;
  readonly end: number;
  readonly annex: boolean;
}

/**
 * Parts a file into papers by their letterheads and titles, and takes for the report the paper whose title names a
 * self-assessment or the fight against corruption, else the longest. What stands before it is its covering letter, what
 * follows it (`Phụ lục …`, a further paper) its appendices.
 */
export function findParts(text: DocumentText, pipeline: Pipeline): DocumentParts {
  const pieces = piecesOf(text, pipeline);
  const spanOf = ({ first, end }: Piece): Span => ({
    start: text.paragraphs[first]?.start ?? 0,
    end: text.paragraphs[end - 1]?.end ?? 0,
  });
  const papers = pieces.filter(({ annex }) => !annex);
  const report = papers
    .map((piece) => ({
      piece,
      score: reportScore(text, piece, pipeline),
      length: spanOf(piece).end - spanOf(piece).start,
    }))
    .sort((a, b) => b.score - a.score || b.length - a.length)[0]?.piece;
  if (report === undefined)
    return { coveringLetter: null, report: { start: 0, end: text.text.length }, appendices: [] };
  const before = pieces.filter((piece) => piece.first < report.first && isPaper(text, piece));
  const [firstBefore, lastBefore] = [before[0], before.at(-1)];
  return {
    coveringLetter:
      firstBefore === undefined || lastBefore === undefined
        ? null
        : { start: spanOf(firstBefore).start, end: spanOf(lastBefore).end },
    report: before.length === 0 ? { start: 0, end: spanOf(report).end } : spanOf(report),
    appendices: pieces.filter(({ first }) => first > report.first).map(spanOf),
  };
}

/** Stamps and specks above the first letterhead are no paper. */
function isPaper({ paragraphs }: DocumentText, { first, end }: Piece): boolean {
  return paragraphs.slice(first, end).some(({ kind }) => kind !== 'body');
}

function piecesOf(text: DocumentText, pipeline: Pipeline): readonly Piece[] {
  const { paragraphs } = text;
  const starts = paragraphs.flatMap((_, index): { first: number; annex: boolean }[] => {
    if (startsPaper(paragraphs, index)) return [{ first: index, annex: false }];
    return startsAnnex(text, index, pipeline) ? [{ first: index, annex: true }] : [];
  });
  if (starts[0]?.first !== 0) starts.unshift({ first: 0, annex: false });
  return starts.map(({ first, annex }, index) => ({
    first,
    annex,
    end: starts[index + 1]?.first ?? paragraphs.length,
  }));
}

/** The first line of a letterhead, or a title without one, that does not belong to the paper begun before. */
function startsPaper(paragraphs: readonly Paragraph[], index: number): boolean {
  const [kind, before] = [paragraphs[index]?.kind, paragraphs[index - 1]?.kind];
  if (kind === 'letterhead') return before !== 'letterhead';
  if (kind !== 'title' || before === 'letterhead' || before === 'title') return false;
  // A decision repeats its type before the articles; a new paper's title opens the page after a signature.
  return before === undefined || before === 'signature' || before === 'recipients';
}

function startsAnnex(text: DocumentText, index: number, pipeline: Pipeline): boolean {
  const paragraph = text.paragraphs[index];
  if (paragraph === undefined || paragraph.kind !== 'body' || index === 0) return false;
  const words = textOf(text, paragraph);
  const marks = paperMarksOf(pipeline.vocabulary.text);
  if (!marks.isAnnexLine(words) || words.length > 250 || /[.;,]$/u.test(words)) return false;
  const before = text.paragraphs[index - 1];
  const next = text.paragraphs[index + 1];
  const attached = (other: Paragraph | undefined) =>
    other !== undefined && isAttachedLine(textOf(text, other), pipeline);
  return (
    paragraph.centred === true ||
    before?.page !== paragraph.page ||
    ['signature', 'recipients', 'table-row'].includes(before?.kind ?? '') ||
    words === words.toUpperCase() ||
    attached(next) ||
    attached(text.paragraphs[index + 2])
  );
}

/** `(Kèm theo Báo cáo số …)`. */
function isAttachedLine(text: string, pipeline: Pipeline): boolean {
  const folded = fold(text).replace(/^[^\p{L}]+/u, '');
  return pipeline.vocabulary.structure.attachedMarks.some((mark) => folded.startsWith(fold(mark)));
}

function reportScore(text: DocumentText, { first, end }: Piece, pipeline: Pipeline): number {
  const paragraphs = text.paragraphs.slice(first, end);
  const titles = fold(
    paragraphs
      .filter(({ kind }) => kind === 'title')
      .map((paragraph) => textOf(text, paragraph))
      .join(' '),
  ).replace(/[^\p{L}\p{N}]+/gu, ' ');
  const subjects = pipeline.vocabulary.structure.reportSubjects.filter((subject) => titles.includes(fold(subject)));
  return (/^bao cao/u.test(titles) ? 1 : 0) + subjects.length + (titles === '' ? -1 : 0);
}
