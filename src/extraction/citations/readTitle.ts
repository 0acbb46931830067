import type { Span } from '../../model/document-text.js';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mention.js';
import { isCapital, type Source, skipSpace, wordAfter } from './source.js';

const longestTitle = 320;

/** What the document is about, from `về`, `V/v`, a title verb or a quotation mark to where the sentence goes on. */
export function readTitle(
  source: Source,
  mention: Mention,
  next: Mention | undefined,
  lexicon: Lexicon,
): string | null {
  let at = skipSpace(source, Math.max(mention.span.end, mention.issuer?.end ?? 0));
  if (source.text[at] === ')' || source.text[at] === ',') at = skipSpace(source, at + 1);
  if (next !== undefined && at >= next.span.start) return null;
  const aboutMark = lexicon.titles.aboutMarks.find((mark) => source.folded.startsWith(mark, at));
  const about = lexicon.titles.about.startingAt(source, at);
  if (aboutMark !== undefined) at = skipSpace(source, at + aboutMark.length);
  else if (about !== null && about.start === at) at = skipSpace(source, about.end);
  else if (!opensTitle(source, at, lexicon)) return null;
  if (source.text[at] === ':') at = skipSpace(source, at + 1);
  const ceiling = Math.min(source.text.length, at + longestTitle);
  const quoted = quotationAt(source, at, ceiling);
  const span = quoted ?? { start: at, end: titleEnd(source, at, ceiling, next, lexicon) };
  const title = source.text
    .slice(span.start, span.end)
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:.–(-]+$/, '')
    .trim();
  return title === '' ? null : title;
}

function opensTitle(source: Source, at: number, lexicon: Lexicon): boolean {
  if (/^[“"«]/.test(source.text.slice(at, at + 1))) return true;
  const opener = lexicon.titles.openers.startingAt(source, at);
  if (opener !== null && opener.start === at) return true;
  const type = lexicon.types.startingAt(source, at);
  return type !== null && type.start === at;
}

function quotationAt({ text }: Source, at: number, ceiling: number): Span | null {
  const close = { '“': '”', '"': '"', '«': '»' }[text.charAt(at)];
  if (close === undefined) return null;
  const length = text.slice(at + 1, ceiling).indexOf(close);
  return length < 0 ? null : { start: at + 1, end: at + 1 + length };
}

/** Where a document's title that starts at `from` ends: at the sentence's end, or where the sentence goes on without it. */
export function titleEnd(
  source: Source,
  from: number,
  ceiling: number,
  next: Mention | undefined,
  lexicon: Lexicon,
): number {
  const { text } = source;
  const stop = next !== undefined && next.span.start < ceiling ? next.span.start : ceiling;
  let brackets = 0;
  for (let at = from; at < stop; at++) {
    const unit = text.charAt(at);
    if (unit === '(') brackets++;
    else if (unit === ')' && --brackets < 0) return at;
    else if (unit === ';' || unit === ':' || unit === '\t' || unit === '“' || unit === '”') return at;
    else if (unit === '\n' && /^\n\s*(?:[-+*•–\n]|\d{1,2}\.|\p{L}\))/u.test(text.slice(at, at + 8))) return at;
    else if (unit === '.' && /^\.(?:\s|$|\/)/.test(text.slice(at, at + 2))) return at;
    else if (unit === ',' && goesOn(source, at + 1, lexicon)) return at;
    else if (/\s/.test(unit) && endsBefore(source, at, lexicon)) return at;
  }
  return next !== undefined && stop === next.span.start ? endAtNext(source, from, next) : stop;
}

/** Behind a comma a capital or a word such as `đã`, `đơn vị`, `kết quả` opens a new clause; `phòng, chống` goes on. */
function goesOn(source: Source, at: number, lexicon: Lexicon): boolean {
  const start = skipSpace(source, at);
  const phrase = lexicon.titles.goesOn.startingAt(source, start);
  return (phrase !== null && phrase.start === start) || isCapital(source.text, start);
}

function endsBefore(source: Source, at: number, lexicon: Lexicon): boolean {
  const start = skipSpace(source, at);
  const phrase = lexicon.titles.ends.startingAt(source, start);
  if (phrase !== null && phrase.start === start) return true;
  const word = wordAfter(source, start);
  const after = word?.word === 'va' ? wordAfter(source, word.end) : null;
  if (after === null) return false;
  // `… năm 2023 và …`: the year closes the title.
  if (/\s(?:19|20)\d{2}$/.test(source.text.slice(Math.max(0, at - 5), at))) return true;
  const goes = lexicon.titles.goesOn.startingAt(source, after.start);
  const type = lexicon.types.startingAt(source, after.start);
  return goes !== null || (type !== null && isCapital(source.text, after.start));
}

/**
 * A title runs up to the next citation where that one is only another document of the sentence (`, `, ` và các `); it
 * holds the next one where it speaks of it (`về việc thực hiện Kết luận số …`).
 */
function endAtNext({ text }: Source, from: number, next: Mention): number {
  const lead = /(?:[\s(]+(?:các|theo|tại|của|số)){0,6}[\s(]*$/u.exec(
    text.slice(Math.max(from, next.span.start - 30), next.span.start),
  );
  const end = next.span.start - (lead?.[0].length ?? 0);
  const before = text.slice(Math.max(from, end - 4), end);
  const joined = /[,;(]$|(?:^|\s)và$/u.exec(before);
  if (joined !== null) return end - joined[0].length;
  return lead?.[0].includes('(') ? end : next.span.end;
}
