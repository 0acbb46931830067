import type { Lexicon, TypeEntry } from './lexicon.js';
import type { Anchor } from './readNumber.js';
import { isWordUnit, type Source, skipSpaceBack, wordBefore } from './source.js';

/** What stands directly before a number: a type word, `số`, both, or neither. */
export interface Lead extends Anchor {
  /** Where the citation starts. */
  readonly start: number;
  readonly entry: TypeEntry | null;
  readonly typeStart: number | null;
  /** Where the citation starts without the type word. */
  readonly untypedStart: number;
}

/** `sơ`, `sở`, `sớ`: words with a horn are other words than `số`, however badly that is read. */
const horned = /[ơờớởỡợ]/i;

export function readLead(source: Source, at: number, lexicon: Lexicon): Lead {
  const numberWord = numberWordBefore(source, at, lexicon);
  const from = numberWord ?? at;
  const type = typeWordBefore(source, from, lexicon);
  return {
    start: type?.start ?? from,
    type: type !== null,
    numberWord: numberWord !== null,
    entry: type?.entry ?? null,
    typeStart: type?.start ?? null,
    untypedStart: from,
  };
}

/** The lead without its type word. */
export function withoutType(lead: Lead): Lead {
  return { ...lead, start: lead.untypedStart, type: false, entry: null, typeStart: null };
}

function numberWordBefore(source: Source, at: number, lexicon: Lexicon): number | null {
  const { text, folded } = source;
  let end = skipSpaceBack(source, at);
  if (folded[end - 1] === ':' || folded[end - 1] === '.') end = skipSpaceBack(source, end - 1);
  const start = end - lexicon.numberWord.length;
  if (start < 0 || folded.slice(start, end) !== lexicon.numberWord || horned.test(text.slice(start, end))) return null;
  if (start === 0 || !isWordUnit(folded.charCodeAt(start - 1))) return start;
  // The space between type word and `số` is lost now and then.
  return lexicon.types.endingAt(source, start) === null ? null : start;
}

/** The type word (or its abbreviation) that ends at `at`, but for white space. */
function typeWordBefore(source: Source, at: number, lexicon: Lexicon): { start: number; entry: TypeEntry } | null {
  const type = lexicon.types.endingAt(source, at);
  if (type !== null) return { start: type.start, entry: type.value };
  const word = wordBefore(source, at);
  if (word === null || /[/\-.]/.test(source.folded.slice(word.start - 1, word.start))) return null;
  const entry = lexicon.abbreviations.get(source.text.slice(word.start, word.end).replaceAll('Ð', 'Đ'));
  return entry === undefined ? null : { start: word.start, entry };
}
