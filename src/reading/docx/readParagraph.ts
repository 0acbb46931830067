import { decodeLegacy, legacyFontOf } from '../layer/legacy/legacyFont.js';
import type { ListNumbers } from './ListNumbers.js';
import { childOf, settingOf, switchOf, type XmlElement } from './parseXml.js';
import { fontOf, listPlaceOf, type Styles } from './Styles.js';
import { areaOf, type UnseenPart, unseenPart } from './UnseenPart.js';

/** Marks in a paragraph's text where a page ends: where the writer set it, and where Word last showed it. */
export const pageBreaks = { set: '\f', shown: '\v' } as const;

/** What hangs on a paragraph and stands outside its text. */
export interface Attached {
  /** Ids of its notes. */
  readonly footnotes: readonly string[];
  readonly endnotes: readonly string[];
  /** Contents of text boxes that are anchored in it. */
  readonly textBoxes: readonly XmlElement[];
  readonly unseen: readonly UnseenPart[];
}

/** A paragraph with its list mark written out. */
export interface WrittenParagraph extends Attached {
  readonly text: string;
  /** The list's mark, empty where there is none; already in front of the text. */
  readonly mark: string;
  readonly bold: boolean;
  readonly centred: boolean;
  /** True where the paragraph asks for a page of its own. */
  readonly startsPage: boolean;
}

export interface ParagraphTools {
  readonly styles: Styles;
  readonly lists: ListNumbers;
}

/** Wrappers whose content is part of the text; deleted and moved-away text is not. */
const transparent: ReadonlySet<string> = new Set([
  ...[
    'hyperlink',
    'ins',
    'moveTo',
    'smartTag',
    'sdt',
    'sdtContent',
    'fldSimple',
    'customXml',
    'dir',
    'bdo',
    'oMathPara',
  ],
]);

interface Collected {
  readonly pieces: { readonly text: string; readonly bold: boolean }[];
  readonly footnotes: string[];
  readonly endnotes: string[];
  readonly textBoxes: XmlElement[];
  readonly unseen: UnseenPart[];
}

/** Reads a `w:p`; to be called in the order of the document, for lists count. */
export function readParagraph(paragraph: XmlElement, { styles, lists }: ParagraphTools): WrittenParagraph {
  const properties = childOf(paragraph, 'pPr');
  const style = settingOf(properties, 'pStyle');
  const collected: Collected = { pieces: [], footnotes: [], endnotes: [], textBoxes: [], unseen: [] };
  collect(paragraph, style, styles, collected);
  const { pieces, ...rest } = collected;
  const printed = pieces.filter(({ text }) => text.trim() !== '');
  const mark = markOf(properties, style, styles, lists);
  return {
    ...rest,
    mark: mark.trim(),
    text: behindBreaks(mark, pieces.map(({ text }) => text).join('')),
    bold: printed.length > 0 && printed.every(({ bold }) => bold),
    centred: (settingOf(properties, 'jc') ?? styles.alignment(style)) === 'center',
    startsPage: switchOf(properties, 'pageBreakBefore') === true,
  };
}

/** A paragraph that begins a page has the page's end before its mark. */
function behindBreaks(mark: string, text: string): string {
  const breaks = /^[\f\v]*/u.exec(text)?.[0] ?? '';
  return breaks + mark + text.slice(breaks.length);
}

/** The paragraph's own place in a list goes before its style's; list 0 takes it out of any. */
function markOf(
  properties: XmlElement | undefined,
  style: string | undefined,
  styles: Styles,
  lists: ListNumbers,
): string {
  const own = listPlaceOf(properties);
  const inherited = styles.listPlace(style);
  const list = own?.list ?? inherited?.list;
  if (list === undefined || list === '0') return '';
  return lists.next({ list, level: own?.level ?? inherited?.level ?? lists.levelOf(list, style) });
}

function collect(element: XmlElement, style: string | undefined, styles: Styles, into: Collected): void {
  for (const child of element.children) {
    const unseen = unseenPart(child, null);
    if (unseen !== null) into.unseen.push(unseen);
    else if (child.name === 'r') collectRun(child, style, styles, into);
    else if (child.name === 'AlternateContent') collect(alternative(child), style, styles, into);
    else if (transparent.has(child.name)) collect(child, style, styles, into);
  }
}

/** The newer way to say the same; the other one repeats its text. */
function alternative(element: XmlElement): XmlElement {
  return childOf(element, 'Choice') ?? childOf(element, 'Fallback') ?? element;
}

function collectRun(run: XmlElement, style: string | undefined, styles: Styles, into: Collected): void {
  const properties = childOf(run, 'rPr');
  const own = settingOf(properties, 'rStyle');
  const says = (name: string, ofStyle: (id: string | undefined) => boolean | undefined): boolean =>
    switchOf(properties, name) ?? (own === undefined ? undefined : ofStyle(own)) ?? ofStyle(style) ?? false;
  if (says('vanish', (id) => styles.isHidden(id))) return;
  const ofStyle = (own === undefined ? undefined : styles.font(own)) ?? styles.font(style);
  const legacy = legacyFontOf(fontOf(properties) ?? ofStyle ?? '');
  const written = textOf(run, into);
  const text = legacy === null ? written : decodeLegacy(written, legacy);
  const isCapitals = says('caps', (id) => styles.isCapitals(id));
  const shown = isCapitals ? text.toLocaleUpperCase('vi') : text;
  into.pieces.push({ text: shown, bold: says('b', (id) => styles.isBold(id)) });
}

function textOf(run: XmlElement, into: Collected): string {
  return run.children.map((child) => pieceOf(child, into)).join('');
}

function pieceOf(child: XmlElement, into: Collected): string {
  switch (child.name) {
    case 't':
      return child.text;
    case 'tab':
    case 'ptab':
      return '\t';
    case 'cr':
      return '\n';
    case 'br':
      return child.attributes.get('type') === 'page' ? pageBreaks.set : '\n';
    case 'lastRenderedPageBreak':
      return pageBreaks.shown;
    case 'noBreakHyphen':
      return '-';
    case 'footnoteReference':
      into.footnotes.push(child.attributes.get('id') ?? '');
      return '';
    case 'endnoteReference':
      into.endnotes.push(child.attributes.get('id') ?? '');
      return '';
    case 'AlternateContent':
      return textOf(alternative(child), into);
    case 'drawing':
    case 'pict':
    case 'object':
      collectDrawing(child, null, into);
      return '';
    default:
      return '';
  }
}

/** @param area square centimetres of the drawing that the element is part of */
function collectDrawing(element: XmlElement, area: number | null, into: Collected): void {
  for (const child of element.children) {
    const unseen = unseenPart(child, area);
    if (child.name === 'txbxContent') into.textBoxes.push(child);
    else if (unseen !== null) into.unseen.push(unseen);
    else if (child.name === 'AlternateContent') collectDrawing(alternative(child), area, into);
    else collectDrawing(child, areaOf(child) ?? area, into);
  }
}
