import { type DocumentText, type Paragraph, type Span, textOf } from '../model/document-text.js';
import type { Pipeline } from '../model/pipeline.js';
import { fold } from '../text/fold.js';
import { paperMarksOf } from '../text/paperMarks.js';

/** A run of paragraphs that is one paper or one appendix. */
export interface Piece {
  readonly span: Span;
  readonly paragraphs: readonly Paragraph[];
  readonly annex: boolean;
}

/** The papers and appendices that a file holds one after another: each begins with a letterhead, a title or `Phụ lục …`. */
export function findPieces(text: DocumentText, pipeline: Pipeline): readonly Piece[] {
  const { paragraphs } = text;
  const starts = paragraphs.flatMap((_, index): { first: number; annex: boolean }[] => {
    if (startsPaper(paragraphs, index)) return [{ first: index, annex: false }];
    return startsAnnex(text, index, pipeline) ? [{ first: index, annex: true }] : [];
  });
  if (starts[0]?.first !== 0) starts.unshift({ first: 0, annex: false });
  return starts.map(({ first, annex }, index) => {
    const own = paragraphs.slice(first, starts[index + 1]?.first ?? paragraphs.length);
    return { paragraphs: own, annex, span: { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 } };
  });
}

/** Stamps and specks above the first letterhead are no paper. */
export function isPaper({ paragraphs }: Piece): boolean {
  return paragraphs.some(({ kind }) => kind !== 'body');
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
export function isAttachedLine(text: string, pipeline: Pipeline): boolean {
  const folded = fold(text).replace(/^[^\p{L}]+/u, '');
  return pipeline.vocabulary.structure.attachedMarks.some((mark) => folded.startsWith(fold(mark)));
}
