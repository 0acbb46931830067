import type { Flag } from '../model/document.js';
import { boxesOf, type DocumentText, paragraphAt, type Span, textOf, wordsIn } from '../model/document-text.js';

/** Text that stands word for word on one page, with the place of each of its lines. */
export type Quotation = Flag['evidence'][number];

/** In UTF-16 units: three or four printed lines, as much as a reader takes in at a glance. */
const longest = 300;

/**
 * What is quoted of a span: the part on the page where it starts, cut behind a whole sentence (else a whole word)
 * where it is longer than a reader takes in. Null where the span holds no text.
 */
export function quote(document: DocumentText, span: Span): Quotation | null {
  const onPage = cutAtPageEnd(document, span);
  const { start, end } = cutToLength(document, onPage);
  const text = textOf(document, { start, end }).replace(/\s+/g, ' ').trim();
  if (text === '') return null;
  const boxes = boxesOf(document, { start, end }).map(({ page, box: [left, top, right, bottom] }) => ({
    page,
    box: [left, top, right, bottom] satisfies Quotation['boxes'][number]['box'],
  }));
  return { text, page: onPage.page, boxes };
}

function cutAtPageEnd(document: DocumentText, span: Span): Span & { readonly page: number } {
  const words = wordsIn(document, span);
  const first = words[0];
  if (first === undefined) return cutAtParagraphOfNextPage(document, span);
  const elsewhere = words.findIndex((word) => word.page !== first.page);
  const last = elsewhere === -1 ? undefined : words[elsewhere - 1];
  return { start: span.start, end: last === undefined ? span.end : Math.min(span.end, last.end), page: first.page };
}

/** A text without words knows only the page on which a paragraph starts. */
function cutAtParagraphOfNextPage(document: DocumentText, span: Span): Span & { readonly page: number } {
  const page = paragraphAt(document, span.start)?.page ?? 1;
  const next = document.paragraphs.find((one) => one.start > span.start && one.page !== page);
  return { start: span.start, end: next === undefined ? span.end : Math.min(span.end, next.start), page };
}

function cutToLength(document: DocumentText, span: Span): Span {
  if (span.end - span.start <= longest) return span;
  const text = document.text.slice(span.start, span.start + longest + 1);
  const sentence = Math.max(...[...text.matchAll(/[.;!?…](?=\s)|\n/g)].map((match) => match.index + 1), 0);
  const word = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'), text.lastIndexOf('\t'));
  const cut = sentence > 0 ? sentence : word;
  return { start: span.start, end: span.start + (cut > 0 ? cut : longest) };
}
