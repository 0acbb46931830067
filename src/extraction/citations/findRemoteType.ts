import type { Lexicon, TypeEntry } from './lexicon.js';
import type { Mention } from './mention.js';
import type { NumberReading } from './readNumber.js';
import type { Group } from './readSymbol.js';
import { isWordUnit, type Source } from './source.js';

const farthest = 220;

/**
 * The type of a number that has no type word directly before it: that of the list it goes on (`các Nghị định của
 * Chính phủ: Số 63/…; số 61/…`), or a type word before (`Kế hoạch công tác năm (số 12/KH-SYT)`); only where symbol and type agree.
 */
export function findRemoteType(
  source: Source,
  at: number,
  number: NumberReading,
  previous: Mention | null,
  lexicon: Lexicon,
): TypeEntry | null {
  const near = previous !== null && at - previous.span.end <= farthest * 2 ? previous : null;
  const from = Math.max(near?.span.end ?? 0, at - farthest);
  for (const entry of typeWordsBackwards(source, from, at, lexicon)) {
    if (typeFitsSymbol(entry, number.groups, lexicon)) return entry;
  }
  const type = near?.type ?? null;
  return type !== null && typeFitsSymbol(type, number.groups, lexicon) ? type : null;
}

function* typeWordsBackwards(source: Source, from: number, to: number, lexicon: Lexicon): Iterable<TypeEntry> {
  const { folded } = source;
  for (let at = to; at > from; at--) {
    const unit = folded[at];
    if (unit === '.' && /\s/.test(folded.charAt(at + 1))) return;
    const endsWord = at < folded.length && !isWordUnit(folded.charCodeAt(at)) && isWordUnit(folded.charCodeAt(at - 1));
    if (!endsWord) continue;
    const type = lexicon.types.endingAt(source, at);
    if (type !== null && type.start >= from) yield type.value;
  }
}

/** The symbol's first code is one of the type's; a type without codes of its own takes any symbol without a type code. */
export function typeFitsSymbol(type: TypeEntry, groups: readonly Group[], lexicon: Lexicon): boolean {
  const [first] = groups;
  if (first === undefined) return false;
  if (type.codes.includes(first.code)) return true;
  return type.letter && !lexicon.typeCodes.has(first.code);
}
