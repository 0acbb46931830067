import { findRemoteType, typeFitsSymbol } from './findRemoteType.js';
import { isJoined } from './isJoined.js';
import { lawNameBefore } from './lawNames.js';
import type { Lexicon, TypeEntry } from './lexicon.js';
import type { Mention } from './mention.js';
import { readDateAfter } from './readDate.js';
import { type Lead, readLead, withoutType } from './readLead.js';
import { type NumberReading, readNumber } from './readNumber.js';
import { readNumberList } from './readNumberList.js';
import { isCounted, looksShort } from './shortForms.js';
import type { Source } from './source.js';

/**
 * Every mention of a document by its number, in order. Walks from one run of digits to the next and looks a bounded way
 * to both sides, so that time grows with the text's length alone.
 */
export function findNumbered(source: Source, lexicon: Lexicon): Mention[] {
  const found: Mention[] = [];
  const digits = /\d+/g;
  for (let run = digits.exec(source.text); run !== null; run = digits.exec(source.text)) {
    const start = numberStart(source, run.index, lexicon);
    if (start === null) continue;
    const previous = found.at(-1) ?? null;
    if (previous !== null && start < previous.span.end) continue;
    const read = readAt(source, start, previous, lexicon);
    if (read.length === 0) continue;
    found.push(...read);
    digits.lastIndex = Math.max(digits.lastIndex, read.at(-1)?.span.end ?? 0);
  }
  return found;
}

/** Where the number starts whose first run of digits is at `at`; letters read for digits may stand before it. */
function numberStart({ text, folded }: Source, at: number, { numberWord }: Lexicon): number | null {
  // `số12/…`: the space was lost; readLead sees whether that is the word.
  if (folded.startsWith(numberWord, at - numberWord.length)) return at;
  let start = at;
  while (start > 0 && at - start < 2 && /[OoIlS]/.test(text.charAt(start - 1))) start--;
  const before = text.slice(Math.max(0, start - 1), start);
  if (start < at && /[\p{L}\d/\-.,]/u.test(before)) return null;
  return /[\p{L}\d]/u.test(before) ? null : start;
}

function readAt(source: Source, at: number, previous: Mention | null, lexicon: Lexicon): Mention[] {
  const printed = readLead(source, at, lexicon);
  if (!printed.numberWord && /\p{L}/u.test(source.text.charAt(at - 1))) return [];
  const number = readNumber(source, at, printed, lexicon);
  if (number === null) return [];
  const isWord = printed.entry?.onlyWithSymbol === true && !typeFitsSymbol(printed.entry, number.groups, lexicon);
  const lead = isWord ? withoutType(printed) : printed;
  if (number.groups.length > 0) return readWhole(source, lead, number, previous, lexicon);
  const members = lead.type || lead.numberWord ? readNumberList(source, number, lexicon) : null;
  if (members !== null) {
    const [first] = readWhole(source, lead, members[0] ?? number, previous, lexicon);
    if (first === undefined) return [];
    return [first, ...members.slice(1).map((member) => memberOf(source, member.start, member, first, lexicon))];
  }
  if (goesOnWithoutSymbol(source, lead, number, previous, lexicon) && previous !== null) {
    const { mark, groups, marks } = previous;
    return [memberOf(source, lead.start, { ...number, mark, groups, marks }, previous, lexicon)];
  }
  return looksShort(source, lead, number, lexicon) ? readWhole(source, lead, number, previous, lexicon) : [];
}

/** `… số 12/QĐ-SXD và số 13 ngày …`: a later member that leaves the symbol to the first. */
function goesOnWithoutSymbol(
  source: Source,
  lead: Lead,
  number: NumberReading,
  previous: Mention | null,
  lexicon: Lexicon,
): boolean {
  if (lead.type || !lead.numberWord || previous === null || previous.groups.length === 0) return false;
  return isJoined(source, previous.span.end, lead.start, lexicon) && !isCounted(source, number, lexicon);
}

/** A number that stands by itself: with its type from beside it, from the law's name, or from further off. */
function readWhole(
  source: Source,
  lead: Lead,
  number: NumberReading,
  previous: Mention | null,
  lexicon: Lexicon,
): Mention[] {
  const continues =
    lead.entry === null && previous !== null && isJoined(source, previous.span.end, lead.start, lexicon);
  const law = lawNameBefore(source, lead, number, previous?.span.end ?? 0, lexicon);
  const beside = law?.entry ?? lead.entry;
  const type =
    beside === null
      ? findRemoteType(source, lead.start, number, previous, lexicon)
      : outerType(source, lead, number, beside, lexicon);
  if (!isDocument(source, lead, number, continues, type !== null, lexicon)) return [];
  const start = law?.start ?? lead.start;
  return [{ ...numbered(source, start, number, lexicon), type, ownType: beside !== null, continues }];
}

/** `Quyết định phê duyệt Kế hoạch số 12/QĐ-SDL`: the number is that of the decision, which the symbol bears out. */
function outerType(source: Source, lead: Lead, number: NumberReading, beside: TypeEntry, lexicon: Lexicon): TypeEntry {
  if (lead.typeStart === null || typeFitsSymbol(beside, number.groups, lexicon)) return beside;
  const verb = lexicon.titles.openers.endingAt(source, lead.typeStart);
  const outer = verb === null ? null : lexicon.types.endingAt(source, verb.start);
  return outer !== null && typeFitsSymbol(outer.value, number.groups, lexicon) ? outer.value : beside;
}

function memberOf(source: Source, start: number, number: NumberReading, first: Mention, lexicon: Lexicon): Mention {
  return { ...numbered(source, start, number, lexicon), type: first.type, ownType: false, continues: true };
}

function numbered(
  source: Source,
  start: number,
  number: NumberReading,
  lexicon: Lexicon,
): Omit<Mention, 'type' | 'ownType' | 'continues'> {
  const date = readDateAfter(source, number.end, lexicon);
  return {
    kind: number.groups.length === 0 ? 'short' : 'numbered',
    span: { start, end: date === null ? number.end : date.end },
    numberSpan: { start: number.start, end: number.end },
    number: number.number,
    year: number.year,
    mark: number.mark,
    groups: number.groups,
    marks: number.marks,
    mended: number.mended,
    date,
    dateLink: date === null ? null : 'adjacent',
    issuer: null,
    refersTo: null,
  };
}

/** Without a type word the symbol itself must show that a document is meant: fractions, rates and standards have none. */
function isDocument(
  source: Source,
  lead: Lead,
  number: NumberReading,
  continues: boolean,
  hasType: boolean,
  lexicon: Lexicon,
): boolean {
  const [first, second] = number.groups;
  if (lead.type) return true;
  if (first === undefined) return false;
  const typeCode = lexicon.typeCodes.has(first.code);
  if (lead.numberWord) {
    const isOrgans = second !== undefined && (first.known || second.known);
    return typeCode || continues || hasType || number.year !== null || isOrgans;
  }
  // QCVN 19:2025/BKHCN and 7572-1:2006 are standards, 1.234/… and 12,5/… parts of larger numbers.
  if (/[/:\-–°'"]$|\d[.,]$/.test(source.text.slice(Math.max(0, number.start - 2), number.start))) return false;
  if (number.mark === '-') return typeCode && number.marks[0] === '/';
  if (number.year !== null) return typeCode || /^(QH|UBTVQH)\d/.test(first.code);
  if (typeCode) return second !== undefined || continues;
  if (second === undefined) return false;
  if (first.known) return continues || lexicon.organs.listed.has(first.code) || second.known;
  // `640/CCKL-VP` in a list, where `12/KH-CCKL` shows elsewhere whose code it is.
  return second.known && codesBehindHyphens(source).has(first.code);
}

const behindHyphens = new WeakMap<Source, ReadonlySet<string>>();

function codesBehindHyphens(source: Source): ReadonlySet<string> {
  let codes = behindHyphens.get(source);
  if (codes === undefined) {
    codes = new Set(Array.from(source.text.matchAll(/-([\p{L}\d]{2,16})/gu), ([, code]) => code ?? ''));
    behindHyphens.set(source, codes);
  }
  return codes;
}
