import { SaxesParser } from 'saxes';
import { SoatError } from '../../model/errors.js';

/** An element by its local name: prefixes differ between programs, meanings do not. */
export interface XmlElement {
  readonly name: string;
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Of the element itself, white space kept. */
  readonly text: string;
}

/** A report of 300 pages has about a million elements; real ones nest some thirty deep. */
const bounds = { elements: 3_000_000, depth: 256 };

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * One part of an Office file. Nothing outside it is ever loaded: entities of a document type are refused with it.
 * @throws SoatError `truncated`, `too-large`
 */
export function parseXml(source: string): XmlElement {
  const root: OpenElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open: OpenElement[] = [root];
  let elements = 0;
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new SoatError('truncated', 'DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements++;
    if (elements > bounds.elements || open.length > bounds.depth) throw new SoatError('too-large', 'XML');
    const element = { name: localName(name), attributes: localNames(attributes), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('error', (cause) => {
    throw new SoatError('truncated', cause.message, { cause });
  });
  parser.write(source.replace(/^\ufeff/, '')).close();
  return root.children[0] ?? root;
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The `val` of the child of that name. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('val');
}

/** An on-off property: present without a value means on; undefined where it is not said. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  return child === undefined ? undefined : !['0', 'false', 'off', 'none'].includes(child.attributes.get('val') ?? '1');
}

function localNames(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
