import type { Cell, DocumentText, Paragraph, PlacedWord } from '../model/document-text.js';
import type { PageReading } from '../model/page.js';
import type { TextVocabulary } from '../model/vocabulary/text.js';
import { classifyParagraphs, type Unclassified } from './classifyParagraphs.js';
import { type Drafts, draftBlocks } from './layout/draftBlocks.js';
import { draftParagraphs } from './layout/draftParagraphs.js';
import type { Draft } from './layout/Flow.js';
import { layoutPages } from './layout/layoutPages.js';

/**
 * Pages become one text: reading order, tables cell by cell, paragraphs over line and page ends. Page numbers and
 * running heads leave the text; every other word of every page stands in it once. Boxes are those of the page as displayed.
 */
export function composeText(pages: readonly PageReading[], vocabulary: TextVocabulary): DocumentText {
  const { drafts, texts } = draftsOf(pages, vocabulary);
  const kinds = classifyParagraphs(drafts.map(unclassified), vocabulary);
  const parts: string[] = [];
  const words: PlacedWord[] = [];
  const paragraphs: Paragraph[] = [];
  let length = 0;
  for (const [index, draft] of drafts.entries()) {
    const start = length;
    const cells: Cell[] = [];
    for (const [column, pieces] of (draft.cells ?? [draft.words]).entries()) {
      if (column > 0) {
        parts.push('\t');
        length++;
      }
      const cellStart = length;
      for (const [position, { word, page }] of pieces.entries()) {
        if (position > 0) {
          parts.push(' ');
          length++;
        }
        words.push({ ...word, page, start: length, end: length + word.text.length });
        parts.push(word.text);
        length += word.text.length;
      }
      cells.push({ column, start: cellStart, end: length });
    }
    paragraphs.push({
      start,
      end: length,
      kind: kinds[index] ?? 'body',
      page: draft.page,
      ...(draft.table === undefined ? {} : { table: draft.table }),
      ...(draft.cells === undefined ? {} : { cells }),
      ...(draft.bold === undefined ? {} : { bold: draft.bold }),
      ...(draft.centred === true ? { centred: true } : {}),
    });
    parts.push('\n');
    length++;
  }
  return { text: parts.join('').slice(0, -1), words, paragraphs, pages: texts };
}

/** From the blocks of a file that says them itself, else from where the words stand. */
function draftsOf(pages: readonly PageReading[], vocabulary: TextVocabulary): Drafts {
  if (pages.some(({ blocks }) => blocks !== undefined)) return draftBlocks(pages, vocabulary);
  const layout = layoutPages(pages, vocabulary);
  return { drafts: draftParagraphs(layout.blocks, vocabulary), texts: layout.pages };
}

function unclassified(draft: Draft): Unclassified {
  const text = draft.words.map(({ word }) => word.text).join(' ');
  switch (draft.block) {
    case 'letterhead':
      return { text, known: 'letterhead' };
    case 'closing':
      return { text, known: draft.side === 'right' ? 'signature' : 'recipients' };
    case 'table-row':
      return { text, known: 'table-row' };
    case 'footnote':
      return { text, known: 'footnote' };
    case 'line':
      return { text, centred: draft.centred === true };
  }
}
