import type { Span } from '../../model/document-text.js';
import { fold } from '../../text/fold.js';
import type { SubHeadingLexicon } from './lexicon.js';

/** What a heading names, with the place of its name. */
export interface HeadingItem extends Span {
  /** Folded: the words that say what it is, and what stands in brackets behind them. */
  readonly key: string;
  readonly alias: string | null;
}

/**
 * The items of a heading: one, unless a word that opens a heading comes again (`Kết quả thực hiện chuyển đổi … và Kết
 * quả thực hiện quy tắc ứng xử`) or `và` joins two matters that have nothing in common. Offsets count from the start of
 * `heading`.
 */
export function itemsOf(heading: string, lexicon: SubHeadingLexicon): readonly HeadingItem[] {
  const folded = fold(heading);
  const repeated = [...folded.matchAll(lexicon.nextItem)];
  const cuts = repeated.length > 0 ? repeated : twoMatters(folded, lexicon);
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  const ends = [...cuts.map((cut) => cut.index), folded.length];
  return starts.map((start, index) => {
    const end = ends[index] ?? folded.length;
    const opener = lexicon.opener.exec(folded.slice(start, end))?.[0].length ?? 0;
    const name = folded.slice(start + opener, end);
    const cut = lexicon.qualifier.exec(heading.slice(start + opener, end))?.index ?? name.length;
    const key = name.slice(0, cut);
    const isTelling = key.trim().split(/\s+/).length > 1;
    const shown = trimmed(heading, start + opener, isTelling ? start + opener + cut : end);
    return { ...shown, key: (isTelling ? key : name).trim(), alias: /\(([^()]*)\)/.exec(name)?.[1]?.trim() ?? null };
  });
}

/** `chuyển đổi vị trí công tác và quy tắc ứng xử`; never `tiếp công dân và xử lý đơn` or `công khai và minh bạch`. */
function twoMatters(folded: string, { namedFirst, synonyms }: SubHeadingLexicon): readonly RegExpExecArray[] {
  const joins = [...folded.matchAll(/\s+va\s+/g)];
  const [join] = joins;
  if (join === undefined || joins.length > 1) return [];
  const before = folded.slice(0, join.index);
  const behind = folded.slice(join.index + join[0].length);
  const isNamed = [before, behind].every((side) => namedFirst.some((group) => group.test(side)));
  const inCommon = synonyms.some((group) => group.test(before) && group.test(behind));
  return isNamed && !inCommon ? [join] : [];
}

/** True where the text below says something of the item: two of its words side by side, its short form, or a synonym. */
export function isCovered({ key, alias }: HeadingItem, below: string, lexicon: SubHeadingLexicon): boolean {
  if (lexicon.coversAll.test(below)) return true;
  if (alias !== null && alias !== '' && below.includes(alias)) return true;
  if (lexicon.synonyms.some((group) => group.test(key) && group.test(below))) return true;
  const pairs = pairsOf(key).filter((pair) => pair.split(' ').some((word) => !lexicon.hollow.has(word)));
  const said = new Set(pairsOf(below));
  return pairs.length === 0 || pairs.some((pair) => said.has(pair));
}

/** Vietnamese words are mostly of two syllables, so two side by side say what one would not. */
function pairsOf(folded: string): readonly string[] {
  const words = folded.match(/[a-z0-9]+/g) ?? [];
  return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
}

function trimmed(text: string, start: number, end: number): Span {
  const lead = /^[\s,;]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const tail = /[\s,;:.]*$/.exec(text.slice(start + lead, end))?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}
