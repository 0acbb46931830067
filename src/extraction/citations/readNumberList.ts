import type { Lexicon } from './lexicon.js';
import { type NumberReading, readNumber } from './readNumber.js';
import { skipJoiners } from './skipJoiners.js';
import { type Source, skipSpace } from './source.js';

const mostMembers = 40;

/** `12, 13 và 14/QĐ-SXD`: numbers that share the symbol of the last. Null where no symbol comes. */
export function readNumberList(source: Source, first: NumberReading, lexicon: Lexicon): NumberReading[] | null {
  const members = [first];
  let at = first.end;
  while (members.length < mostMembers) {
    const next = afterJoiner(source, at, lexicon);
    if (next === null) return null;
    const member = readNumber(source, next, { type: false, numberWord: true }, lexicon);
    if (member === null || (member.year !== null && member.groups.length === 0)) return null;
    members.push(member);
    if (member.groups.length > 0) {
      const { year, mark, groups, marks } = member;
      return members.map((one) => (one === member ? one : { ...one, year, mark, groups, marks }));
    }
    at = member.end;
  }
  return null;
}

/** The offset of the next number of the list. */
function afterJoiner(source: Source, from: number, lexicon: Lexicon): number | null {
  let at = skipJoiners(source, from, lexicon);
  if (at === null) return null;
  if (source.folded.startsWith(lexicon.numberWord, at)) {
    const next = skipSpace(source, at + lexicon.numberWord.length);
    if (/\d/.test(source.text.charAt(next))) at = next;
  }
  return /\d/.test(source.text.charAt(at)) ? at : null;
}
