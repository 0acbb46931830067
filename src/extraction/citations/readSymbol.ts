import type { Lexicon } from './lexicon.js';
import { dearestMisreading, misreadingCost } from './misreadingCost.js';
import { type Source, skipSpace } from './source.js';

/** A part of a symbol between its hyphens and slashes. */
export interface Group {
  readonly printed: string;
  /** In its official case and with Đ; as printed where no code is known that it can only be. */
  readonly code: string;
  readonly known: boolean;
}

export interface Separator {
  readonly mark: '/' | '-';
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

export interface SymbolReading {
  readonly groups: readonly Group[];
  /** The marks between the groups; one fewer than groups. */
  readonly marks: readonly ('/' | '-')[];
  readonly end: number;
}

/** Longest group seen in official symbols is 12 letters (BNNPTNT, UBPLTP15); more is a word, not a code. */
const groupPattern = /[\p{L}\d]{1,16}(?:[.&][\p{Lu}\d]{1,8}(?![\p{Ll}\d]))*(?:\([A-Z]\d{1,2}\))?/uy;
const mostGroups = 6;
/** A type's code of four letters (TTLT), one of them read as two. */
const longestMisread = 5;

/** A hyphen or slash (of any make, doubled too) with the white space around it. */
export function readSeparator(source: Source, at: number): Separator | null {
  const { folded } = source;
  const start = skipSpace(source, at);
  const mark = folded[start];
  if (mark !== '/' && mark !== '-' && mark !== '_') return null;
  let end = start + 1;
  // Doubled where a line was cut: `QĐ--UBND`, `QĐ- -UBND`.
  if (mark === '-') {
    const second = skipSpace(source, end);
    if (folded[second] === '-') end = second + 1;
  }
  const next = skipSpace(source, end);
  return { mark: mark === '/' ? '/' : '-', end: next, before: folded.slice(at, start), after: folded.slice(end, next) };
}

/**
 * The groups of a symbol from `at` on (`KH-UBND`, `QĐ- UBND`, `CT/TW`, `TTLT-BTNMT-BNV`).
 * Between groups white space is an artefact of setting and reading; it is let through only where the symbol is not
 * whole yet (`KH - UBND`), or a line was cut after the hyphen, and only if `anchored` by a type word or `số`.
 */
export function readSymbol(source: Source, at: number, anchored: boolean, lexicon: Lexicon): SymbolReading | null {
  const first = readGroup(source, at, 'first', anchored, lexicon);
  if (first === null) return null;
  const groups = [first.group];
  const marks: ('/' | '-')[] = [];
  let end = first.end;
  while (groups.length < mostGroups) {
    const separator = readSeparator(source, end);
    if (separator === null) break;
    const next = readGroup(source, separator.end, isSmall(first.group) ? 'small' : 'later', anchored, lexicon);
    if (next === null || !mayJoin(separator, groups, next.group, anchored, lexicon)) break;
    marks.push(separator.mark);
    groups.push(next.group);
    end = next.end;
  }
  return { groups, marks, end };
}

function mayJoin(
  { mark, before, after }: Separator,
  groups: readonly Group[],
  next: Group,
  anchored: boolean,
  lexicon: Lexicon,
): boolean {
  if (before === '' && after === '') return true;
  const [first] = groups;
  const alone = groups.length === 1 && first !== undefined;
  const afterTypeCode = alone && lexicon.typeCodes.has(first.code);
  // `…/KH-SYT` at a line's end, and the next line a bullet: that hyphen is no part of the symbol.
  if (mark === '-' && before.includes('\n')) return false;
  if (before !== '') return anchored && (afterTypeCode || (alone && lexicon.units.has(next.code)));
  if (afterTypeCode) return true;
  return anchored && (alone || after.includes('\n') || first?.code === 'TTLT');
}

/** `qđ-sxd`: a symbol all in small letters, told by its type's code. */
function isSmall({ printed, known }: Group): boolean {
  return known && /^\p{Ll}+$/u.test(printed);
}

function readGroup(
  source: Source,
  at: number,
  place: 'first' | 'later' | 'small',
  anchored: boolean,
  lexicon: Lexicon,
): { group: Group; end: number } | null {
  const first = place === 'first';
  groupPattern.lastIndex = at;
  const match = groupPattern.exec(source.text)?.[0];
  if (match === undefined) return null;
  if (/[\p{L}\d]/u.test(source.text.slice(at + match.length, at + match.length + 1))) return null;
  const printed = withoutGluedWord(match, first, lexicon);
  const end = at + printed.length;
  const joined = joinSplit(source, printed, end, first, anchored, lexicon);
  if (joined !== null) return joined;
  const group = groupOf(place === 'small' ? printed.toUpperCase() : printed, first, lexicon);
  return isCode(group, first, anchored, lexicon) ? { group, end } : null;
}

/** The space behind a symbol is lost now and then: `NĐ-CPcủa`, `QH15như`, `QĐ-TTgngày`. */
function withoutGluedWord(printed: string, first: boolean, lexicon: Lexicon): string {
  if (!/^\p{Lu}{2}.*\p{Ll}{3}$/u.test(printed) || groupOf(printed, first, lexicon).known) return printed;
  for (let length = printed.length - 3; length >= 2 && /^\p{Ll}/u.test(printed.charAt(length)); length--) {
    const code = printed.slice(0, length);
    if (groupOf(code, first, lexicon).known) return code;
  }
  return printed;
}

/** A code that a narrow column or the reader cut in two (`N⏎Q-HĐND`); only where the two make a known code. */
function joinSplit(
  source: Source,
  printed: string,
  end: number,
  first: boolean,
  anchored: boolean,
  lexicon: Lexicon,
): { group: Group; end: number } | null {
  if (!anchored || printed.length > 3 || !/^\p{Lu}+$/u.test(printed)) return null;
  const next = skipSpace(source, end);
  if (next === end) return null;
  const rest = /^[\p{Lu}]{1,4}/u.exec(source.text.slice(next, next + 4))?.[0];
  if (rest === undefined || /[\p{L}\d]/u.test(source.text.slice(next + rest.length, next + rest.length + 1)))
    return null;
  if (groupOf(printed, first, lexicon).known) return null;
  const group = groupOf(printed + rest, first, lexicon);
  const listed = first ? lexicon.typeCodes.listed : lexicon.organs.listed;
  return listed.has(group.code) ? { group, end: next + rest.length } : null;
}

function groupOf(printed: string, first: boolean, lexicon: Lexicon): Group {
  const plain = printed.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ');
  const code =
    (first ? lexicon.typeCodes.official(plain) : null) ??
    lexicon.organs.official(plain) ??
    (lexicon.typeCodes.listed.has(plain) ? plain : null) ??
    termOf(plain, lexicon) ??
    plain;
  return { printed, code, known: lexicon.organs.has(code) || (first && lexicon.typeCodes.has(code)) };
}

/** `Qh15`: codes that carry a term of office, in their official capitals. */
function termOf(plain: string, lexicon: Lexicon): string | null {
  const capitals = plain.toUpperCase();
  return /^\p{L}+\d{1,2}$/u.test(plain) && lexicon.organs.has(capitals) ? capitals : null;
}

/** A code is capitals with few small letters (TTg, CNNg); a word (`Kết`, `Sở`) is not. */
function isCode({ printed, code, known }: Group, first: boolean, anchored: boolean, lexicon: Lexicon): boolean {
  if (known && (anchored || /^\p{Lu}/u.test(printed))) return true;
  if (first && code.length < 2) return false;
  const small = printed.match(/\p{Ll}/gu)?.length ?? 0;
  const capital = printed.match(/\p{Lu}/gu)?.length ?? 0;
  // A letter read as a digit: `0Đ-UBND`, `77r-UBND`, `KH-5YT`.
  if (/^\d/.test(printed)) return anchored && (first ? isMisreadType(printed, lexicon) : small === 0 && capital > 1);
  // Two capitals and two small letters are a misread code (TTyg), not a word.
  return /^\p{Lu}/u.test(printed) && (small < capital || (small === 2 && /^\p{Lu}{2}/u.test(printed)));
}

function isMisreadType(printed: string, { typeCodes, vocabulary }: Lexicon): boolean {
  if (printed.length > longestMisread) return false;
  return [...typeCodes.listed].some(
    (code) => misreadingCost(printed, code, vocabulary.confusions) <= dearestMisreading,
  );
}

/** Something is joined to the symbol that is no code: it was not read to its end. */
export function isCutOff({ text, folded }: Source, end: number, lexicon: Lexicon): boolean {
  return /^[-–/⁄][\p{L}\d]/u.test(text.slice(end, end + 2)) && !folded.startsWith(lexicon.day, end + 1);
}
