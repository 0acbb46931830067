import { alternatives } from '../../extraction/alternatives.js';
import { type Span, textOf } from '../../model/document-text.js';
import type { AbsenceStatement, ReportFacts } from '../../model/facts.js';
import type { EvidenceVocabulary } from '../../model/vocabulary/evidence.js';
import { fold } from '../../text/fold.js';

/** What a denial does not speak of: other places, parts of the year, ways of looking, lesser cases. */
interface Scope {
  readonly channels: ReadonlySet<string>;
  readonly narrowings: ReadonlySet<string>;
  /** `04 đơn vị không phát hiện`, `Tại chi cục … không`, `Quý I không …`: of a part only. */
  readonly isOfPart: boolean;
  /** `tại Sở không …`: of the agency itself, whatever happened around it. */
  readonly isOfOwnHouse: boolean;
}

interface Patterns {
  readonly channelMark: RegExp;
  readonly channels: RegExp;
  readonly narrowings: RegExp;
  readonly place: RegExp;
  readonly partOfYear: RegExp;
  readonly area: RegExp;
  readonly ownNames: RegExp;
}

const compiled = new WeakMap<EvidenceVocabulary, Patterns>();

/** True where a denial denies the case that a clause tells: neither is said of another part, way of looking or gravity. */
export function denies(
  absence: AbsenceStatement,
  told: Span,
  facts: ReportFacts,
  vocabulary: EvidenceVocabulary,
): boolean {
  const patterns = patternsOf(vocabulary);
  const denial = scopeOf(absence, facts, patterns);
  const clause = textOf(facts.text, told);
  if (denial.isOfPart) return false;
  // `Trên địa bàn phát hiện 02 vụ; tại Sở không phát hiện vụ nào.`
  if (denial.isOfOwnHouse && (isElsewhere(clause, facts.identity.agency, patterns) || patterns.area.test(clause)))
    return false;
  const channels = channelsTold(clause, patterns);
  if (denial.channels.size > 0 && ![...denial.channels].some((channel) => channels.has(channel))) return false;
  const narrowings = new Set(fold(clause).match(patterns.narrowings) ?? []);
  return [...denial.narrowings].every((narrowing) => narrowings.has(narrowing));
}

function scopeOf({ span, phrase }: AbsenceStatement, facts: ReportFacts, patterns: Patterns): Scope {
  const sentence = textOf(facts.text, span);
  const before = textOf(facts.text, { start: span.start, end: phrase.start });
  const subject = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1);
  const [isInPlace, isInOther] = [
    subject.search(patterns.place) !== -1,
    isElsewhere(subject, facts.identity.agency, patterns),
  ];
  return {
    channels: channelsOf(sentence, patterns),
    narrowings: new Set(fold(sentence).match(patterns.narrowings) ?? []),
    isOfPart:
      /(?<!năm\s)(?<![\d/.])\d{1,3}\s+\p{L}/u.test(subject) ||
      patterns.partOfYear.test(before) ||
      isElsewhere(before, facts.identity.agency, patterns),
    isOfOwnHouse: isInPlace && !isInOther,
  };
}

/** `Tại chi cục`, but not `Tại Sở` or the agency's own name. */
function isElsewhere(before: string, agency: string | null, { place, ownNames }: Patterns): boolean {
  return [...before.matchAll(place)].some((match) => {
    const where = fold(/^[^,;:]*/.exec(before.slice(match.index + match[0].length))?.[0] ?? '').trim();
    const isWhen = /^(?:nam|ky|toan\s+ky|thoi\s+gian|nam\s+bao\s+cao)(?![a-z])/.test(where);
    return !isWhen && !ownNames.test(where) && !(agency !== null && where.startsWith(fold(agency)));
  });
}

function channelsOf(text: string, { channelMark, channels }: Patterns): ReadonlySet<string> {
  const mark = channelMark.exec(text);
  if (mark === null) return new Set();
  return new Set(fold(text.slice(mark.index, mark.index + 120)).match(channels) ?? []);
}

/** `Qua thanh tra phát hiện …`; `Thanh tra huyện đã phát hiện …` names who looked without saying `qua`. */
function channelsTold(clause: string, patterns: Patterns): ReadonlySet<string> {
  const marked = channelsOf(clause, patterns);
  return marked.size > 0 ? marked : new Set(fold(clause).match(patterns.channels) ?? []);
}

function patternsOf(vocabulary: EvidenceVocabulary): Patterns {
  const known = compiled.get(vocabulary);
  if (known !== undefined) return known;
  const printed = (phrases: readonly string[], flags: string) =>
    new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, flags);
  const made: Patterns = {
    channelMark: printed(vocabulary.channelMarks, 'iu'),
    channels: new RegExp(alternatives(vocabulary.channels), 'g'),
    narrowings: new RegExp(alternatives(vocabulary.narrowings), 'g'),
    place: printed(vocabulary.places, 'giu'),
    partOfYear: printed(vocabulary.partsOfYear, 'iu'),
    area: printed(vocabulary.areas, 'iu'),
    ownNames: new RegExp(`^(?:toan\\s+)?${alternatives(vocabulary.boilerplate.agencyNames)}\\s*$`),
  };
  compiled.set(vocabulary, made);
  return made;
}
