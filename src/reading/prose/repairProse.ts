import type { OcrLine, OcrWord } from '../engine/OcrEngine.js';
import { isVietnameseSyllable } from '../layer/vietnameseSyllable.js';
import { type LanguageModel, phraseStart } from './LanguageModel.js';
import { lookAlikesOf } from './lookAlikes.js';
import { abbreviationKey, goesOn, numberKey, type ProseToken, proseToken } from './proseToken.js';

/** By how much the neighbours must prefer another reading: marks that scans blur, any other mark, a word read surely. */
const preference = { likely: 10, other: 1000, sure: 5 };
const sureEnough = 0.9;
/** Occurrences of a word in the counts; rarer ones are misprints. */
const leastWord = 3;
/** Occurrences of the new word beside its neighbours. */
const leastPairs = 3;
/** How much oftener than by chance it must stand beside one of them: frequent words meet without belonging together. */
const leastLift = 3;

/** One way to read a word; the first of each is what the engine read. */
interface Candidate {
  readonly key: string;
  readonly core: string;
  /** Natural logarithm of the odds against the engine having misread it so. */
  readonly cost: number;
}

interface Place {
  readonly line: number;
  readonly index: number;
  readonly word: OcrWord;
  readonly token: ProseToken;
}

/**
 * Mends accents of sentences that their neighbours give away (`tố chức` → `tổ chức`, `chỉ phí` → `chi phí`): one letter a word, other
 * marks on it. Numbers, symbols, abbreviations, names and the words that turn a sentence stay; what was read stays beside the new word as `printed`.
 */
export function repairProse(lines: readonly OcrLine[], language: LanguageModel): readonly OcrLine[] {
  const repaired = new Map<OcrWord, OcrWord>();
  for (const phrase of phrasesOf(lines)) {
    const candidates = phrase.map((place, index) => candidatesOf(phrase, index, place, language));
    const chosen = mostProbable(candidates, language);
    for (const [index, { word, token }] of phrase.entries()) {
      const choice = chosen[index];
      if (choice === undefined || choice.core === token.core) continue;
      if (!isBorneOut(choice, chosen[index - 1], chosen[index + 1], language)) continue;
      repaired.set(word, { ...word, text: token.lead + choice.core + token.tail, printed: word.text });
    }
  }
  return lines.map(({ words }) => ({ words: words.map((word) => repaired.get(word) ?? word) }));
}

/** Runs of words that are read on from one another, over the ends of lines. */
function phrasesOf(lines: readonly OcrLine[]): readonly (readonly Place[])[] {
  const phrases: Place[][] = [];
  let last: ProseToken | null = null;
  for (const [line, { words }] of lines.entries()) {
    for (const [index, word] of words.entries()) {
      const token = proseToken(word.text);
      if (token !== null) {
        if (last !== null && goesOn(last, token)) phrases.at(-1)?.push({ line, index, word, token });
        else phrases.push([{ line, index, word, token }]);
      }
      last = token;
    }
  }
  return phrases;
}

function candidatesOf(
  phrase: readonly Place[],
  index: number,
  { word, token }: Place,
  language: LanguageModel,
): readonly Candidate[] {
  const printed = { key: token.key, core: token.core, cost: 0 };
  if (!isOpenToRepair(phrase, index, token)) return [printed];
  const lower = token.core.toLowerCase();
  if (language.isWeighty(lower)) return [printed];
  const exists = language.countOf(lower) >= leastWord;
  const others = lookAlikesOf(lower)
    .filter(({ text }) => language.countOf(text) >= leastWord && !(exists && language.isWeighty(text)))
    .map(({ text, likely }): Candidate => {
      const odds =
        (likely ? preference.likely : preference.other) * (word.confidence < sureEnough ? 1 : preference.sure);
      return { key: text, core: inCaseOf(token.core, text), cost: Math.log(odds) };
    });
  return [printed, ...others];
}

/** Prose only: no numbers, abbreviations, odd capitals, and no capitalised word that may be part of a name. */
function isOpenToRepair(phrase: readonly Place[], index: number, { key, core }: ProseToken): boolean {
  if (key === numberKey || key === abbreviationKey || core.length < 2) return false;
  if (core === core.toUpperCase()) return true;
  if (/\p{Lu}/u.test(core.slice(1))) return false;
  if (!isCapitalised(core) || !isVietnameseSyllable(core)) return true;
  const at = (offset: number): boolean => isCapitalised(phrase[index + offset]?.token.core ?? '');
  return !at(1) && !(at(-1) && at(-2));
}

function isCapitalised(core: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(core);
}

function inCaseOf(printed: string, text: string): string {
  if (printed === printed.toUpperCase()) return text.toUpperCase();
  return isCapitalised(printed) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** The candidates, one a word, that make the most probable phrase. */
function mostProbable(
  phrase: readonly (readonly Candidate[])[],
  language: LanguageModel,
): readonly (Candidate | undefined)[] {
  interface Path {
    readonly score: number;
    readonly candidate: Candidate;
    readonly before: Path | null;
  }
  let paths: readonly Path[] = [];
  for (const [index, candidates] of phrase.entries()) {
    paths = candidates.map((candidate): Path => {
      if (index === 0) {
        return { score: language.follows(phraseStart, candidate.key) - candidate.cost, candidate, before: null };
      }
      const reached = paths.map((before) => ({
        before,
        score: before.score + language.follows(before.candidate.key, candidate.key) - candidate.cost,
      }));
      const best = reached.reduce((one, other) => (other.score > one.score ? other : one));
      return { ...best, candidate };
    });
  }
  const chosen: Candidate[] = [];
  let path: Path | null = paths.reduce<Path | null>(
    (one, other) => (one === null || other.score > one.score ? other : one),
    null,
  );
  for (; path !== null; path = path.before) chosen.unshift(path.candidate);
  return chosen;
}

/** A repair needs a neighbour that is known to stand beside it; its own frequency is no evidence. */
function isBorneOut(
  { key }: Candidate,
  left: Candidate | undefined,
  right: Candidate | undefined,
  language: LanguageModel,
): boolean {
  const before = left === undefined ? 0 : language.countOfPair(left.key, key);
  const after = right === undefined ? 0 : language.countOfPair(key, right.key);
  if (before + after < leastPairs) return false;
  return (
    (left !== undefined && language.lift(left.key, key) >= leastLift) ||
    (right !== undefined && language.lift(key, right.key) >= leastLift)
  );
}
