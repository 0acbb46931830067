import type { Lexicon } from './lexicon.js';
import { type Group, isCutOff, readSeparator, readSymbol, type Separator, type SymbolReading } from './readSymbol.js';
import { type Source, skipSpace } from './source.js';

/** A number with what stands behind it, as far as it is one number: `17/2023/QĐ-UBND`, `50-CT/TW`, `834`. */
export interface NumberReading {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  /** Where the digits end. */
  readonly numberEnd: number;
  readonly year: string | null;
  /** The mark between number (or year) and symbol. */
  readonly mark: '/' | '-';
  readonly groups: readonly Group[];
  readonly marks: readonly ('/' | '-')[];
  /** A digit was made out of a letter, a gap closed inside the number, or the symbol not read to its end. */
  readonly mended: boolean;
}

/** How sure it is, before reading, that a document's number stands here. */
export interface Anchor {
  readonly type: boolean;
  readonly numberWord: boolean;
}

/** Letters that OCR prints for digits: O for 0, l and I for 1, S for 5. A number begins with a digit or a zero read as O. */
const mendedDigits = /[OoIlS]{0,2}\d[\dOoIl]{0,6}/uy;
const plainDigits = /\d{1,6}/uy;
/** Series with a point (66.13/2026/NQ-CP) and a number that fell in two (1 234/KH-…): only before the slash of a symbol. */
const groupedDigits = /(?:\d{1,3}\.\d{1,3}(?=\s?[/⁄])|\d{1,2} \d{3}(?=\s?[/⁄]\s?\p{L}))/uy;
/** Inserted numbers carry a letter: 30c/NQ-CP. */
const insertedLetter = /[a-hA-H](?![\p{L}\d])/uy;
const yearPattern = /(?:19|20)\d{2}(?!\d)/uy;

export function readNumber(source: Source, at: number, anchor: Anchor, lexicon: Lexicon): NumberReading | null {
  const anchored = anchor.type || anchor.numberWord;
  const digits = readDigits(source, at, anchor);
  if (digits === null) return null;
  const alone = {
    start: at,
    end: digits.end,
    number: digits.number,
    numberEnd: digits.end,
    year: null,
    mark: '/' as const,
    groups: [],
    marks: [],
    mended: digits.mended,
  };
  const separator = readSeparator(source, digits.end);
  if (separator === null) return anchored ? (readSpacedPartySymbol(source, alone, lexicon) ?? alone) : alone;
  if (!anchored && (separator.before !== '' || separator.after !== '')) return alone;
  if (separator.mark === '/') {
    const dated = readYear(source, separator.end, anchored);
    if (dated !== null) {
      const symbol = readSymbol(source, dated.separator.end, anchored, lexicon);
      if (symbol !== null)
        return { ...alone, year: dated.year, ...withSymbol(source, lexicon, alone, dated.separator.mark, symbol) };
    }
    const year = match(yearPattern, source.text, separator.end);
    if (year !== null && anchored && separator.before === '' && separator.after === '') {
      const end = separator.end + year.length;
      if (!/^(?:[/\-\d\p{L}]|[.,]\S)/u.test(source.folded.slice(end, end + 2))) return { ...alone, year, end };
    }
  }
  const symbol = readSymbol(source, separator.end, anchored, lexicon);
  if (symbol === null || !fitsSeparator(separator, symbol, anchor, lexicon)) return alone;
  return { ...alone, ...withSymbol(source, lexicon, alone, separator.mark, symbol) };
}

function withSymbol(
  source: Source,
  lexicon: Lexicon,
  { mended }: NumberReading,
  mark: '/' | '-',
  { groups, marks, end }: SymbolReading,
): Pick<NumberReading, 'mark' | 'groups' | 'marks' | 'end' | 'mended'> {
  return { mark, groups, marks, end, mended: mended || isCutOff(source, end, lexicon) };
}

/** A hyphen after the number is the Party's way (50-CT/TW): what follows must then look it, or be closed up and anchored. */
function fitsSeparator(separator: Separator, symbol: SymbolReading, anchor: Anchor, lexicon: Lexicon): boolean {
  if (separator.mark === '/') return true;
  if (separator.before.includes('\n')) return false;
  const [first] = symbol.groups;
  if (first === undefined) return false;
  const party = symbol.marks[0] === '/';
  if (separator.before !== '') return party;
  if (party) return lexicon.typeCodes.has(first.code) || anchor.type || anchor.numberWord;
  // 176-HĐBT: an old decision's number and its issuer.
  return anchor.type && anchor.numberWord && separator.after === '' && first.known;
}

/** `84 QĐ/TWĐTN`: the hyphen was lost. */
function readSpacedPartySymbol(source: Source, alone: NumberReading, lexicon: Lexicon): NumberReading | null {
  const next = skipSpace(source, alone.end);
  if (next === alone.end) return null;
  const symbol = readSymbol(source, next, true, lexicon);
  const [first] = symbol?.groups ?? [];
  if (symbol === null || first === undefined || symbol.marks[0] !== '/' || !lexicon.typeCodes.has(first.code))
    return null;
  return { ...alone, ...withSymbol(source, lexicon, alone, '-', symbol) };
}

function readYear(source: Source, at: number, anchored: boolean): { year: string; separator: Separator } | null {
  const year = match(yearPattern, source.text, at);
  if (year === null) return null;
  const separator = readSeparator(source, at + year.length);
  if (separator === null) return null;
  if (!anchored && (separator.before !== '' || separator.after !== '')) return null;
  return separator.before.includes('\n') ? null : { year, separator };
}

function readDigits(
  source: Source,
  at: number,
  anchor: Anchor,
): { number: string; end: number; mended: boolean } | null {
  const { text } = source;
  const anchored = anchor.type || anchor.numberWord;
  const grouped = anchor.numberWord ? match(groupedDigits, text, at) : null;
  if (grouped !== null) {
    const spaced = grouped.includes(' ');
    return { number: grouped.replace(' ', ''), end: at + grouped.length, mended: spaced };
  }
  const printed = match(anchored ? mendedDigits : plainDigits, text, at);
  if (printed === null || (printed.match(/[\dOoIlS]/g)?.length ?? 0) > 6) return null;
  const digits = printed.replace(/[Oo]/g, '0').replace(/[Il]/g, '1').replaceAll('S', '5');
  const mended = /[IlS]/.test(printed);
  const letter = match(insertedLetter, text, at + printed.length) ?? '';
  const end = at + printed.length + letter.length;
  if (/^[\p{L}\d]/u.test(text.slice(end, end + 1))) return null;
  return { number: digits + letter, end, mended };
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
