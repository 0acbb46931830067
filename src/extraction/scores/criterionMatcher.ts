import { type Criterion, criteriaOf, type Pipeline } from '../../model/pipeline.js';
import { titleSimilarityOf } from '../../structure/titleSimilarity.js';

/** Finds the rubric's criterion of a title or a table row. */
export interface CriterionMatcher {
  /** The criterion whose name a title is; `among` narrows the choice. Null where none, or more than one, is near enough. */
  byTitle(title: string, among?: (id: string) => boolean): string | null;
  /** The criterion whose whole name a longer text begins with. */
  byOpening(text: string, among?: (id: string) => boolean): string | null;
  /** By the printed id (`B.1.2`), before the title or where it begins, else by title, else by a number (`2.1` → `B.1`) that the title does not contradict. */
  byRow(marker: string, title: string): string | null;
  readonly criteria: ReadonlyMap<string, Criterion>;
}

/**
 * Likeness from which a title names its criterion, with the runner-up that much further off: a near title must stand
 * alone only a little, a shortened one (`Kiểm soát xung đột lợi ích`) clearly.
 */
const near = { likeness: 0.72, margin: 0.06 };
const shortened = { likeness: 0.55, margin: 0.25 };
const sameOpening = 0.75;
/** A printed number is believed where the title is at least this near. */
const notContradicted = 0.4;

const memo = new WeakMap<Pipeline['rubric'], CriterionMatcher>();

/** Made once for a pipeline's rubric. */
export function criterionMatcherOf(pipeline: Pipeline): CriterionMatcher {
  let matcher = memo.get(pipeline.rubric);
  if (matcher === undefined) {
    matcher = makeMatcher(pipeline);
    memo.set(pipeline.rubric, matcher);
  }
  return matcher;
}

function makeMatcher(pipeline: Pipeline): CriterionMatcher {
  const criteria = new Map(criteriaOf(pipeline).map((node) => [node.id, node]));
  const similarity = titleSimilarityOf(pipeline);
  const ranked = (title: string, among: (id: string) => boolean) => {
    const best = new Map<string, number>();
    // Brackets hold short forms and years, which either side may lack.
    for (const form of new Set([title, title.replace(/\([^()]*\)?/g, ' ')]))
      for (const { id, likeness } of similarity.criteria(form))
        if (among(id)) best.set(id, Math.max(best.get(id) ?? 0, likeness));
    return [...best].map(([id, likeness]) => ({ id, likeness })).sort((left, right) => right.likeness - left.likeness);
  };
  const byTitle = (title: string, among: (id: string) => boolean = () => true) => {
    const [first, second] = ranked(title, among);
    if (first === undefined) return null;
    const lead = first.likeness - (second?.likeness ?? 0);
    const named = [near, shortened].some((limit) => first.likeness >= limit.likeness && lead >= limit.margin);
    return named || first.likeness > 0.99 ? first.id : null;
  };
  const names = [...criteria.values()].flatMap(({ name, aliases }) => [name, ...aliases]);
  const lengths = [...new Set(names.flatMap(lengthsOf))].sort((left, right) => right - left);
  return {
    criteria,
    byTitle,
    byOpening: (text, among = () => true) => {
      const words = text.trim().split(/\s+/);
      // Each opening beside all names: `Việc phòng ngừa trong khu vực …` holds as many words as the name of another.
      const openings = lengths.flatMap((length) => ranked(words.slice(0, length).join(' '), among));
      const [best, ...others] = openings
        .filter(({ likeness }) => likeness >= sameOpening)
        .sort((left, right) => right.likeness - left.likeness);
      // `Phòng ngừa tham nhũng` opens the names of its parts too.
      const part = others.find(({ id }) => best !== undefined && id.startsWith(`${best.id}.`));
      return (part ?? best)?.id ?? null;
    },
    byRow: (marker, title) => {
      const id = marker.trim().replace(/[.):\s]+$/, '');
      if (criteria.has(id)) return id;
      const inTitle = /^[A-ZĐ](?:\.\d{1,2})+(?=[.:)\s])/u.exec(title)?.[0] ?? '';
      if (criteria.has(inTitle)) return inTitle;
      const titled = byTitle(title);
      const numbered = idOfNumber(id, criteria);
      if (titled !== null || numbered === null) return titled;
      const likeness = ranked(title, (one) => one === numbered)[0]?.likeness ?? 0;
      return likeness >= notContradicted ? numbered : null;
    },
  };
}

/** Words of a name, with and without its brackets. */
function lengthsOf(name: string): readonly number[] {
  return [name, name.replace(/\s*\([^()]*\)?/g, '')].map((form) => form.split(/\s+/).length);
}

/** `2.1` → `B.1`: reports number the rubric's parts from 1. */
function idOfNumber(number: string, criteria: ReadonlyMap<string, Criterion>): string | null {
  const [first, ...rest] = number.split('.');
  const parts = [...criteria.keys()].filter((id) => !id.includes('.'));
  const part = /^\d+$/.test(first ?? '') ? parts[Number(first) - 1] : undefined;
  const id = part === undefined ? '' : [part, ...rest].join('.');
  return criteria.has(id) ? id : null;
}
