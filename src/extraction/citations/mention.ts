import type { Span } from '../../model/document-text.js';
import type { Citation } from '../../model/facts.js';
import type { TypeEntry } from './lexicon.js';
import type { DateReading } from './readDate.js';
import type { Group } from './readSymbol.js';

/** How a date came to its document: printed beside it, at the end of its list, before it, or behind its issuer. */
export type DateLink = 'adjacent' | 'shared' | 'remote';

/** A mention while it is being read. */
export interface Mention {
  readonly kind: Citation['kind'];
  readonly span: Span;
  readonly numberSpan: Span;
  readonly type: TypeEntry | null;
  /** The type word stands directly before the number (or `số`). */
  readonly ownType: boolean;
  readonly number: string | null;
  readonly year: string | null;
  readonly mark: '/' | '-';
  readonly groups: readonly Group[];
  readonly marks: readonly ('/' | '-')[];
  readonly mended: boolean;
  readonly date: DateReading | null;
  readonly dateLink: DateLink | null;
  /** Goes on a list that the mention before it began or went on: nothing but `,` `;` `và` between them. */
  readonly continues: boolean;
  readonly issuer: Span | null;
  /** The document that a short form stands for. */
  readonly refersTo: Mention | null;
}

export function symbolOf({ groups, marks }: Pick<Mention, 'groups' | 'marks'>): string | null {
  if (groups.length === 0) return null;
  return groups.map(({ code }, index) => (index === 0 ? code : `${marks[index - 1] ?? '-'}${code}`)).join('');
}

/** The canonical number: `718/KH-BQL`, `36/2018/QH14`, `50-CT/TW`; the number alone where no symbol is printed. */
export function fullOf(mention: Pick<Mention, 'number' | 'year' | 'mark' | 'groups' | 'marks'>): string | null {
  if (mention.number === null) return null;
  const symbol = symbolOf(mention);
  const year = mention.year === null ? '' : `/${mention.year}`;
  return symbol === null ? `${mention.number}${year}` : `${mention.number}${year}${mention.mark}${symbol}`;
}
