import { SoatError } from '../../model/errors.js';
import type { PageReading, TextBlock, UnreadRegion } from '../../model/page.js';
import type { ReadingLimits } from '../limits.js';
import { readingDpi } from '../openPdf.js';
import type { Content } from '../source/content.js';
import { refusePageCount } from '../source/refusePageCount.js';
import type { SourceFile } from '../source/SourceFile.js';
import { ListNumbers } from './ListNumbers.js';
import type { DocxPage } from './PageBuilder.js';
import { childOf, childrenOf, switchOf, type XmlElement } from './parseXml.js';
import { readBody } from './readBody.js';
import { type DocxParts, readParts } from './readParts.js';
import { Styles } from './Styles.js';
import { roomFor } from './UnseenPart.js';

/** A page with fewer letters beside a picture says what it says in the picture. */
const fewLetters = 20;

/**
 * A Word file: text and tables as it says them, nothing rendered.
 * @throws SoatError `truncated`, `not-a-document`, `encrypted`, `too-large`
 */
export async function openDocx(content: Content, limits: ReadingLimits): Promise<SourceFile> {
  const parts = await readParts(content);
  try {
    const pages = await pagesOf(parts);
    return {
      survey: async () => {
        refusePageCount(pages.length, limits);
        return {
          pages: pages.map(({ width, height }, at) => ({ number: at + 1, width, height, rotation: 0 })),
          signatures: [],
        };
      },
      readPage: async (number) => {
        const page = pages[number - 1];
        if (page === undefined) throw new SoatError('page-unreadable');
        return readingOf(number, page);
      },
      close: async () => {},
    };
  } finally {
    parts.close();
  }
}

async function pagesOf({ document, styles: stylePart, numbering, footnotes, endnotes, related }: DocxParts) {
  const styles = new Styles(stylePart);
  const headerId = firstHeaderId(document);
  const header = headerId === undefined ? undefined : await related(headerId);
  return readBody({ document, header, footnotes, endnotes }, { styles, lists: new ListNumbers(numbering, styles) });
}

/** The header of the document's first page. */
function firstHeaderId(document: XmlElement): string | undefined {
  const body = childOf(document, 'body');
  const inText = childrenOf(body, 'p').map((paragraph) => childOf(childOf(paragraph, 'pPr'), 'sectPr'));
  const section = inText.find((properties) => properties !== undefined) ?? childOf(body, 'sectPr');
  const wanted = switchOf(section, 'titlePg') === true ? 'first' : 'default';
  const reference = childrenOf(section, 'headerReference').find(({ attributes }) => attributes.get('type') === wanted);
  return reference?.attributes.get('id');
}

/**
 * What is not read (a picture, a chart, a file inserted in the text) may hold anything, and stands somewhere on its page.
 * @throws SoatError `page-unreadable` for a page that holds nothing else
 */
function readingOf(number: number, { blocks, width, height, unseen }: DocxPage): PageReading {
  const letters =
    blocks
      .flatMap(textsOf)
      .join('')
      .match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (unseen.length > 0 && letters < fewLetters) {
    throw new SoatError('page-unreadable', 'DOCX: ảnh, hãy lưu thành PDF');
  }
  const isBlank = letters === 0;
  const pageArea = (width * height * 2.54 ** 2) / readingDpi ** 2;
  const regions = unseen.map(
    (part): UnreadRegion => ({ box: [0, 0, 1, 1], marks: roomFor(part, pageArea), kind: part.kind }),
  );
  const room = regions.reduce((sum, { marks }) => sum + marks, 0);
  return {
    number,
    origin: isBlank ? 'blank' : 'text',
    reason: isBlank ? 'no-ink' : 'document-text',
    width,
    height,
    rotation: 0,
    skew: 0,
    confidence: 1,
    lines: [],
    rulings: [],
    unread: regions,
    coverage: room === 0 ? 1 : letters / (letters + room),
    blocks,
  };
}

function textsOf(block: TextBlock): readonly string[] {
  return block.kind === 'paragraph' ? [block.text] : block.cells.flat();
}
