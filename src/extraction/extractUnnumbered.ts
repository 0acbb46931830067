import { paragraphAt, type Span } from '../model/document-text.js';
import type { Citation, UnnumberedReference } from '../model/facts.js';
import { firstIndex } from '../model/firstIndex.js';
import { sectionsAt } from '../model/sectionsAt.js';
import { fold } from '../text/fold.js';
import { clauseStart } from './citations/clauseStart.js';
import { findTypeWords } from './citations/findTypeWords.js';
import { type Lexicon, lexiconOf } from './citations/lexicon.js';
import { readDayWord } from './citations/readDate.js';
import { titleEnd } from './citations/readTitle.js';
import { isCapital, type Source, sourceOfDocument, wordAfter } from './citations/source.js';
import type { ExtractionInput } from './input.js';

/** A reference of fewer words names no document in particular. */
const fewestWords = 3;
const longestReference = 240;

/**
 * Plans, decisions and reports relied on with neither number nor date: `Thực hiện Quyết định của UBND tỉnh về …`.
 * Tasks to come, headings, proposals and documents whose number stands elsewhere in the report are left out.
 */
export function extractUnnumbered(
  input: ExtractionInput,
  citations: readonly Citation[],
): readonly UnnumberedReference[] {
  const lexicon = lexiconOf(input.pipeline.vocabulary.citations);
  const source = sourceOfDocument(input.text);
  const titles = titlesOf(citations);
  const found: UnnumberedReference[] = [];
  for (const type of findTypeWords(source, lexicon)) {
    if (type.start < (found.at(-1)?.span.end ?? 0) || !type.value.relied) continue;
    if (!standsInAccount(input, type.start) || !isReliedOn(source, type.start, lexicon)) continue;
    const end = referenceEnd(source, type.end, citations, lexicon);
    const span = { start: type.start, end };
    if (end === type.end || isNumbered(source, span, citations, lexicon)) continue;
    if (!namesADocument(source, type, end, lexicon)) continue;
    if (isKnown(source, span, titles.get(type.value.name) ?? [])) continue;
    found.push({ span, type: type.value.name });
  }
  return found;
}

/** The report's account of the year: no letterhead or heading, and not the proposals (part IV). */
function standsInAccount({ text, sections }: ExtractionInput, at: number): boolean {
  const kind = paragraphAt(text, at)?.kind;
  if (kind !== 'body' && kind !== 'footnote') return false;
  const around = sectionsAt(sections, at);
  return !around.some(({ heading, part }) => part === 'IV' || (at >= heading.start && at < heading.end));
}

function isReliedOn(source: Source, at: number, lexicon: Lexicon): boolean {
  let before = at;
  for (let adverb = lexicon.unnumbered.between.endingAt(source, before); adverb !== null; ) {
    before = adverb.start;
    adverb = lexicon.unnumbered.between.endingAt(source, before);
  }
  const verb = lexicon.unnumbered.relies.endingAt(source, before);
  if (verb === null) return false;
  for (let word = clauseStart(source, verb.start); word < verb.start; word++) {
    const future = lexicon.unnumbered.future.startingAt(source, word);
    if (future !== null && future.start === word && !/[\p{L}\d]/u.test(source.text.charAt(word - 1))) return false;
  }
  return true;
}

function referenceEnd(source: Source, from: number, citations: readonly Citation[], lexicon: Lexicon): number {
  const next = citations[firstIndex(citations, ({ span }) => span.start >= from)]?.span.start ?? source.text.length;
  const ceiling = Math.min(source.text.length, from + longestReference, next);
  return from + source.text.slice(from, titleEnd(source, from, ceiling, undefined, lexicon)).trimEnd().length;
}

/** A number or date stands within the reference or directly behind it. */
function isNumbered(source: Source, { start, end }: Span, citations: readonly Citation[], lexicon: Lexicon): boolean {
  const after = end + 12;
  const first = firstIndex(citations, ({ span }) => span.end > start);
  const last = firstIndex(citations, ({ span }) => span.start >= after);
  if (citations.slice(first, last).some(({ span, kind }) => kind !== 'named' || span.start === start)) return true;
  for (let at = start; at < after; at++) {
    if (source.folded.startsWith(lexicon.day, at) && readDayWord(source, at, lexicon) !== null) return true;
  }
  return /\d\s?\/\s?\p{Lu}|\.{3}|…/u.test(source.text.slice(start, after));
}

function namesADocument(source: Source, type: { end: number }, end: number, lexicon: Lexicon): boolean {
  if (lexicon.unnumbered.notAfter.startingAt(source, type.end) !== null) return false;
  const next = wordAfter(source, type.end);
  if (next === null || isCapital(source.text, next.start)) return false;
  return source.text.slice(type.end, end).trim().split(/\s+/).length >= fewestWords;
}

/** Share of a reference's words that a title must hold to be that document's. */
const sameTitle = 0.7;

/** By type, the words of each title under which a document of that type is cited by its number. */
function titlesOf(citations: readonly Citation[]): ReadonlyMap<string, readonly ReadonlySet<string>[]> {
  const titles = new Map<string, Map<string, ReadonlySet<string>>>();
  for (const { kind, type, title } of citations) {
    if (kind !== 'numbered' || type === null || title === null) continue;
    const ofType = titles.get(type) ?? new Map<string, ReadonlySet<string>>();
    titles.set(type, ofType.set(title, ofType.get(title) ?? wordsOf(`${type} ${title}`)));
  }
  return new Map([...titles].map(([type, ofType]) => [type, [...ofType.values()]]));
}

/** The report gives the number of a document of the same type whose title says the same. */
function isKnown(source: Source, { start, end }: Span, titles: readonly ReadonlySet<string>[]): boolean {
  const words = wordsOf(source.text.slice(start, end));
  return titles.some((held) => [...words].filter((word) => held.has(word)).length >= sameTitle * words.size);
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/[a-z0-9]+/g) ?? []);
}
