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
const mostRemembered = 500;

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
  const remembered = new Map<string, readonly { readonly id: string; readonly likeness: number }[]>();
  const best = (names: readonly (readonly string[])[], title: readonly string[]) =>
    names.reduce((most, name) => Math.max(most, likeness(name, title, weigh)), 0);
  return {
    criteria: (title) => {
      const known = remembered.get(title);
      if (known !== undefined) return known;
      const words = tokens(title).slice(0, 60);
      const holding =
        words.length < fewestContained ? [] : criteria.filter(({ names }) => names.some((name) => holds(name, words)));
      const found = criteria
        .map(({ id, names }) => {
          const value = best(names, words);
          return {
            id,
            likeness: holding.length === 1 && holding[0]?.id === id ? Math.max(value, contained + 0.05) : value,
          };
        })
        .filter(({ likeness: value }) => value >= 0.3)
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, 5);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(title, found);
      return found;
    },
    parts: (title) => {
      const words = tokens(title).slice(0, 60);
      const named = (names: readonly (readonly string[])[]) => names.some((name) => holds(words, name));
      return new Map(parts.map(({ id, names }) => [id, Math.max(best(names, words), named(names) ? contained : 0)]));
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

/** What words shared in another order count: `giải pháp, đề xuất` for `đề xuất các giải pháp`. */
const reordered = 0.92;

/** Likeness of a heading that names a part among other things: `Phương hướng, nhiệm vụ và kiến nghị`. */
const contained = 0.7;

/** A title of so many words that stands whole in one criterion's name only is a shortening of it. */
const fewestContained = 5;

function holds(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, start) => phrase.every((word, index) => words[start + index] === word));
}

/** Weight of the words shared, in order if possible, against the weight of both, from 0 to 1. */
function likeness(a: readonly string[], b: readonly string[], weigh: (token: string) => number): number {
  const sum = (tokens: readonly string[]) => tokens.reduce((total, token) => total + weigh(token), 0);
  const both = sum(a) + sum(b);
  if (both === 0) return 0;
  const left = [...b];
  const shared = a.filter((token) => {
    const at = left.findIndex((other) => sameToken(token, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * Math.max(sharedWeight(a, b, weigh), reordered * sum(shared))) / both;
}

function sharedWeight(a: readonly string[], b: readonly string[], weigh: (token: string) => number): number {
  let above: number[] = new Array(b.length + 1).fill(0);
  for (const token of a) {
    const row = [0];
    for (let index = 0; index < b.length; index++) {
      const same = sameToken(token, b[index] ?? '') ? (above[index] ?? 0) + weigh(token) : 0;
      row.push(Math.max(same, above[index + 1] ?? 0, row[index] ?? 0));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}

/** Equal but for one letter of four or more, as readers misread. */
function sameToken(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 4 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
