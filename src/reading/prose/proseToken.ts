import { isVietnameseSyllable } from '../layer/vietnameseSyllable.js';

/** A word of a sentence as the counts of the language know it. */
export interface ProseToken {
  /** The syllable in lower case, or one of the two classes below. */
  readonly key: string;
  /** Marks before the letters, the letters, marks behind them. */
  readonly lead: string;
  readonly core: string;
  readonly tail: string;
}

/** Everything with a digit: after it comes a unit, before it `số`, whichever number it is. */
export const numberKey = '#';
/** Abbreviations in capitals: `UBND`, `PCTN`. */
export const abbreviationKey = '§';

const letters = /^([\p{P}\p{S}]*)(\p{L}+)([\p{P}\p{S}]*)$/u;
const number = /^([\p{P}\p{S}]*)(\S*\d\S*?)([\p{P}\p{S}]*)$/u;

/** Null for what is neither a word nor a number: a lone mark, a symbol joined by a slash. Takes NFC text. */
export function proseToken(text: string): ProseToken | null {
  const word = partsOf(letters, text);
  if (word !== null) return { ...word, key: isAbbreviation(word.core) ? abbreviationKey : word.core.toLowerCase() };
  const figure = partsOf(number, text);
  return figure === null ? null : { ...figure, key: numberKey };
}

/** Whether what stands right of `one` is read on from it: a comma does not end a phrase, other marks do. */
export function goesOn(one: ProseToken, other: ProseToken): boolean {
  return /^,*$/u.test(one.tail) && !/[([“"‘;.]/u.test(other.lead);
}

function isAbbreviation(core: string): boolean {
  return core.length > 1 && /^[A-ZĐ]+$/u.test(core) && !isVietnameseSyllable(core);
}

function partsOf(form: RegExp, text: string): Pick<ProseToken, 'lead' | 'core' | 'tail'> | null {
  const [, lead = '', core = '', tail = ''] = form.exec(text) ?? [];
  return core === '' ? null : { lead, core, tail };
}
