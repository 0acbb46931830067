import { confidenceOf, type DocumentText, type Span } from '../../model/document-text.js';
import type { Section } from '../../model/facts.js';
import { fold } from '../../text/fold.js';

const named = /(?<![a-z])nam\s+([12][\dol]{3})(?![\d/])/d;
const periodEnd = /den\s+(?:het\s+)?(?:ngay\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(\d{4})/d;

/**
 * The year that the report reports on: the first one that its title names, else the end of a period named there, else the
 * year that most headings name. Null where none does: the report's date does not tell its year.
 */
export function findReportedYear(
  document: DocumentText,
  title: Span | null,
  sections: readonly Section[],
  doubtfulConfidence: number,
): number | null {
  const inTitle = title === null ? null : yearIn(document, title, doubtfulConfidence);
  if (inTitle !== null) return inTitle;
  const counts = new Map<number, number>();
  for (const { heading, appendix } of sections) {
    const year = appendix ? null : yearIn(document, heading, doubtfulConfidence);
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? null;
}

function yearIn(document: DocumentText, span: Span, doubtfulConfidence: number): number | null {
  const folded = fold(document.text.slice(span.start, span.end));
  const match = named.exec(folded) ?? periodEnd.exec(folded);
  const [from, to] = match?.indices?.[1] ?? [];
  if (match?.[1] === undefined || from === undefined || to === undefined) return null;
  if (confidenceOf(document, { start: span.start + from, end: span.start + to }) < doubtfulConfidence) return null;
  const year = Number(match[1].replace(/o/g, '0').replace(/l/g, '1'));
  return year >= 2000 && year <= 2100 ? year : null;
}
