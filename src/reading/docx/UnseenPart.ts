import type { UnseenKind } from '../../model/page.js';
import { childOf, type XmlElement } from './parseXml.js';

/** What stands in a Word file and is not read: its text, if it has any, is in a picture or another format. */
export interface UnseenPart {
  readonly kind: UnseenKind;
  /** Square centimetres that it takes on the page; null where the file does not say. */
  readonly area: number | null;
}

/** Square centimetres; logos, seals and signatures are smaller, tables pasted as a picture larger. */
const leastReadable = 30;
/** Letters on a square centimetre of a page of text. */
const density = 4;
/** Letters of a formula: a line of them. */
const formulaLetters = 20;

/** How many letters a part has room for; 0 for one that is too small to say anything. */
export function roomFor({ kind, area }: UnseenPart, pageArea: number): number {
  if (kind === 'formula') return formulaLetters;
  const size = Math.min(area ?? pageArea, pageArea);
  return size < leastReadable ? 0 : Math.round(size * density);
}

const kinds: ReadonlyMap<string, UnseenKind> = new Map([
  ['blip', 'picture'],
  ['imagedata', 'picture'],
  ['chart', 'chart'],
  ['relIds', 'chart'],
  ['oMath', 'formula'],
  ['altChunk', 'inserted-file'],
]);

/** The part that an element stands for; null where it stands for none. */
export function unseenPart({ name }: XmlElement, area: number | null): UnseenPart | null {
  const kind = kinds.get(name);
  return kind === undefined ? null : { kind, area };
}

/** English metric units a centimetre. */
const emu = 360_000;

/** The square centimetres that a drawing says it takes; null where it does not say. */
export function areaOf(element: XmlElement): number | null {
  const extent = childOf(element, 'extent')?.attributes;
  const [across, down] = [Number(extent?.get('cx')) / emu, Number(extent?.get('cy')) / emu];
  if (across * down > 0) return across * down;
  const style = element.attributes.get('style') ?? '';
  const [width, height] = [inCentimetres(style, 'width'), inCentimetres(style, 'height')];
  return width === null || height === null ? null : width * height;
}

const centimetres: ReadonlyMap<string, number> = new Map([
  ['pt', 2.54 / 72],
  ['in', 2.54],
  ['cm', 1],
  ['mm', 0.1],
]);

function inCentimetres(style: string, side: 'width' | 'height'): number | null {
  const [, size, unit = ''] = new RegExp(`(?:^|;)\\s*${side}:\\s*([\\d.]{1,9})(pt|in|cm|mm)`).exec(style) ?? [];
  return size === undefined ? null : Number(size) * (centimetres.get(unit) ?? 1);
}
