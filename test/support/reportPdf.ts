import { drawnPdf, written } from './drawnPdf.js';
import { type ScoredContent, scoredReport } from './scoredReport.js';

/** Characters of a line and lines of a page, as `written` sets them. */
const lineLength = 66;
const linesAPage = 30;

/** A made-up report as a PDF with a text layer, which is read in no time. */
export function reportPdf(content: ScoredContent = {}, change: (text: string) => string = (text) => text): Uint8Array {
  const lines = change(scoredReport(content)).split('\n').flatMap(wrapped);
  const pages: string[][] = [];
  for (let first = 0; first < lines.length; first += linesAPage) pages.push(lines.slice(first, first + linesAPage));
  return drawnPdf(...pages.map((page) => written(page)));
}

function wrapped(line: string): readonly string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + word.length < lineLength) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
