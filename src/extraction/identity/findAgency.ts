import type { IdentityVocabulary } from '../../model/vocabulary/identity.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';
import { fitsAbbreviation } from './abbreviation.js';
import type { HeadAndTail, Segment } from './headAndTail.js';
import { agencyCase, inCapitals } from './normalCase.js';

interface Patterns {
  readonly head: RegExp;
  readonly inside: RegExp;
  readonly motto: RegExp;
  readonly brokenMotto: RegExp;
  readonly mottoWords: ReadonlySet<string>;
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
    patterns = {
      head: new RegExp(`^${heads}`),
      // `cơ sở`, `trụ sở` begin no agency.
      inside: new RegExp(`(?<!\\b(?:co|tru|va)\\s)${inside}`, 'g'),
      motto: new RegExp(mottoes.replace(/\\-/g, '\\W{0,3}'), 'g'),
      // The motto's line may be too long for its column: its last word stands alone on the next row.
      brokenMotto: /cong hoa xa hoi chu nghia(?: viet)?$/,
      mottoWords: new Set(vocabulary.mottoes.flatMap((motto) => fold(motto).split(/\W+/))),
      stamp: new RegExp(`^${alternatives(vocabulary.stamps)}`),
      closing: new RegExp(`${alternatives(vocabulary.closings)}`, 'g'),
    };
    memo.set(vocabulary, patterns);
  }
  return patterns;
}

/**
 * The reporting agency: the issuing (last) agency of the letterhead, else the subject of the closing sentence
 * (`… trân trọng báo cáo`), written as the body writes it. Where the report's own number names another agency than
 * the letterhead that was read (its issuing line was lost), the closing sentence decides.
 */
export function findAgency(
  { head }: HeadAndTail,
  body: string,
  abbreviation: string | null,
  vocabulary: IdentityVocabulary,
): string | null {
  const patterns = patternsOf(vocabulary);
  const printed = letterheadAgencies(head, patterns).at(-1);
  const closing = closingSubject(body, patterns);
  const candidates = [printed, closing].filter((name) => name !== undefined && name !== null);
  const fitting = abbreviation === null ? undefined : candidates.find((name) => fitsAbbreviation(abbreviation, name));
  const chosen = fitting ?? candidates[0];
  return chosen === undefined ? null : asTheBodyWrites(fullName(chosen, body), body, vocabulary);
}

/** Names above the number's line, the superior first. A name may stand on several lines, or two on one. */
function letterheadAgencies(head: readonly Segment[], patterns: Patterns): readonly string[] {
  const names: string[] = [];
  let broken = false;
  for (const segment of head) {
    if (/^so\s*[:;]|^so\s.*\/|ngay.*thang.*nam|^ba[o0] ca[o0]/.test(segment.folded)) {
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
    for (const piece of splitAgencies(text, patterns)) {
      const previous = names.at(-1);
      const goesOn = previous !== undefined && (!patterns.head.test(fold(piece)) || /(?:\sVÀ|,|-)$/.test(previous));
      if (goesOn) names[names.length - 1] = `${previous} ${piece}`;
      else if (patterns.head.test(fold(piece))) names.push(piece);
    }
  }
  return names;
}

function withoutMotto(segment: Segment, broken: boolean, patterns: Patterns) {
  const { folded } = segment;
  const words = folded.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const ofMotto = words.filter((word) => patterns.mottoWords.has(word)).length;
  const mottoBroken = patterns.brokenMotto.test(folded);
  if (words.length > 0 && ofMotto >= 0.7 * words.length) return { text: '', mottoBroken };
  let text = segment.text;
  for (const match of [...folded.matchAll(patterns.motto)].reverse())
    text = text.slice(0, match.index) + text.slice(match.index + match[0].length);
  if (mottoBroken) text = text.slice(0, folded.search(patterns.brokenMotto));
  else if (broken) text = text.replace(/\s+NAM$/, '');
  return { text: text.replace(/[^\p{L}\p{N})]+$/u, '').trim(), mottoBroken };
}

function splitAgencies(text: string, patterns: Patterns): readonly string[] {
  const starts = [...fold(text).matchAll(patterns.inside)].map((match) => match.index).filter((start) => start > 0);
  return [0, ...starts]
    .map((start, index) => text.slice(start, starts[index] ?? text.length).trim())
    .filter((piece) => piece !== '');
}

/** `…, Sở Tài chính trân trọng báo cáo./.`, `… của Sở Tài chính, kính báo cáo …`: the last such sentence. */
function closingSubject(body: string, patterns: Patterns): string | null {
  const folded = fold(body);
  for (const match of [...folded.matchAll(patterns.closing)].reverse()) {
    const sentenceStart = Math.max(0, ...['\n', '. ', '; '].map((stop) => folded.lastIndexOf(stop, match.index) + 1));
    const before = body.slice(sentenceStart, match.index).replace(/[\s,]+$/, '');
    const clauses = before.split(/,\s+(?=\p{Lu})|\scủa\s/u).reverse();
    const subject = clauses.map((clause) => clause.trim()).find((clause) => patterns.head.test(fold(clause)));
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
function asTheBodyWrites(name: string, body: string, vocabulary: IdentityVocabulary): string {
  const usual = agencyCase(name, vocabulary);
  const forms = new Map<string, number>();
  const folded = fold(body);
  for (const variant of variantsOf(fold(name), vocabulary)) {
    const pattern = new RegExp(`${alternatives([variant])}`, 'g');
    for (const match of folded.matchAll(pattern)) {
      const form = body.slice(match.index, match.index + match[0].length).replace(/\s+/g, ' ');
      if (/^\p{Lu}/u.test(form) && !inCapitals(form)) forms.set(form, (forms.get(form) ?? 0) + 1);
    }
  }
  const commonest = [...forms].sort((left, right) => right[1] - left[1])[0];
  return commonest?.[0] ?? usual;
}

function variantsOf(folded: string, { shortForms }: IdentityVocabulary): readonly string[] {
  const variants = shortForms.flatMap(({ full, short }) => [
    folded.replace(new RegExp(`^${fold(full)}`), fold(short)),
    folded.replace(new RegExp(`^${fold(short)}`), fold(full)),
  ]);
  return [...new Set([folded, ...variants])];
}
