import type { DocumentText, PageText, Paragraph } from '../model/document-text.js';

/**
 * A document text from plain text without places: a line is a paragraph, a form feed starts a page,
 * a line with tabs is a table row.
 */
export function plainText(source: string): DocumentText {
  const pages: PageText[] = [];
  const paragraphs: Paragraph[] = [];
  const lines: string[] = [];
  let length = 0;
  for (const [index, pageSource] of source.normalize('NFC').replace(/\r\n?/g, '\n').split('\f').entries()) {
    const pageLines = pageSource.split('\n').filter((line) => line.trim() !== '');
    pages.push({ number: index + 1, text: pageLines.join('\n') });
    for (const line of pageLines) {
      const start = length;
      const cells = line.includes('\t') ? cellsOf(line, start) : undefined;
      paragraphs.push({
        start,
        end: start + line.length,
        page: index + 1,
        kind: cells === undefined ? 'body' : 'table-row',
        ...(cells === undefined ? {} : { table: 0, cells }),
      });
      lines.push(line);
      length += line.length + 1;
    }
  }
  return { text: lines.join('\n'), words: [], paragraphs, pages };
}

function cellsOf(line: string, start: number) {
  let offset = start;
  return line.split('\t').map((cell, column) => {
    const cellStart = offset;
    offset += cell.length + 1;
    return { column, start: cellStart, end: cellStart + cell.length };
  });
}
