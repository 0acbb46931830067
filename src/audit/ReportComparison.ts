import type { BatchFlag } from '../model/batch.js';
import type { Pipeline } from '../model/pipeline.js';
import type { Backing, RoundContext, RoundQuotation, RoundReport } from '../model/round.js';
import { quoted, RoundEvaluation, type UnquotedFlag } from '../rules/RoundEvaluation.js';

/** Reports one after another; where they are kept, they are read anew each time. Given files, only those need to come. */
export type ReportSource = (files?: ReadonlySet<string>) => AsyncIterable<RoundReport>;

export interface ComparedReports {
  readonly flags: readonly BatchFlag[];
  /** Claims and what stands behind them, by file. */
  readonly backing: ReadonlyMap<string, readonly Backing[]>;
}

type Quotations = ReadonlyMap<number, RoundQuotation>;

/**
 * Compares a round's reports. Each goes in once, after those of earlier rounds, and is compared with those that are in; what
 * flags quote is fetched when they are told. Nothing holds all reports.
 */
export class ReportComparison {
  readonly #evaluation: RoundEvaluation;
  readonly #backing = new Map<string, readonly Backing[]>();
  /** What the flags last told quote, by file and place. */
  #quotations: ReadonlyMap<string, Quotations> = new Map();

  constructor(pipeline: Pipeline) {
    this.#evaluation = new RoundEvaluation(pipeline);
  }

  /** Reports of these agencies' last rounds. */
  async addEarlier(reports: AsyncIterable<RoundReport>): Promise<void> {
    for await (const report of reports) this.#evaluation.addEarlier(report);
  }

  async add(reports: AsyncIterable<RoundReport>): Promise<void> {
    for await (const report of reports) {
      this.#evaluation.add(report);
      this.#backing.set(report.file, report.criteria.map(backingOf));
    }
  }

  /**
   * What the reports that are in say beside each other; more may be added afterwards.
   * @param sources all that are in, earlier ones too
   */
  async told(context: Omit<RoundContext, 'pipeline'>, sources: readonly ReportSource[]): Promise<ComparedReports> {
    const unquoted = this.#evaluation.flags(context);
    const wanted = wantedBy(unquoted);
    const kept = this.#quotations;
    const isKept = ([file, places]: Wanted) => [...places].every((place) => kept.get(file)?.has(place));
    const missing = new Map([...wanted].filter((one) => !isKept(one)));
    const known = [...wanted.keys()].flatMap((file) => entryOf(kept, file));
    this.#quotations = new Map([...known, ...(await fetched(missing, sources))]);
    const flags = unquoted.map((flag) => quoted(flag, (file, place) => this.#quotations.get(file)?.get(place)));
    return { flags, backing: this.#backing };
  }
}

function backingOf({ id, claimed, max, evidence }: Backing): Backing {
  return { id, claimed, max, evidence };
}

/** A report's file and the places of what is quoted of it. */
type Wanted = readonly [string, ReadonlySet<number>];

function wantedBy(flags: readonly UnquotedFlag[]): ReadonlyMap<string, ReadonlySet<number>> {
  const wanted = new Map<string, Set<number>>();
  for (const { file, quotation } of flags.flatMap(({ evidence }) => evidence)) {
    if (typeof quotation !== 'number') continue;
    const places = wanted.get(file) ?? new Set();
    wanted.set(file, places.add(quotation));
  }
  return wanted;
}

async function fetched(
  wanted: ReadonlyMap<string, ReadonlySet<number>>,
  sources: readonly ReportSource[],
): Promise<ReadonlyMap<string, Quotations>> {
  const found = new Map<string, Quotations>();
  if (wanted.size === 0) return found;
  const files = new Set(wanted.keys());
  for (const source of sources) {
    for await (const { file, quotations } of source(files)) {
      const byPlace = new Map(quotations.entries());
      const places = [...(wanted.get(file) ?? [])];
      if (places.length > 0) found.set(file, new Map(places.flatMap((place) => entryOf(byPlace, place))));
    }
  }
  return found;
}

function entryOf<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): readonly (readonly [Key, Value])[] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}
