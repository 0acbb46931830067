import type { Score } from '../../model/facts.js';
import { ancestorsOf, criteriaOf } from '../../model/pipeline.js';
import type { RuleContext } from '../../model/rule.js';

/** What a report claims, by rubric id. */
export interface Claims {
  /** Every mention of a criterion's points, in the text's order; the total is not among them. */
  readonly byCriterion: ReadonlyMap<string, readonly Score[]>;
  /** Every mention of the total. */
  readonly totals: readonly Score[];
  /** Claimed nodes none of whose descendants is claimed, in the rubric's order. */
  readonly leaves: readonly string[];
}

export function claimsOf({ facts, pipeline }: RuleContext): Claims {
  const byCriterion = new Map<string, Score[]>();
  for (const score of facts.scores) {
    if (score.criterion === 'total') continue;
    byCriterion.set(score.criterion, [...(byCriterion.get(score.criterion) ?? []), score]);
  }
  const inner = new Set([...byCriterion.keys()].flatMap(ancestorsOf));
  const order = criteriaOf(pipeline).map(({ id }) => id);
  const leaves = [...byCriterion.keys()]
    .filter((id) => !inner.has(id))
    .sort((left, right) => order.indexOf(left) - order.indexOf(right));
  return { byCriterion, totals: facts.scores.filter(({ criterion }) => criterion === 'total'), leaves };
}

/** Each claimed criterion and the total, with their mentions. */
export function claimedSubjects({
  byCriterion,
  totals,
}: Claims): readonly (readonly [id: string, mentions: readonly Score[]])[] {
  return [...byCriterion, ...(totals.length === 0 ? [] : [['total', totals] as const])];
}

/** The mentions that may be held against a report: those certainly read, and whether there are none. */
export function certainAmong(
  mentions: readonly Score[],
  context: RuleContext,
): { readonly told: readonly Score[]; readonly doubtful: boolean } {
  const certain = mentions.filter((score) => !score.doubtful && !maximumMayBeMisread(score, context));
  return { told: certain.length > 0 ? certain : mentions, doubtful: certain.length === 0 };
}

/** What a part is the sum of: the claimed nodes below it with no claimed one between, in the rubric's order. */
export function claimedBelow(
  id: string,
  { byCriterion }: Pick<Claims, 'byCriterion'>,
  { pipeline }: RuleContext,
): readonly string[] {
  const order = criteriaOf(pipeline).map((node) => node.id);
  return [...byCriterion.keys()]
    .filter((one) => ancestorsOf(one).find((ancestor) => byCriterion.has(ancestor)) === id)
    .sort((left, right) => order.indexOf(left) - order.indexOf(right));
}

/** The mention that stands for a criterion: the first one that was read for certain. */
export function statedBy(mentions: readonly Score[]): Score | undefined {
  return mentions.find(({ doubtful }) => !doubtful) ?? mentions[0];
}

/** The rubric's maximum of a node or of the total; null where the rubric gives none or does not fit the year. */
export function rubricMaximum(id: string, { pipeline }: RuleContext): number | null {
  if (!pipeline.rubricFits) return null;
  if (id === 'total') return pipeline.rubric.total;
  return criteriaOf(pipeline).find((node) => node.id === id)?.max ?? null;
}

/** The maximum printed beside any mention, else the rubric's. */
export function maximumOf(id: string, mentions: readonly Score[], context: RuleContext): number | null {
  return (
    mentions.find(({ max, doubtful }) => max !== null && !doubtful)?.max ??
    printed(mentions) ??
    rubricMaximum(id, context)
  );
}

function printed(mentions: readonly Score[]): number | null {
  return mentions.find(({ max }) => max !== null)?.max ?? null;
}

/** The exact sum of points, which have at most two decimals: 0,1 + 0,2 is 0,3. */
export function sumOf(points: readonly number[]): number {
  return points.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100;
}

/** Lowest confidence among mentions; 1 where there are none. */
export function confidenceAmong(mentions: readonly Score[]): number {
  return Math.min(1, ...mentions.map(({ confidence }) => confidence));
}

/**
 * True where a picture was read and one misread mark is likelier than what the report would have to mean: the points are the
 * rubric's maximum and only the maximum printed beside them is not (`27/21`), that is the rubric's with one mark lost or
 * added (`19/2` for 27, `12/1,5` for 15), or it is one of the criterion's own criteria's, whose heading was not recognised.
 */
export function maximumMayBeMisread(score: Score, context: RuleContext): boolean {
  const rubric = rubricMaximum(score.criterion, context);
  const fromPicture = context.facts.text.words.some(
    (word) => word.start < score.span.end && word.end > score.span.start && word.confidence < 1,
  );
  if (!fromPicture || rubric === null || score.max === null || score.max === rubric) return false;
  const parts = criteriaOf(context.pipeline).find(({ id }) => id === score.criterion)?.children ?? [];
  return (
    score.claimed === rubric ||
    isOneMarkOff(String(score.max), String(rubric)) ||
    parts.some(({ max }) => max === score.max)
  );
}

function isOneMarkOff(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return [...long].some((_mark, at) => long.slice(0, at) + long.slice(at + 1) === short);
}
