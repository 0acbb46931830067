import type { Pipeline } from '../model/pipeline.js';
import { criteriaOf } from '../model/pipeline.js';
import { fold } from '../text/fold.js';
import { tokensOf } from '../text/resembles.js';
import { NameIndex, type Title, type Words } from './NameIndex.js';

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
  const index = new NameIndex([...criteria, ...parts].flatMap(({ names }) => names));
  const titleOf = remembering((text) => index.titleOf(tokens(text).slice(0, longestCompared)));
  /** The likeness to the nearest name, exact from `least` on. */
  const best = (names: readonly Words[], title: Title, least: number) =>
    names.reduce((most, name) => Math.max(most, likeness(name, title, Math.max(most, least), index)), 0);
  return {
    criteria: remembering((text) => {
      const title = titleOf(text);
      const holding =
        title.words.length < fewestContained
          ? []
          : criteria.filter(({ names }) => names.some((name) => title.shared.has(name) && holds(name, title.words)));
      return criteria
        .map(({ id, names }) => {
          const value = best(names, title, leastLikeness);
          return {
            id,
            likeness: holding.length === 1 && holding[0]?.id === id ? Math.max(value, contained + 0.05) : value,
          };
        })
        .filter(({ likeness: value }) => value >= leastLikeness)
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, 5);
    }),
    parts: remembering((text) => {
      const title = titleOf(text);
      const named = (names: readonly Words[]) =>
        names.some((name) => title.shared.has(name) && holds(title.words, name));
      return new Map(parts.map(({ id, names }) => [id, Math.max(best(names, title, 0), named(names) ? contained : 0)]));
    }),
  };
}

function remembering<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const remembered = new Map<string, Answer>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(text, found);
    return found;
  };
}

/** Words of a title that are compared; a longer one is a paragraph. */
const longestCompared = 60;

/** What words shared in another order count: `giải pháp, đề xuất` for `đề xuất các giải pháp`. */
const reordered = 0.92;

/** Likeness of a heading that names a part among other things: `Phương hướng, nhiệm vụ và kiến nghị`. */
const contained = 0.7;

/** A title of so many words that stands whole in one criterion's name only is a shortening of it. */
const fewestContained = 5;

function holds(words: Words, phrase: Words): boolean {
  return words.some((_, start) => phrase.every((word, index) => words[start + index] === word));
}

/** Sums of the same words in another order may differ by so much. */
const rounding = 1e-9;

/**
 * Weight of the words shared, in order if possible, against the weight of both, from 0 to 1.
 * @param least where the words shared cannot reach it, the answer is 0
 */
function likeness(name: Words, title: Title, least: number, index: NameIndex): number {
  const most = title.shared.get(name);
  if (most === undefined) return 0;
  const both = index.weightOf(name) + title.weight;
  if ((2 * most) / both < least - rounding) return 0;
  const shared = name.filter((token) => title.places.has(token));
  const taken = new Set<number>();
  const paired = shared.filter((token) => {
    const place = title.places.get(token)?.find((at) => !taken.has(at));
    if (place !== undefined) taken.add(place);
    return place !== undefined;
  });
  return (2 * Math.max(weightInOrder(shared, title, index), reordered * index.sum(paired))) / both;
}

/** The greatest weight of words that both have in one order. */
function weightInOrder(shared: Words, title: Title, index: NameIndex): number {
  /** By place in the title: the weight of what is paired up to it. */
  const upTo: number[] = new Array(title.words.length).fill(0);
  for (const token of shared) {
    const places = title.places.get(token) ?? [];
    // From the end, so that one word of the name is paired once.
    for (const at of places.toReversed()) {
      const paired = (upTo[at - 1] ?? 0) + index.weigh(token);
      for (let after = at; after < upTo.length && (upTo[after] ?? 0) < paired; after++) upTo[after] = paired;
    }
  }
  return upTo.at(-1) ?? 0;
}
