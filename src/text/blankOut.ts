import type { DocumentText, Span } from '../model/document-text.js';

/**
 * A text in which some spans say nothing: offsets stay, their words and paragraphs are gone. Pages keep their text.
 * @param spans in order; they do not overlap
 */
export function blankOut(document: DocumentText, spans: readonly Span[]): DocumentText {
  if (spans.length === 0) return document;
  const blanks = joined(spans);
  const isKept = ({ start }: Span) => !blanks.some((blank) => blank.start <= start && start < blank.end);
  const pieces = blanks.flatMap(({ start, end }, index) => [
    document.text.slice(blanks[index - 1]?.end ?? 0, start),
    '\n'.repeat(end - start),
  ]);
  return {
    ...document,
    text: pieces.join('') + document.text.slice(blanks.at(-1)?.end ?? 0),
    words: document.words.filter(isKept),
    paragraphs: document.paragraphs.filter(isKept),
  };
}

/** Neighbours as one: a file may hold hundreds of papers behind each other. */
function joined(spans: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last !== undefined && span.start <= last.end + 1) runs[runs.length - 1] = { start: last.start, end: span.end };
    else runs.push(span);
  }
  return runs;
}
