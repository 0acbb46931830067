import { type DocumentText, pageOf, type Span, textOf } from '../model/document-text.js';
import type { IdentityPart, PageSummary } from '../model/facts.js';
import type { Paper } from '../model/paper.js';
import type { Pipeline } from '../model/pipeline.js';
import { findPieces, isPaper } from '../structure/findPieces.js';
import { fold } from '../text/fold.js';
import { sourceOfSpan } from './citations/source.js';
import { abbreviationOf } from './identity/abbreviation.js';
import { findAgency } from './identity/findAgency.js';
import { findOwnDate } from './identity/findOwnDate.js';
import { findOwnNumber } from './identity/findOwnNumber.js';
import { findSigner } from './identity/findSigner.js';
import { findSubject } from './identity/findSubject.js';
import { findPaperTitle, type Title } from './identity/findTitle.js';
import { headAndTail } from './identity/headAndTail.js';

/** A paper and where it stands in its file's text. */
export interface PlacedPaper extends Paper {
  readonly span: Span;
}

/**
 * The papers that a file holds one after another, each with what its letterhead, title and signature say. A file without
 * any letterhead or title is one paper of which nothing is known.
 */
export function extractPapers(
  text: DocumentText,
  pages: readonly PageSummary[],
  pipeline: Pipeline,
): readonly PlacedPaper[] {
  const scannedPages = new Set(pages.filter(({ origin }) => origin !== 'text').map(({ number }) => number));
  const pieces = findPieces(text, pipeline).filter(({ annex }) => !annex);
  const papers = pieces.filter(isPaper);
  return (papers.length > 0 ? papers : pieces.slice(0, 1)).map(({ span }) =>
    paperAt(text, span, scannedPages, pipeline),
  );
}

function paperAt(text: DocumentText, span: Span, scannedPages: ReadonlySet<number>, pipeline: Pipeline): PlacedPaper {
  const parts = { coveringLetter: null, report: span, appendices: [], attached: [] };
  const { head, tail } = headAndTail({ text, parts, sections: [], pipeline });
  const { doubtfulConfidence } = pipeline.thresholds;
  const { identity, text: marks } = pipeline.vocabulary;
  const options = { doubtfulConfidence, reportedYear: null };
  const number = findOwnNumber(text, head, doubtfulConfidence);
  const date = findOwnDate(text, head, options) ?? findOwnDate(text, tail, options);
  const title = findPaperTitle(head, identity);
  const subject = title === null ? findSubject(head, marks) : null;
  const signer = findSigner(tail, identity);
  const abbreviation = number?.number == null ? null : abbreviationOf(number.number);
  const unread: readonly [IdentityPart, boolean][] = [
    ['number', number !== null && number.number === null],
    ['date', date !== null && date.date === null],
    ['signer', signer !== null && signer.signer === null],
  ];
  return {
    ...typeAndTitle(title, subject, pipeline),
    number: number?.number ?? null,
    date: date?.date ?? null,
    agency: findAgency({ head, tail }, sourceOfSpan(text, span), abbreviation, identity),
    signer: signer?.signer ?? null,
    unread: unread.flatMap(([part, isUnread]) => (isUnread ? [part] : [])),
    pages: [pageOf(text, span), pageOf(text, { start: Math.max(span.start, span.end - 1), end: span.end })],
    scanned: scannedPages.has(pageOf(text, span)),
    printed: {
      number: printed(text, number?.span),
      date: printed(text, date?.span),
      title: printed(text, (title ?? subject)?.span),
    },
    span,
  };
}

function printed(text: DocumentText, span: Span | undefined): string | null {
  return span === undefined ? null : textOf(text, span).replace(/\s+/g, ' ').trim();
}

function typeAndTitle(
  title: Title | null,
  subject: Title | null,
  { vocabulary }: Pipeline,
): Pick<Paper, 'type' | 'title'> {
  if (title === null) {
    const about = subject === null ? null : withoutMark(subject.text, vocabulary.text.subjectMarks);
    return { type: subject === null ? null : vocabulary.identity.letterType, title: about };
  }
  const type = longestFirst(vocabulary.text.documentTypes).find((one) => startsWith(title.text, one));
  if (type === undefined) return { type: null, title: title.text };
  const about = withoutMark(title.text.slice(type.length).trim(), vocabulary.text.subjectMarks);
  return { type: type.charAt(0).toUpperCase() + type.slice(1), title: about === '' ? null : about };
}

/** `V/v` and `Về việc` open a summary and are no part of it. */
function withoutMark(text: string, marks: readonly string[]): string {
  const mark = longestFirst(marks).find((one) => startsWith(text, one));
  return (mark === undefined ? text : text.slice(mark.length)).replace(/^[\s:.]+/, '');
}

function startsWith(text: string, words: string): boolean {
  return fold(text).startsWith(fold(words)) && !/^\p{L}/u.test(text.slice(words.length));
}

function longestFirst(phrases: readonly string[]): readonly string[] {
  return [...phrases].sort((left, right) => right.length - left.length);
}
