import type { DocumentText } from '../../src/model/document-text.js';
import { plainText } from '../../src/text/plainText.js';

/**
 * A plain text as a reader of scans gives it: every word has a place, and those named in `doubtful` were read with a
 * confidence of 0.4, all others with 0.95.
 */
export function readText(source: string, doubtful: readonly string[] = []): DocumentText {
  const text = plainText(source);
  const words = text.paragraphs.flatMap((paragraph, line) =>
    [...text.text.slice(paragraph.start, paragraph.end).matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      start: paragraph.start + match.index,
      end: paragraph.start + match.index + match[0].length,
      page: paragraph.page,
      box: [match.index / 1000, line / 100, (match.index + match[0].length) / 1000, line / 100 + 0.008] as const,
      confidence: doubtful.includes(match[0]) ? 0.4 : 0.95,
    })),
  );
  return { ...text, words };
}
