import type { CalendarDate } from '../model/facts.js';
import type { CitationsVocabulary } from '../model/vocabulary/citations.js';
import { findMentions } from './citations/findMentions.js';
import { isOwnNumberLine } from './citations/isOwnNumber.js';
import { lexiconOf } from './citations/lexicon.js';
import { fullOf, symbolOf } from './citations/mention.js';
import { sourceOf } from './citations/source.js';

/** A citation in plain text; `start` and `end` count UTF-16 units of the text's NFC form. */
export interface CitedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Canonical type word; null where none is printed. */
  readonly type: string | null;
  readonly number: string | null;
  /** The year inside the number. */
  readonly year: string | null;
  readonly symbol: string | null;
  /** Canonical number, e.g. `718/KH-BQL`; null for a law by name. */
  readonly full: string | null;
  readonly date: CalendarDate | null;
  readonly issuer: string | null;
}

/** Every document that a plain text cites, in order. Takes any text; line ends inside a citation do no harm. */
export function citeText(text: string, vocabulary: CitationsVocabulary): readonly CitedText[] {
  const source = sourceOf(text.normalize('NFC'));
  const lexicon = lexiconOf(vocabulary);
  return findMentions(source, lexicon)
    .filter((mention) => !isOwnNumberLine(source, mention, lexicon))
    .filter(({ kind, number }) => kind !== 'short' || number !== null)
    .map((mention) => ({
      text: source.text.slice(mention.span.start, mention.span.end),
      start: mention.span.start,
      end: mention.span.end,
      type: mention.type?.name ?? null,
      number: mention.number,
      year: mention.year,
      symbol: symbolOf(mention),
      full: fullOf(mention),
      date: mention.date?.date ?? null,
      issuer: mention.issuer === null ? null : oneLine(source.text.slice(mention.issuer.start, mention.issuer.end)),
    }));
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
