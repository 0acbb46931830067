import { SoatError } from '../../model/errors.js';
import type { PageReading, TextBlock } from '../../model/page.js';
import type { ReadingLimits } from '../limits.js';
import type { Content } from '../source/content.js';
import { refusePageCount } from '../source/refusePageCount.js';
import type { SourceFile } from '../source/SourceFile.js';
import { ListNumbers } from './ListNumbers.js';
import type { DocxPage } from './PageBuilder.js';
import { childOf, childrenOf, switchOf, type XmlElement } from './parseXml.js';
import { readBody } from './readBody.js';
import { type DocxParts, readParts } from './readParts.js';
import { Styles } from './Styles.js';

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

/** @throws SoatError `page-unreadable` for a page that is but a picture, which is not read */
function readingOf(number: number, { blocks, width, height, pictures }: DocxPage): PageReading {
  const letters =
    blocks
      .flatMap(textsOf)
      .join('')
      .match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (pictures > 0 && letters < fewLetters) throw new SoatError('page-unreadable', 'DOCX: ảnh, hãy lưu thành PDF');
  const isBlank = letters === 0;
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
    unread: [],
    coverage: 1,
    blocks,
  };
}

function textsOf(block: TextBlock): readonly string[] {
  return block.kind === 'paragraph' ? [block.text] : block.cells.flat();
}
