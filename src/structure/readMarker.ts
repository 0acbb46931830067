import { fold } from '../text/fold.js';
import { needsStop, opensTitle } from '../text/listMark.js';

/** One way to read a heading's mark. */
export interface MarkerReading {
  /** Marks of one system count on from each other: `roman`, `upper`, `decimal`, `rubric`, `phan`, `chuong`, `muc`. */
  readonly system: string;
  /** What stands before the last number: `2` in `2.1`, `B.1` in `B.1.2`, else empty. */
  readonly prefix: string;
  /** The last number, counted from 1; 0 in `2.0`. */
  readonly value: number;
  /** Canonical form: `IV`, `2.1`, `B.1`, `Phần II`. */
  readonly marker: string;
  /** 0 as printed; more for each letter or stop that must have been misread. */
  readonly cost: number;
  /** True where a letter must have been taken for another. */
  readonly misread: boolean;
}

/** A printed mark and what follows it. */
export interface PrintedMarker {
  readonly readings: readonly MarkerReading[];
  /** Offset of the title in the text. */
  readonly titleStart: number;
}

/** Order of capital letters as headings use them. */
const letters = 'ABCDĐEGHIKLMNOPQRSTUVXY';
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

/** A token with at least one closing sign, or several numbers, before a word. */
const token =
  /^[\s_.,:;'"“”‘’`|¬]{0,4}?-?([\p{L}\d|!][\p{L}\d|!]{0,4}(?:[.,:]\s?[\dlIOo|]{1,2}){0,4})(\s?[.):,/+–—-]{1,2}\s*|\s+)(?=[\p{L}“"(])/u;

/** The ways to read the mark at the start of a paragraph; none where it has no mark. */
export function readMarker(
  text: string,
  partWords: readonly string[],
  ordinals: readonly string[],
): PrintedMarker | undefined {
  const word = readPartWord(text, partWords, ordinals);
  if (word !== undefined) return word;
  const match = token.exec(text);
  if (match === null) return undefined;
  const [whole, mark = '', closing = ''] = match;
  const closed = closing.trim() !== '';
  // A Roman numeral whose stop was lost stands before a title in capitals.
  const beforeCapitals = /^\p{Lu}{2}/u.test(text.slice(whole.length)) && /^(?:.{2,}|[IVXLl|!])$/u.test(mark);
  const readings = [
    ...romanReadings(mark, closed || beforeCapitals),
    ...decimalReadings(mark, closed),
    ...letterReadings(mark, closed),
  ];
  if (readings.length === 0) return undefined;
  return { readings: cheapest(readings), titleStart: whole.length };
}

const memo = new WeakMap<readonly string[], readonly string[]>();

function foldedOnce(words: readonly string[]): readonly string[] {
  const folded = memo.get(words) ?? words.map(fold);
  memo.set(words, folded);
  return folded;
}

/** `Phần II`, `CHƯƠNG 1`, `Phần thứ nhất`, alone or before a title. */
function readPartWord(
  text: string,
  partWords: readonly string[],
  ordinals: readonly string[],
): PrintedMarker | undefined {
  if (!/^\p{Lu}/u.test(text)) return undefined;
  const words = foldedOnce(partWords);
  const folded = fold(text.slice(0, Math.max(...words.map(({ length }) => length)) + 1));
  for (const word of words) {
    const start = word.replace(/\.$/u, '');
    if (!folded.startsWith(start)) continue;
    // A reader may lose the space before the numeral: `PHẦNII`, `Chương!l`; no syllable ends so.
    const glued = /^[IVXHl1!|]{1,5}(?:$|[\s.:)])/u.test(text.slice(start.length));
    if (!(folded.startsWith(`${start} `) || glued)) continue;
    const gap = folded[start.length] === ' ' ? 1 : 0;
    const rest = text.slice(start.length + gap);
    const match =
      /^\s*((?:[A-ZĐ]|\d{1,2})(?:\.\d{1,2}){1,4}|[\p{L}\d|!]{1,6})(?=$|[\s.:),/–-])[.:)/]?\s*(?:[-–:]\s*)?/u.exec(rest);
    const numeral = match?.[1];
    if (match === null || numeral === undefined) continue;
    if (needsStop(word) && !opensTitle(rest, match[0])) continue;
    // `Tiêu chí A.1 đạt 5/5 điểm`, `Phần II của báo cáo`: a sentence.
    if (/^\s+\p{Ll}/u.test(rest.trimStart().slice(numeral.length))) continue;
    const ordinal = ordinals.map(fold).indexOf(fold(numeral));
    const readings: readonly MarkerReading[] =
      ordinal >= 0 && /thu$/u.test(start)
        ? [
            {
              system: '',
              prefix: '',
              value: ordinal + 1,
              marker: rest.slice(0, match[0].length).trim().toLowerCase(),
              cost: 0,
              misread: false,
            },
          ]
        : readingsOfNumeral(numeral);
    if (readings.length === 0) continue;
    // `Phần thứ hai` counts on from `Phần I`; `Tiêu chí 2` has nothing to do with a `Tiểu mục`.
    const system = start.replace(/ thu$/u, '');
    const head = text
      .slice(0, start.length)
      .toLowerCase()
      .replace(/^\p{L}/u, (letter) => letter.toUpperCase());
    return {
      readings: cheapest(readings).map((reading) => ({
        ...reading,
        // Letters stand below numerals (`Phần A` under `II.`), and sub-headings repeat them (`A.1`).
        system: ['upper', 'rubric'].includes(reading.system) ? reading.system : system,
        marker: `${head} ${reading.marker.replace(/[.:)\s/–-]+$/u, '')}`,
      })),
      titleStart: start.length + gap + match[0].length,
    };
  }
  return undefined;
}

function readingsOfNumeral(numeral: string): readonly MarkerReading[] {
  // `Tiêu chí 12` has no lost stop; `Tiêu chí 1.2` has its own.
  const numerals = [...romanReadings(numeral, true), ...decimalReadings(numeral, true)].filter(
    ({ prefix }) => (prefix !== '') === numeral.includes('.'),
  );
  return numerals.length > 0 ? numerals : letterReadings(numeral, true);
}

function romanReadings(mark: string, closed: boolean): readonly MarkerReading[] {
  if (!closed || /[.,:]/u.test(mark)) return [];
  const reading = (value: string, cost: number): MarkerReading[] => {
    const index = romans.indexOf(value);
    return index < 0 ? [] : [{ system: 'roman', prefix: '', value: index + 1, marker: value, cost, misread: cost > 0 }];
  };
  if (romans.includes(mark)) return reading(mark, 0);
  const strokes = mark.replace(/[l1|!iTJt]/gu, 'I').replace(/[Yv]/gu, 'V');
  return strokePairs.flatMap(([letter, meant, cost]) => {
    const variant = strokes.replaceAll(letter, meant);
    // Without the letter the first pair already gives this reading.
    if (letter !== 'H' && !strokes.includes(letter)) return [];
    return reading(variant, cost + 0.15 * differing(mark, variant));
  });
}

/** Readings of neighbouring upright strokes in scans: `HI.` for `III.`, `IH.` for `II.`, `N.` and `L.` for `II.`; with their cost. */
const strokePairs = [
  ['H', 'II', 0.75],
  ['H', 'I', 1.1],
  ['N', 'II', 0.9],
  ['U', 'II', 0.75],
  ['M', 'III', 0.9],
  ['L', 'I', 0.75],
  ['L', 'II', 0.75],
] as const;

function differing(a: string, b: string): number {
  return [...a].filter((letter, index) => letter !== b[index]).length;
}

const digits = (text: string) =>
  text
    .replace(/[lI|!i]/gu, '1')
    .replace(/[Oo]/gu, '0')
    .replace(/[Zz]/gu, '2')
    .replace(/[Ss]/gu, '5');

function decimalReadings(mark: string, closed: boolean): readonly MarkerReading[] {
  if (!/\d|^[lI|!]$/u.test(mark)) return [];
  const plain = digits(mark);
  const slips = differing(mark, plain);
  const parts = plain.split(/[.,:]\s?/u);
  if (!parts.every((part) => /^\d{1,3}$/u.test(part))) return [];
  const found: MarkerReading[] = [];
  const stops = (mark.match(/[,:]/gu) ?? []).length;
  const counts = (part: string, at: number) =>
    part.length <= 2 && (Number(part) > 0 || (part === '0' && at === parts.length - 1 && at > 0));
  if (parts.every(counts) && (closed || parts.length > 1)) {
    found.push(decimal(parts, 0.6 * slips + 0.4 * stops, slips > 0));
  }
  // A stop lost or read as a digit: `22.` for `2.2.`, `241.` for `2.1.`.
  if (closed && parts.length === 1 && plain.length >= 2) {
    const [first = '', middle = '', last = ''] = plain;
    if (plain.length === 2 && middle !== '0') found.push(decimal([first, middle], 1 + 0.6 * slips, slips > 0));
    if (plain.length === 3 && last !== '0') found.push(decimal([first, last], 1.6 + 0.6 * slips, true));
    if (plain.length === 3 && last !== '0') found.push(decimal([first, middle, last], 1.6 + 0.6 * slips, slips > 0));
  }
  return found;
}

function decimal(parts: readonly string[], cost: number, misread: boolean): MarkerReading {
  const numbers = parts.map(Number);
  return {
    system: 'decimal',
    prefix: numbers.slice(0, -1).join('.'),
    value: numbers.at(-1) ?? 0,
    marker: numbers.join('.'),
    cost,
    misread,
  };
}

/** `A.`, `B.1.`, `D.2`, `C2.`; the letters D and Đ stay as printed. */
function letterReadings(mark: string, closed: boolean): readonly MarkerReading[] {
  const glued = closed ? /^([A-ZĐÐ])(\d{1,2})((?:[.,]\s?\d{1,2})*)$/u.exec(mark) : null;
  if (glued !== null) {
    const [reading, ...none] = letterReadings(`${glued[1]}.${glued[2]}${glued[3]}`, closed);
    return reading === undefined || none.length > 0 ? [] : [{ ...reading, marker: mark }];
  }
  const match = /^([A-ZĐÐ])((?:[.,]\s?[\dlI]{1,2})*)$/u.exec(mark);
  if (match?.[1] === undefined) return [];
  const letter = match[1] === 'Ð' ? 'Đ' : match[1];
  const tail = (match[2] ?? '').split(/[.,]\s?/u).filter((part) => part !== '');
  if (tail.length === 0) {
    const value = letters.indexOf(letter) + 1;
    return closed && value > 0 ? [{ system: 'upper', prefix: '', value, marker: letter, cost: 0, misread: false }] : [];
  }
  const numbers = tail.map((part) => Number(digits(part)));
  const slips = tail.filter((part) => /\D/u.test(part)).length;
  const cost = 0.6 * slips + (mark.includes(',') ? 0.4 : 0);
  const prefix = [letter, ...numbers.slice(0, -1)].join('.');
  return [
    {
      system: 'rubric',
      prefix,
      value: numbers.at(-1) ?? 0,
      marker: [letter, ...numbers].join('.'),
      cost,
      misread: slips > 0,
    },
  ];
}

/** One reading for each marker, the cheapest first. */
function cheapest(readings: readonly MarkerReading[]): readonly MarkerReading[] {
  const best = new Map<string, MarkerReading>();
  for (const reading of readings) {
    const key = `${reading.system} ${reading.marker}`;
    if ((best.get(key)?.cost ?? Number.POSITIVE_INFINITY) > reading.cost) best.set(key, reading);
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost);
}

/**
 * The number that sub-headings repeat, without the word before it: `2` of `2.`, `II.` and `Phần 2`; `B` of `B.`; `B.1` of
 * `B.1`, `B1` and `Tiêu chí B.1`.
 */
export function numberOf({ system, prefix, value }: MarkerReading): string {
  const last = system === 'upper' ? (letters[value - 1] ?? '') : String(value);
  return prefix === '' ? last : `${prefix}.${last}`;
}

/** Whether a word stands before the number: `Phần II`, `Tiêu chí B.1`. */
export function isWorded({ marker }: MarkerReading): boolean {
  return /^\p{Lu}\p{Ll}/u.test(marker);
}

/** The marker that counts on from one: the same system and prefix, one more. */
export function followingMarker(reading: MarkerReading): MarkerReading | undefined {
  const value = reading.value + 1;
  const name =
    reading.system === 'roman' ? romans[value - 1] : reading.system === 'upper' ? letters[value - 1] : String(value);
  if (name === undefined || isWorded(reading)) return undefined;
  return { ...reading, value, marker: reading.prefix === '' ? name : `${reading.prefix}.${name}` };
}
