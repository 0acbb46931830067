import type { ComparableCriterion, RoundEvidence, RoundReport } from '../../../model/round.js';
import { groupBy } from '../citedDocuments.js';
import { LikenessIndex, type LikenessOptions, type Match } from '../likeness/LikenessIndex.js';
import { countShared } from '../likeness/tripleHashes.js';

/** The part of a report that its substance is read from. */
export type Substantial = Pick<RoundReport, 'file' | 'of' | 'agencyKey' | 'criteria'>;

/** A criterion of a report: what is kept of it says where its passages lie and how to name it. */
export interface Substance {
  readonly report: Omit<Substantial, 'criteria'>;
  readonly criterion: string;
  readonly passages: readonly { readonly quotation: number; readonly confidence: number }[];
  /** The number of its first passage in the index. */
  readonly first: number;
}

/** Two criteria of which one is, for the greater part, the other's text. */
export interface Copy {
  readonly mine: Substance;
  readonly theirs: Substance;
  /** The passage that shares most, mine and theirs. */
  readonly evidence: readonly [RoundEvidence, RoundEvidence];
  readonly confidence: number;
  /** Triples of words in common, and those of the shorter of the passages compared. */
  readonly shared: number;
  readonly of: number;
}

/** Which triples of a text are nobody's own. */
export type IsCommon = (triple: number, owners: number) => boolean;

interface Alike extends Match {
  /** Triples in common, common wording too. */
  readonly whole: number;
  readonly shared: number;
  readonly of: number;
}

/** A count, a day and one large number may agree by chance. */
const tellingFacts = 4;

/** The substance of criteria over many reports, and which of it is copied. Quotations stay with the reports. */
export class SubstanceIndex {
  readonly #index: LikenessIndex;
  readonly #similarity: number;
  /** The substance of each passage, by the passage's number. */
  readonly #substanceOf: Substance[] = [];
  readonly #owners = new Map<string, number>();

  constructor(options: LikenessOptions) {
    this.#index = new LikenessIndex(options);
    this.#similarity = options.similarity;
  }

  get owners(): number {
    return this.#owners.size;
  }

  /** @param owner texts of one owner are not compared with each other */
  add(report: Substantial, owner: string): void {
    const number = this.#owners.get(owner) ?? this.#owners.size;
    this.#owners.set(owner, number);
    const texts = report.criteria.flatMap(({ passages }) => passages.map(({ words }) => words.split(' ')));
    let first = this.#index.add(number, texts);
    for (const criterion of report.criteria) {
      const substance = substanceOf(report, criterion, first);
      for (const _ of criterion.passages) this.#substanceOf.push(substance);
      first += criterion.passages.length;
    }
  }

  /** @param fewest triples in common below which nothing is a copy */
  copies(fewest: number, isCommon: IsCommon): readonly Copy[] {
    const own = (passage: number) =>
      this.#index.triplesOf(passage).filter((triple) => !isCommon(triple, this.#index.ownersOf(triple)));
    const alike = this.#index.matches.flatMap((match): Alike[] => {
      const [left, right] = [own(match.left), own(match.right)];
      const [shared, of] = [countShared(left, right), Math.min(left.length, right.length)];
      if (shared === 0 || shared < of * this.#similarity) return [];
      const whole = countShared(this.#index.triplesOf(match.left), this.#index.triplesOf(match.right));
      return [{ ...match, whole, shared, of }];
    });
    const pairs = groupBy(alike, ({ left, right }) => `${this.#at(left)?.first}|${this.#at(right)?.first}`);
    return [...pairs.values()].flatMap((same) => this.#copyOf(same, fewest, (passage) => own(passage).length));
  }

  #copyOf(alike: readonly Alike[], fewest: number, sizeOf: (passage: number) => number): readonly Copy[] {
    const best = bestOfEach(alike);
    const [most] = best;
    const [mine, theirs] = [this.#at(most?.left), this.#at(most?.right)];
    if (most === undefined || mine === undefined || theirs === undefined) return [];
    const shared = sum(best.map((match) => match.shared));
    const isGreaterPart = (substance: Substance, copied: readonly number[]) =>
      sum([...new Set(copied)].map(sizeOf)) * 2 > sum(passagesOf(substance).map(sizeOf));
    const isCopy =
      isGreaterPart(
        mine,
        alike.map(({ left }) => left),
      ) ||
      isGreaterPart(
        theirs,
        alike.map(({ right }) => right),
      );
    const whole = sum(best.map((match) => match.whole));
    // In a frame that many share, figures and dates are the words of one's own.
    const isTelling = shared >= fewest || sum(best.map(({ facts }) => facts)) >= tellingFacts;
    if (whole < fewest || !isTelling || !isCopy) return [];
    const [left, right] = [mine.passages[most.left - mine.first], theirs.passages[most.right - theirs.first]];
    if (left === undefined || right === undefined) return [];
    return [
      {
        mine,
        theirs,
        evidence: [
          { file: mine.report.file, quotation: left.quotation },
          { file: theirs.report.file, quotation: right.quotation },
        ],
        confidence: Math.min(left.confidence, right.confidence),
        shared,
        of: sum(best.map((match) => match.of)),
      },
    ];
  }

  #at(passage: number | undefined): Substance | undefined {
    return passage === undefined ? undefined : this.#substanceOf[passage];
  }
}

/** The same copy as the other side sees it. */
export function mirrored({ mine, theirs, evidence: [own, other], ...rest }: Copy): Copy {
  return { ...rest, mine: theirs, theirs: mine, evidence: [other, own] };
}

function substanceOf(report: Substantial, { id, passages }: ComparableCriterion, first: number): Substance {
  const { file, of, agencyKey } = report;
  return {
    report: { file, of, agencyKey },
    criterion: id,
    passages: passages.map(({ quotation, confidence }) => ({ quotation, confidence })),
    first,
  };
}

function passagesOf({ first, passages }: Substance): readonly number[] {
  return passages.map((_, index) => first + index);
}

/** Each passage with the one it shares most with, the greatest likeness first: a sentence repeated counts once. */
function bestOfEach(alike: readonly Alike[]): readonly Alike[] {
  const taken = { left: new Set<number>(), right: new Set<number>() };
  return [...alike]
    .sort((one, other) => other.shared - one.shared)
    .filter(({ left, right }) => {
      if (taken.left.has(left) || taken.right.has(right)) return false;
      taken.left.add(left);
      taken.right.add(right);
      return true;
    });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
