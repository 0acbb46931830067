import type { DocumentText, PageText, Paragraph } from '../model/document-text.js';
import type { TextVocabulary } from '../model/vocabulary/text.js';
import { classifyParagraphs } from './classifyParagraphs.js';

/**
 * A document text from plain text without places: a line is a paragraph, a form feed starts a page, a line with tabs is
 * a table row (neighbouring ones make one table). With a vocabulary, letterhead, title, recipients and signature are told.
 */
export function plainText(source: string, vocabulary?: TextVocabulary): DocumentText {
  const pages: PageText[] = [];
  const paragraphs: Paragraph[] = [];
  const lines: string[] = [];
  let length = 0;
  let table = -1;
  for (const [index, pageSource] of source.normalize('NFC').replace(/\r\n?/g, '\n').split('\f').entries()) {
    const pageLines = pageSource.split('\n').filter((line) => line.trim() !== '');
    pages.push({ number: index + 1, text: pageLines.join('\n') });
    for (const line of pageLines) {
      const start = length;
      const cells = line.includes('\t') ? cellsOf(line, start) : undefined;
      if (cells !== undefined && paragraphs.at(-1)?.kind !== 'table-row') table++;
      paragraphs.push({
        start,
        end: start + line.length,
        page: index + 1,
        kind: cells === undefined ? 'body' : 'table-row',
        ...(cells === undefined ? {} : { table, cells }),
      });
      lines.push(line);
      length += line.length + 1;
    }
  }
  const text = lines.join('\n');
  if (vocabulary === undefined) return { text, words: [], paragraphs, pages };
  const kinds = classifyParagraphs(
    paragraphs.map(({ kind }, index) => ({
      text: lines[index]?.trim() ?? '',
      ...(kind === 'table-row' ? { known: kind } : {}),
    })),
    vocabulary,
  );
  return {
    text,
    words: [],
    paragraphs: paragraphs.map((paragraph, index) => ({ ...paragraph, kind: kinds[index] ?? paragraph.kind })),
    pages,
  };
}

function cellsOf(line: string, start: number) {
  let offset = start;
  return line.split('\t').map((cell, column) => {
    const cellStart = offset;
    offset += cell.length + 1;
    return { column, start: cellStart, end: cellStart + cell.length };
  });
}
