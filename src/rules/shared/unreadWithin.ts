import { type DocumentText, pageOf, type Span, wordsIn } from '../../model/document-text.js';
import type { PageSummary, ReportFacts } from '../../model/facts.js';

/** Letter-sized marks that make an unread line; fewer are specks, or a stroke of a signature. */
export const fewestMarks = 5;

/**
 * True where a page that a span runs over could not be read, or holds unread ink between the span's first and last line:
 * then nothing may be said to be absent from the span. A failed page between the span and the text that follows it counts.
 */
export function unreadWithin(facts: Pick<ReportFacts, 'text' | 'pages'>, span: Span): boolean {
  const first = pageOf(facts.text, { start: span.start, end: span.start + 1 });
  const last = pageOf(facts.text, { start: Math.max(span.start, span.end - 1), end: span.end });
  const next = nextPage(facts, span.end);
  return facts.pages.some((page) => {
    if (page.number < first || page.number > Math.max(last, next)) return false;
    if (!page.readable) return page.number <= last || page.number < next;
    return page.number <= last && holdsUnreadInk(page, facts.text, span, { first, last, next });
  });
}

/** The page of the text behind an offset; one behind the last page where nothing follows. */
function nextPage({ text, pages }: Pick<ReportFacts, 'text' | 'pages'>, offset: number): number {
  const paragraph = text.paragraphs.find(({ start }) => start >= offset);
  if (paragraph === undefined) return Math.max(0, ...pages.map(({ number }) => number)) + 1;
  return pageOf(text, { start: paragraph.start, end: paragraph.start + 1 });
}

function holdsUnreadInk(
  page: PageSummary,
  text: DocumentText,
  span: Span,
  { first, last, next }: { readonly first: number; readonly last: number; readonly next: number },
): boolean {
  const boxes = wordsIn(text, span)
    .filter((word) => word.page === page.number)
    .flatMap(({ box }) => (box === null ? [] : [box]));
  // A text without places may stand anywhere on its pages.
  const top = page.number === first && boxes.length > 0 ? Math.min(...boxes.map((box) => box[1])) : 0;
  // Where the text goes on on another page, the ink below the last line is the span's too.
  const ends = page.number === last && next <= last && boxes.length > 0;
  const bottom = ends ? Math.max(...boxes.map((box) => box[3])) : 1;
  return page.unread.some(({ box, marks }) => marks >= fewestMarks && box[3] > top && box[1] < bottom);
}
