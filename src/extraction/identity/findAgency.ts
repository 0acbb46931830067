import type { IdentityVocabulary } from '../../model/vocabulary/identity.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';
import type { Source } from '../citations/source.js';
import { fitsAbbreviation } from './abbreviation.js';
import type { HeadAndTail, Segment } from './headAndTail.js';
import { agencyCase, inCapitals } from './normalCase.js';

interface Patterns {
  readonly head: RegExp;
  readonly inside: RegExp;
  readonly motto: RegExp;
  readonly brokenMotto: RegExp;
  readonly mottoWords: ReadonlySet<string>;
  /** Two words of a motto that follow each other. */
  readonly mottoPairs: ReadonlySet<string>;
  /** A kind of agency that has no name yet: `BAN QUẢN LÝ`. */
  readonly unnamed: RegExp;
  readonly stamp: RegExp;
  readonly closing: RegExp;
}

const memo = new WeakMap<IdentityVocabulary, Patterns>();

function patternsOf(vocabulary: IdentityVocabulary): Patterns {
  let patterns = memo.get(vocabulary);
  if (patterns === undefined) {
    const heads = alternatives(vocabulary.agencyHeads.map(({ name }) => name));
    const inside = alternatives(vocabulary.agencyHeads.filter((head) => head.inside).map(({ name }) => name));
    const mottoes = alternatives(vocabulary.mottoes);
    const mottoWords = vocabulary.mottoes.map((motto) => fold(motto).split(/\W+/));
    patterns = {
      head: new RegExp(`^${heads}`),
      // `cơ sở`, `trụ sở` and `xổ số` begin no agency.
      inside: new RegExp(`(?<!\\b(?:co|tru|va|xo)\\s)${inside}`, 'g'),
      motto: new RegExp(mottoes.replace(/\\-/g, '\\W{0,3}'), 'g'),
      // The motto's line may be too long for its column: its last word stands alone on the next row.
      brokenMotto: /cong hoa xa hoi chu nghia(?: viet)?$/,
      mottoWords: new Set(mottoWords.flat()),
      mottoPairs: new Set(mottoWords.flatMap(pairsOf)),
      unnamed: new RegExp(
        `^${alternatives(vocabulary.agencyHeads.flatMap(({ name, unnamed }) => (unnamed ? [name] : [])))}$`,
      ),
      stamp: new RegExp(`^${alternatives(vocabulary.stamps)}`),
      closing: new RegExp(`${alternatives(vocabulary.closings)}`, 'g'),
    };
    memo.set(vocabulary, patterns);
  }
  return patterns;
}

/**
 * The reporting agency: the issuing (last) agency of the letterhead, else the subject of the closing sentence
 * (`… trân trọng báo cáo`), written as the body writes it. Where the two name different agencies, the letterhead's issuing
 * line was lost: then the one that the report's own number fits is taken, else the closing sentence's.
 */
export function findAgency(
  { head }: HeadAndTail,
  body: Source,
  abbreviation: string | null,
  vocabulary: IdentityVocabulary,
): string | null {
  const patterns = patternsOf(vocabulary);
  const printed = letterheadAgencies(head, patterns).at(-1) ?? null;
  const closing = closingSubject(body, patterns);
  const chosen = chooseAgency(printed, closing, abbreviation, vocabulary);
  return chosen === null
    ? null
    : withHeadSpelt(asTheBodyWrites(fullName(chosen, body.text), body, vocabulary), vocabulary);
}

function chooseAgency(
  printed: string | null,
  closing: string | null,
  abbreviation: string | null,
  vocabulary: IdentityVocabulary,
): string | null {
  if (printed === null || closing === null) return printed ?? closing;
  const one = variantsOf(fold(printed), vocabulary);
  const other = variantsOf(fold(closing), vocabulary);
  // `Ban Quản lý` closes the report of `BAN QUẢN LÝ KHU KINH TẾ …`.
  const same = one.some((left) => other.some((right) => left.startsWith(right) || right.startsWith(left)));
  if (same) return printed;
  const fitting =
    abbreviation === null ? undefined : [closing, printed].find((name) => fitsAbbreviation(abbreviation, name));
  return fitting ?? closing;
}

/** Names above the number's line, the superior first. A name may stand on several lines, or two on one. */
function letterheadAgencies(head: readonly Segment[], patterns: Patterns): readonly string[] {
  const names: string[] = [];
  let broken = false;
  for (const segment of head) {
    if (/^so\s*[:;]|^so\s.{0,40}\/|ngay.{0,20}thang.{0,20}nam|^ba[o0] ca[o0]/.test(segment.folded)) {
      if (names.length > 0) break;
      continue;
    }
    const { text, mottoBroken } = withoutMotto(segment, broken, patterns);
    broken = mottoBroken;
    if (!/^[^-+*•]*\p{L}{2}/u.test(text) || patterns.stamp.test(fold(text))) continue;
    if (!inCapitals(text)) {
      if (segment.kind === 'body' && names.length > 0) break;
      continue;
    }
    // `HỮU ] LỘC`: a mark between words is dirt.
    for (const piece of splitAgencies(text.replace(/\s[^\p{L}\p{N}\s&–-](?=\s)/gu, ''), patterns)) {
      const previous = names.at(-1);
      if (!isReadable(piece)) continue;
      // A kind of agency alone on its line, as in `… VÀ MÔI` over `TRƯỜNG`, is the end of a name.
      const begins = patterns.head.test(fold(piece)) && (previous === undefined || /\s/.test(piece));
      const goesOn =
        previous !== undefined && (!begins || /(?:\sVÀ|,)$/.test(previous) || patterns.unnamed.test(fold(previous)));
      if (goesOn) names[names.length - 1] = `${previous} ${piece}`;
      else if (begins) names.push(piece);
    }
  }
  return names.map((name) => name.replace(/\s[-–]$/, ''));
}

/** What a rule or a seal is read as (`—WX—”£C`) is no part of a name: a name has words, and most of them a vowel. */
function isReadable(piece: string): boolean {
  if (!/^[\p{L}\p{M}\d\s,.&()'’–-]+$/u.test(piece)) return false;
  const words = fold(piece).split(/[^a-z]+/);
  const spoken = words.filter((word) => /[aeiouy]/.test(word) || /^(?:ubnd|hdnd|tp|tt|kcn|kkt)$/.test(word));
  return spoken.length > 0 && 2 * spoken.length >= words.filter((word) => word !== '').length;
}

function withoutMotto(segment: Segment, broken: boolean, patterns: Patterns) {
  const { folded } = segment;
  const words = folded.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const mottoBroken = patterns.brokenMotto.test(folded);
  if (words.length > 0 && countOfMotto(words, patterns) >= 0.7 * words.length) return { text: '', mottoBroken };
  let text = segment.text;
  for (const match of [...folded.matchAll(patterns.motto)].reverse())
    text = text.slice(0, match.index) + text.slice(match.index + match[0].length);
  if (mottoBroken) text = text.slice(0, folded.search(patterns.brokenMotto));
  else if (broken) text = text.replace(/\s+NAM$/, '');
  // `SỞ LAO ĐỘNG -` goes on in the next line.
  const trimmed = text.trimEnd().replace(/[^\p{L}\p{N})]+$/u, (tail) => (/^\s[-–]$/.test(tail) ? tail : ''));
  return { text: trimmed.trim(), mottoBroken };
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

/** Words of the motto beside a neighbour of theirs: `HỘI CHỮ THẬP ĐỎ` has three of its words, but no more. */
function countOfMotto(words: readonly string[], { mottoWords, mottoPairs }: Patterns): number {
  if (words.length < 2) return words.filter((word) => mottoWords.has(word)).length;
  const paired = pairsOf(words).map((pair) => mottoPairs.has(pair));
  return words.filter((_, index) => paired[index - 1] === true || paired[index] === true).length;
}

function splitAgencies(text: string, patterns: Patterns): readonly string[] {
  const starts = [...fold(text).matchAll(patterns.inside)].map((match) => match.index).filter((start) => start > 0);
  return [0, ...starts]
    .map((start, index) => text.slice(start, starts[index] ?? text.length).trim())
    .filter((piece) => piece !== '');
}

/** `…, Sở Tài chính trân trọng báo cáo./.`, `… của Sở Tài chính, kính báo cáo …`: the last such sentence. */
function closingSubject({ text, folded }: Source, patterns: Patterns): string | null {
  for (const match of [...folded.matchAll(patterns.closing)].reverse()) {
    const sentenceStart = Math.max(0, ...['\n', '. ', '; '].map((stop) => folded.lastIndexOf(stop, match.index) + 1));
    const before = text.slice(sentenceStart, match.index).replace(/[\s,]+$/, '');
    const clauses = before.split(/,\s+(?=\p{Lu})|\scủa\s/u).reverse();
    const subject = clauses
      .map((clause) => clause.replace(/^[\s\-+*•–]+/u, '').trimEnd())
      .find((clause) => patterns.head.test(fold(clause)));
    if (subject !== undefined && subject.length <= 120 && /^\p{Lu}/u.test(subject)) return subject.replace(/\s+/g, ' ');
  }
  return null;
}

/** `Ban Quản lý` where the body says `Ban Quản lý Khu kinh tế … (Ban Quản lý)` or `(sau đây gọi tắt là Ban Quản lý)`. */
function fullName(name: string, body: string): string {
  const short = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const defined = new RegExp(`(${short}[^.,;:()\\n]{2,80}?)\\s*\\((?:[^()]{0,40}là\\s+)?["“]?${short}["”]?\\)`, 'u');
  return defined.exec(body)?.[1] ?? name;
}

/** The commonest writing of the name in the body, its short form included; else its usual writing. */
function asTheBodyWrites(name: string, body: Source, vocabulary: IdentityVocabulary): string {
  const [commonest] = formsIn(body, variantsOf(fold(name), vocabulary));
  if (commonest !== undefined && commonest.times > 1) return commonest.form;
  return commonestWithOpening(name, body) ?? commonest?.form ?? agencyCase(name, vocabulary);
}

/** `Đẳng ủy …`: a kind of agency has its own accents, whichever were read. */
function withHeadSpelt(name: string, { agencyHeads }: IdentityVocabulary): string {
  const folded = fold(name);
  const [head] = agencyHeads
    .map(({ name: one }) => one)
    .filter((one) => folded.startsWith(fold(one)) && !/^[a-z]/.test(folded.slice(one.length)))
    .sort((left, right) => right.length - left.length);
  const read = name.slice(0, head?.length ?? 0);
  // `Uỷ ban` is `Ủy ban`, its mark on the other vowel.
  const marks = (text: string) => [...text.toLowerCase().normalize('NFD')].sort().join('');
  if (head === undefined || marks(read) === marks(head)) return name;
  const spelt = [...head].map((letter, at) => (read[at] === read[at]?.toLowerCase() ? letter : letter.toUpperCase()));
  return spelt.join('') + name.slice(head.length);
}

/** How the body writes any of some folded names, not in capitals: the commonest first. */
function formsIn(
  { text, folded }: Source,
  names: readonly string[],
): readonly { readonly form: string; readonly times: number }[] {
  const times = new Map<string, number>();
  for (const match of folded.matchAll(new RegExp(alternatives(names), 'g'))) {
    const form = text.slice(match.index, match.index + match[0].length).replace(/\s+/g, ' ');
    times.set(form, (times.get(form) ?? 0) + 1);
  }
  return [...times]
    .filter(([form]) => /^\p{Lu}/u.test(form) && !inCapitals(form))
    .map(([form, count]) => ({ form, times: count }))
    .sort((left, right) => right.times - left.times);
}

/** Mentions that a name needs before it corrects the last word of one that stands in the report only once. */
const often = 3;

/** A name that stands once may be misread (`… Hải Am`): the one of its length that often begins with the same words. */
function commonestWithOpening(name: string, body: Source): string | null {
  const words = fold(name).split(/\s+/);
  for (const kept of [words.length - 1, words.length - 2].filter((count) => count >= 3)) {
    const opening = alternatives([words.slice(0, kept).join(' ')]);
    const whole = new RegExp(`${opening}(?:\\s+[a-z]+){${words.length - kept}}(?![a-z])`, 'g');
    const found = [...body.folded.matchAll(whole)].map((match) => match[0]);
    const [commonest] = formsIn(body, [...new Set(found)]);
    if (commonest !== undefined && commonest.times >= often && /\s\p{Lu}\S*$/u.test(commonest.form))
      return commonest.form;
  }
  return null;
}

function variantsOf(folded: string, { shortForms }: IdentityVocabulary): readonly string[] {
  const variants = shortForms.flatMap(({ full, short }) => [
    folded.replace(new RegExp(`^${fold(full)}`), fold(short)),
    folded.replace(new RegExp(`^${fold(short)}`), fold(full)),
  ]);
  return [...new Set([folded, ...variants])];
}
