import type { Lexicon, TypeEntry } from './lexicon.js';
import type { Lead } from './readLead.js';
import type { NumberReading } from './readNumber.js';
import { isCapital, type Source, skipSpace, type WordAt, wordAfter } from './source.js';

const longestName = 120;
const longestBracket = 40;

/** `Luật Phòng, chống tham nhũng số 36/2018/QH14`: the law whose name stands between `Luật` and its number. */
export function lawNameBefore(
  source: Source,
  lead: Lead,
  number: NumberReading,
  floor: number,
  lexicon: Lexicon,
): { start: number; entry: TypeEntry } | null {
  const [first] = number.groups;
  if (lead.entry !== null || !lead.numberWord || first === undefined || !/^(QH|UBTVQH|PL|L$|LCTN|SL)/.test(first.code))
    return null;
  const { text, folded } = source;
  for (let at = lead.start - 1; at >= Math.max(floor, lead.start - longestName); at--) {
    const unit = folded.charAt(at);
    if (/[.;:("“”]/.test(unit)) return null;
    // `Luật Đầu tư (sửa đổi) số …`
    if (unit === ')') {
      const bracket = text.slice(Math.max(floor, at - longestBracket), at).lastIndexOf('(');
      if (bracket < 0) return null;
      at = Math.max(floor, at - longestBracket) + bracket;
    }
    if (!isCapital(text, at) || isCapital(text, at - 1)) continue;
    const head = lexicon.laws.heads.startingAt(source, at);
    if (head === null || head.start !== at) continue;
    // `LUẬT` inside `BỘ LUẬT`.
    const longer = lexicon.laws.heads.endingAt(source, wordAfter(source, at)?.end ?? at);
    const start = longer !== null && longer.start >= floor && isCapital(text, longer.start) ? longer.start : at;
    const entry = lexicon.types.startingAt(source, start);
    if (entry !== null) return { start, entry: entry.value };
  }
  return null;
}

const mostNameWords = 20;
const mostFreeWords = 10;

/** Where the name of the law ends whose head word (`Luật`) ends at `from`; null where no name follows. */
export function lawNameEnd(source: Source, from: number, lexicon: Lexicon): number | null {
  const start = skipSpace(source, from);
  if (!isCapital(source.text, start) || startsNewLine(source, from, start)) return null;
  return knownNameEnd(source, start, lexicon) ?? freeNameEnd(source, start, lexicon);
}

/** Names that hold commas or `và` are known by list; the commas are passed over while comparing. */
function knownNameEnd(source: Source, start: number, lexicon: Lexicon): number | null {
  const words: WordAt[] = [];
  let at = start;
  let best: number | null = null;
  while (words.length < mostNameWords) {
    const word = wordAfter(source, at);
    if (word === null) break;
    words.push(word);
    if (lexicon.laws.names.of(source, words) !== null) best = word.end;
    at = word.end;
    if (source.folded[at] === ',') at++;
    if (!/^\s/.test(source.text.slice(at, at + 1))) break;
  }
  return best;
}

/** Any other name goes on until a word that no name holds, a figure, a mark, or a new line with a capital. */
function freeNameEnd(source: Source, start: number, lexicon: Lexicon): number | null {
  let end = start;
  for (let count = 0; count < mostFreeWords; count++) {
    const word = wordAfter(source, end);
    if (word === null || /\d/.test(word.word)) break;
    if (count > 0 && (startsNewLine(source, end, word.start) || isStop(source, word.start, lexicon))) break;
    end = word.end;
    if (!/^\s/.test(source.text.slice(end, end + 1))) break;
  }
  return end === start ? null : end;
}

function startsNewLine({ text }: Source, from: number, to: number): boolean {
  return isCapital(text, to) && text.slice(from, to).includes('\n');
}

/** `Nam` of `Việt Nam` is no `năm`: a stop has a small letter, unless all is in capitals. */
function isStop(source: Source, at: number, lexicon: Lexicon): boolean {
  if (/^\p{Lu}\p{Ll}/u.test(source.text.slice(at, at + 2))) return false;
  return lexicon.laws.stops.startingAt(source, at) !== null;
}
