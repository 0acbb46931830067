import type { Pipeline } from '../model/pipeline.js';
import { criteriaOf } from '../model/pipeline.js';
import { fold } from '../text/fold.js';
import { tokensOf } from '../text/resembles.js';

/** Compares headings with the wordings that a pipeline knows. */
export interface TitleSimilarity {
  /** Criteria whose name or alias is most like the title, best first, likeness from 0 to 1. */
  criteria(title: string): readonly { readonly id: string; readonly likeness: number }[];
  /** Likeness of a title to each required part, from 0 to 1. */
  parts(title: string): ReadonlyMap<string, number>;
}

/** One document asks for the same title several times; documents have few in common. */
const mostRemembered = 2000;

/** Below it a criterion is no candidate. */
const leastLikeness = 0.3;

/** An abbreviation or points in brackets: `(TSTN)`, `(5 điểm)`. */
const aside = /\((?:\p{Lu}{2,8}|[^()]*\d[^()]*)\)/gu;

const memo = new WeakMap<object, TitleSimilarity>();

/** Made once for a pipeline's rubric. */
export function titleSimilarityOf(pipeline: Pipeline): TitleSimilarity {
  let similarity = memo.get(pipeline.rubric);
  if (similarity === undefined) {
    similarity = build(pipeline);
    memo.set(pipeline.rubric, similarity);
  }
  return similarity;
}

function build(pipeline: Pipeline): TitleSimilarity {
  const { abbreviations, criterionLeads } = pipeline.vocabulary.structure;
  const full = new Map(Object.entries(abbreviations).map(([short, words]) => [fold(short), tokensOf(words)]));
  const leads = criterionLeads.map(tokensOf);
  const tokens = (text: string): readonly string[] => {
    const all = tokensOf(text.replace(aside, ' ')).flatMap((token) => full.get(token) ?? [token]);
    const lead = leads
      .filter((words) => words.every((word, index) => all[index] === word))
      .sort((a, b) => b.length - a.length)[0];
    return lead === undefined || lead.length === all.length ? all : all.slice(lead.length);
  };
  const criteria = criteriaOf(pipeline).map(({ id, name, aliases }) => ({ id, names: [name, ...aliases].map(tokens) }));
  const parts = pipeline.requiredParts.map(({ id, headings, name }) => ({
    id,
    names: [name.vi, ...headings].map(tokens),
  }));
  const weigh = weightsOf([...criteria, ...parts].flatMap(({ names }) => names));
  /** The likeness to the nearest name, exact from `least` on. */
  const best = (names: readonly (readonly string[])[], title: Title, least: number) =>
    names.reduce((most, name) => Math.max(most, likeness(name, title, Math.max(most, least), weigh)), 0);
  return {
    criteria: remembering((title) => {
      const words = tokens(title).slice(0, longestCompared);
      const compared = titleOf(words, weigh);
      const holding =
        words.length < fewestContained ? [] : criteria.filter(({ names }) => names.some((name) => holds(name, words)));
      return criteria
        .map(({ id, names }) => {
          const value = best(names, compared, leastLikeness);
          return {
            id,
            likeness: holding.length === 1 && holding[0]?.id === id ? Math.max(value, contained + 0.05) : value,
          };
        })
        .filter(({ likeness: value }) => value >= leastLikeness)
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, 5);
    }),
    parts: remembering((title) => {
      const words = tokens(title).slice(0, longestCompared);
      const compared = titleOf(words, weigh);
      const named = (names: readonly (readonly string[])[]) => names.some((name) => holds(words, name));
      return new Map(
        parts.map(({ id, names }) => [id, Math.max(best(names, compared, 0), named(names) ? contained : 0)]),
      );
    }),
  };
}

function remembering<Answer>(answer: (title: string) => Answer): (title: string) => Answer {
  const remembered = new Map<string, Answer>();
  return (title) => {
    const known = remembered.get(title);
    if (known !== undefined) return known;
    const found = answer(title);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(title, found);
    return found;
  };
}

/** A title with what comparing it to many names has in common. */
interface Title {
  readonly words: readonly string[];
  readonly weight: number;
  /** The places of the words that are the same as a word of a name. */
  placesOf(token: string): readonly number[];
}

function titleOf(words: readonly string[], weigh: (token: string) => number): Title {
  const places = new Map<string, readonly number[]>();
  return {
    words,
    weight: words.reduce((total, token) => total + weigh(token), 0),
    placesOf: (token) => {
      const known = places.get(token);
      if (known !== undefined) return known;
      const found = words.flatMap((word, at) => (sameToken(token, word) ? [at] : []));
      places.set(token, found);
      return found;
    },
  };
}

/** Words that many names share (`đánh giá`, `tham nhũng`) tell less; a word that no name has tells most. */
function weightsOf(names: readonly (readonly string[])[]): (token: string) => number {
  const counts = new Map<string, number>();
  for (const name of names) for (const token of new Set(name)) counts.set(token, (counts.get(token) ?? 0) + 1);
  const weights = new Map(
    [...counts].map(([token, count]) => [
      token,
      0.15 + Math.log((names.length + 1) / count) / Math.log(names.length + 1),
    ]),
  );
  return (token) => weights.get(token) ?? (/^\d+$/u.test(token) ? 0.4 : 1);
}

/** Words of a title that are compared; a longer one is a paragraph. */
const longestCompared = 60;

/** What words shared in another order count: `giải pháp, đề xuất` for `đề xuất các giải pháp`. */
const reordered = 0.92;

/** Likeness of a heading that names a part among other things: `Phương hướng, nhiệm vụ và kiến nghị`. */
const contained = 0.7;

/** A title of so many words that stands whole in one criterion's name only is a shortening of it. */
const fewestContained = 5;

function holds(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, start) => phrase.every((word, index) => words[start + index] === word));
}

/**
 * Weight of the words shared, in order if possible, against the weight of both, from 0 to 1.
 * @param least where the words shared cannot reach it, the answer is 0
 */
function likeness(name: readonly string[], title: Title, least: number, weigh: (token: string) => number): number {
  const both = name.reduce((total, token) => total + weigh(token), 0) + title.weight;
  if (both === 0) return 0;
  const shared = name.filter((token) => title.placesOf(token).length > 0);
  const sum = (tokens: readonly string[]) => tokens.reduce((total, token) => total + weigh(token), 0);
  if ((2 * sum(shared)) / both < least) return 0;
  const taken = new Set<number>();
  const paired = shared.filter((token) => {
    const place = title.placesOf(token).find((at) => !taken.has(at));
    if (place !== undefined) taken.add(place);
    return place !== undefined;
  });
  return (2 * Math.max(weightInOrder(shared, title, weigh), reordered * sum(paired))) / both;
}

/** The greatest weight of words that both have in one order. */
function weightInOrder(shared: readonly string[], title: Title, weigh: (token: string) => number): number {
  /** By place in the title: the weight of what is paired up to it. */
  const upTo: number[] = new Array(title.words.length).fill(0);
  for (const token of shared) {
    const places = title.placesOf(token);
    // From the end, so that one word of the name is paired once.
    for (const at of places.toReversed()) {
      const paired = (upTo[at - 1] ?? 0) + weigh(token);
      for (let after = at; after < upTo.length && (upTo[after] ?? 0) < paired; after++) upTo[after] = paired;
    }
  }
  return upTo.at(-1) ?? 0;
}

/** Equal but for one letter of four or more, as readers misread. */
function sameToken(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 4 || Math.abs(a.length - b.length) > 1) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return start + end >= Math.max(a.length, b.length) - 1;
}
