import { fold } from './fold.js';

/** What stands before the words of an item or heading. */
export interface ListMark {
  readonly kind: 'bullet' | 'decimal' | 'roman' | 'letter' | 'point' | 'word';
  /** As printed, without closing punctuation: `-`, `2.1`, `IV`, `a`, `Phần II`. */
  readonly marker: string;
  /** Where the words after it begin. */
  readonly length: number;
}

const patterns: readonly (readonly [ListMark['kind'], RegExp])[] = [
  // A minus sign before a figure is no bullet.
  ['bullet', /^([-+*•●○▪■□◦·–—−➢►✓~=])(?:\s+|(?=[^\s\d-]))/u],
  ['decimal', /^(\d{1,2}(?:[.,]\s?\d{1,2}){1,4})(?:[.):,]|\s?[/-])?\s+(?=\S)/u],
  ['decimal', /^(\d{1,2})(?:[.):/]|\s?-(?=\s+\p{Lu}))\s*(?=[^\d\s])/u],
  ['roman', /^([IVX]{1,5})(?:[.):]|\/(?=[\s\p{Lu}])|\s?[-–]|,(?=\s))\s*(?=[^\s/])/u],
  ['point', /^\(([ivx]{1,5}|\p{L}|\d{1,2})\)\s*(?=\S)/u],
  ['point', /^(\p{Ll})[).]\s*(?=[^\s.])/u],
  ['letter', /^([A-ZĐ](?:[.,]\s?\d{1,2}){0,4})[.):,]\s+(?=\S)/u],
  ['letter', /^([A-ZĐ](?:\.\d{1,2}){1,4})\s+(?=\S)/u],
];

/** Specks that a reader sees before a mark. */
const specks = /^[\s_.,:;'"“”‘’`|¬]+(?=\S)/u;

/** The mark at the start of a line, if any; specks before it are passed over. A year, a date or a quantity is none. */
export function listMarkOf(text: string, partWords: readonly string[]): ListMark | undefined {
  const lead = specks.exec(text)?.[0].length ?? 0;
  const mark = markAtStart(text.slice(lead), partWords);
  return mark === undefined ? undefined : { ...mark, length: mark.length + lead };
}

function markAtStart(text: string, partWords: readonly string[]): ListMark | undefined {
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(text);
    if (match?.[1] !== undefined && !isFigure(kind, text)) return { kind, marker: match[1], length: match[0].length };
  }
  return wordMarkOf(text, partWords);
}

/** `2,5 điểm`, `30.4 …`: a number with its unit, not a heading's number. */
function isFigure(kind: ListMark['kind'], text: string): boolean {
  return kind === 'decimal' && /^\d+[.,]\d+\s+[\p{Ll}%/]/u.test(text);
}

/** `điều.` in the vocabulary: sentences begin with the word too (`Điều 17 Luật …`), so that its numeral needs a stop. */
export function needsStop(partWord: string): boolean {
  return partWord.endsWith('.');
}

/** A stop behind the numeral and a title behind the stop: `… tại` | `Điều 4.` is the end of a sentence. */
export function opensTitle(behindWord: string, numeral: string): boolean {
  return /[.:]\s*$/u.test(numeral) && /^\s*\p{Lu}/u.test(behindWord.slice(numeral.length));
}

const numeral = String.raw`(?:[IVX]{1,5}|(?:\d{1,2}|[A-ZĐ])(?:\.\d{1,2}){0,4}|[Tt]h\p{L}+\s+\p{L}+|[Nn]h\p{L}t|[Hh]ai|[Bb]a|[Tt]ư|[Bb]ốn|[Nn]ăm|[Ss]áu)`;
const compiled = new WeakMap<readonly string[], RegExp>();

function wordMarkOf(text: string, partWords: readonly string[]): ListMark | undefined {
  let pattern = compiled.get(partWords);
  if (pattern === undefined) {
    const words = [...partWords].sort((a, b) => b.length - a.length).map((word) => fold(word).replace(/\.$/u, ''));
    // A reader may lose the space before the numeral: `PHẦNII`.
    pattern = new RegExp(`^(?:${words.join('|')})(?:\\s+|(?=[ivxlh1]{1,5}(?:$|[\\s.:)-])))`, 'u');
    compiled.set(partWords, pattern);
  }
  const word = /^\p{Lu}/u.test(text) ? pattern.exec(fold(text))?.[0] : undefined;
  if (word === undefined) return undefined;
  const rest = new RegExp(`^(${numeral})(?=$|[\\s.:),–-])[.:)]?(?:\\s*[-–:])?\\s*`, 'u').exec(text.slice(word.length));
  if (rest?.[1] === undefined) return undefined;
  const isCited = partWords.some((one) => needsStop(one) && fold(one) === `${word.trimEnd()}.`);
  if (isCited && !opensTitle(text.slice(word.length), rest[0])) return undefined;
  return { kind: 'word', marker: `${word.trimEnd()} ${rest[1]}`.trim(), length: word.length + rest[0].length };
}
