import type { Paragraph } from '../model/document-text.js';
import type { ExtractionInput } from './input.js';

/** The paragraphs in which the report says something: body, tables and notes of report and appendices. */
export function saidIn({ text, parts }: ExtractionInput): readonly Paragraph[] {
  const spans = [parts.report, ...parts.appendices];
  return text.paragraphs.filter(
    ({ kind, start }) =>
      (kind === 'body' || kind === 'table-row' || kind === 'footnote') &&
      spans.some((span) => span.start <= start && start < span.end),
  );
}
