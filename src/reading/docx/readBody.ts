import type { BlockRole } from '../../model/page.js';
import { type DocxPage, PageBuilder } from './PageBuilder.js';
import { childOf, childrenOf, settingOf, type XmlElement } from './parseXml.js';
import { type Attached, type ParagraphTools, pageBreaks, readParagraph } from './readParagraph.js';
import { readTable } from './readTable.js';
import { unseenPart } from './UnseenPart.js';

export interface Body {
  readonly document: XmlElement;
  /** Head lines of the first page. */
  readonly header: XmlElement | undefined;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
}

/** Wrappers around blocks. */
const transparent: ReadonlySet<string> = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo']);

/**
 * The pages of a Word file. It knows none: they end where Word last showed that they end, else where the writer set it.
 */
export function readBody({ document, header, footnotes, endnotes }: Body, tools: ParagraphTools): readonly DocxPage[] {
  const body = childOf(document, 'body');
  return new BodyReader(tools, holds(body, 'lastRenderedPageBreak'), {
    footnote: notesOf(footnotes, 'footnote'),
    endnote: notesOf(endnotes, 'endnote'),
  }).read(body, header);
}

type Notes = ReadonlyMap<string, XmlElement>;

class BodyReader {
  readonly #pages = new PageBuilder();
  #tables = 0;
  #notes = 0;

  constructor(
    private readonly tools: ParagraphTools,
    /** Whether the file remembers where its pages ended when Word last showed it. */
    private readonly wasShown: boolean,
    private readonly notes: { readonly footnote: Notes; readonly endnote: Notes },
  ) {}

  read(body: XmlElement | undefined, header: XmlElement | undefined): readonly DocxPage[] {
    this.#blocks(header?.children ?? [], 'header');
    this.#blocks(body?.children ?? [], 'body');
    this.#pages.endSection(childOf(body, 'sectPr'));
    return this.#pages.finish();
  }

  #blocks(elements: readonly XmlElement[], role: BlockRole): void {
    for (const element of elements) {
      if (element.name === 'p') this.#paragraph(element, role);
      else if (element.name === 'tbl') this.#table(element, role);
      else if (transparent.has(element.name)) this.#blocks(element.children, role);
      else this.#pages.addUnseen([unseenPart(element, null)].filter((part) => part !== null));
    }
  }

  #paragraph(element: XmlElement, role: BlockRole): void {
    const written = readParagraph(element, this.tools);
    const { text, mark, bold, centred, startsPage } = written;
    if (startsPage && !this.wasShown) this.#pages.turnPage();
    let goesOn = false;
    for (const [at, part] of this.#partsOf(text).entries()) {
      if (at > 0) this.#pages.turnPage();
      if (part.trim() === '' || part.trim() === mark) continue;
      this.#pages.add({ kind: 'paragraph', role, text: part.trim(), bold, centred, goesOn });
      goesOn = true;
    }
    this.#attached(written, role);
    this.#endSection(childOf(childOf(element, 'pPr'), 'sectPr'));
  }

  #attached({ unseen, footnotes, endnotes, textBoxes }: Attached, role: BlockRole): void {
    this.#pages.addUnseen(unseen);
    for (const id of footnotes) this.#note(this.notes.footnote.get(id));
    for (const id of endnotes) this.#note(this.notes.endnote.get(id));
    for (const box of textBoxes) this.#blocks(box.children, role);
  }

  /** The paragraph's text page by page. */
  #partsOf(text: string): readonly string[] {
    const [ends, ignored] = this.wasShown ? [pageBreaks.shown, pageBreaks.set] : [pageBreaks.set, pageBreaks.shown];
    return text.replaceAll(ignored, ' ').split(ends);
  }

  #endSection(properties: XmlElement | undefined): void {
    if (properties === undefined) return;
    this.#pages.endSection(properties);
    if (!this.wasShown && settingOf(properties, 'type') !== 'continuous') this.#pages.turnPage();
  }

  #note(note: XmlElement | undefined): void {
    if (note === undefined) return;
    this.#notes++;
    const texts = childrenOf(note, 'p').map((paragraph) => readParagraph(paragraph, this.tools).text);
    const text = `${this.#notes} ${withoutBreaks(texts.join(' '))}`;
    this.#pages.add({ kind: 'paragraph', role: 'footnote', text, bold: false, centred: false, goesOn: false });
  }

  #table(element: XmlElement, role: BlockRole): void {
    const table = this.#tables++;
    for (const { cells, attached, breaksBefore, breaksInside } of readTable(element, this.tools)) {
      for (let count = 0; this.wasShown && count < breaksBefore; count++) this.#pages.turnPage();
      this.#pages.add({ kind: 'table-row', role, table, cells });
      for (const hanging of attached) this.#attached(hanging, role);
      for (let count = 0; this.wasShown && count < breaksInside; count++) this.#pages.turnPage();
    }
  }
}

function notesOf(part: XmlElement | undefined, name: string): Notes {
  return new Map(childrenOf(part, name).map((note) => [note.attributes.get('id') ?? '', note]));
}

function holds(element: XmlElement | undefined, name: string): boolean {
  return element?.children.some((child) => child.name === name || holds(child, name)) === true;
}

function withoutBreaks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
