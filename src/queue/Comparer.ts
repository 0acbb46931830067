import { createHash } from 'node:crypto';
import { type HandedInReport, type MatchedRound, matchAgencies } from '../audit/matchAgencies.js';
import { ReportComparison, type ReportSource } from '../audit/ReportComparison.js';
import type { Pipeline } from '../model/pipeline.js';
import type { Comparison } from '../model/round.js';
import { loadReferredPipeline } from '../pipeline/loadPipeline.js';
import { addDays } from '../rules/shared/calendar.js';
import type { ComparisonRequest, RequestedReport } from './comparisonRequest.js';
import { type EarlierReport, earlierReports, identifyEarlier, type KeptResults, keptReports } from './keptReports.js';

/** A comparison that goes on where the next one's reports begin with those that are in it. */
interface Held {
  readonly comparison: ReportComparison;
  /** How many reports are in it. */
  readonly count: number;
  /** Of all that went into it. */
  readonly mark: string;
}

/** The earlier reports that can be read, and what they were told by. */
interface Identified {
  readonly mark: string;
  readonly reports: readonly EarlierReport[];
}

interface MatchedRequest extends MatchedRound {
  readonly pipeline: Pipeline;
  readonly year: number;
  /** Those that report on the year. */
  readonly reports: readonly RequestedReport[];
  readonly earlier: readonly ReportSource[];
  readonly base: readonly unknown[];
}

/** Milliseconds for which more reports are waited for: a comparison of ten thousand takes a gigabyte. */
const heldFor = 600_000;

/**
 * Makes comparisons of rounds from what is kept of their reports, which are loaded one after another: between any two the
 * loop that renews locks is free. The last comparison is held for some minutes: reports that come after those in it are
 * compared with them, and the result is that of a comparison made anew. Where a report that is in it, or whose it is, has
 * changed, it is made anew.
 */
export class Comparer {
  readonly #results: KeptResults;
  #held: Held | null = null;
  #earlier: Identified | null = null;
  #forgetting: NodeJS.Timeout | undefined;

  constructor(results: KeptResults) {
    this.#results = results;
  }

  /** @throws SoatError those of the pipeline */
  async compare(request: ComparisonRequest): Promise<Comparison> {
    const { pipeline, year, agencies, agencyOf, reports, earlier, base } = await this.#matched(request);
    const mark = (count: number) => digest([base, reports.slice(0, count).map(markedWith(agencyOf))]);
    const held = this.#take(mark);
    const comparison = held?.comparison ?? new ReportComparison(pipeline);
    if (held === null) for (const source of earlier) await comparison.addEarlier(source());
    await comparison.add(keptReports(this.#results, reports.slice(held?.count ?? 0), agencyOf)());
    const sources = [keptReports(this.#results, reports, agencyOf), ...earlier];
    const { flags, backing } = await comparison.told({ year, agencies }, sources);
    this.#hold({ comparison, count: reports.length, mark: mark(reports.length) });
    return { year: request.year, agencies, agencyOf: [...agencyOf], backing: [...backing], flags };
  }

  /** The round with whose each report is, and all that decides besides its reports. */
  async #matched(request: ComparisonRequest): Promise<MatchedRequest> {
    const { pipeline } = loadReferredPipeline(request.pipeline, () => request.year);
    const year = request.year ?? pipeline.year;
    const { period, vocabulary, rubricFits } = pipeline;
    const filedBy = rubricFits ? addDays(period.to, period.filingDays) : null;
    const match = (some: readonly HandedInReport[]): MatchedRound =>
      matchAgencies(some, { list: request.list, year, filedBy, vocabulary: vocabulary.round });
    const { agencies, agencyOf } = match(request.reports);
    const isOfRound = ({ identity }: HandedInReport) => identity.year === null || identity.year === year;
    const others = request.reports.filter((report) => !isOfRound(report));
    const { mark, reports: identified } = await this.#identified(request);
    const before = match(identified).agencyOf;
    return {
      pipeline,
      year,
      agencies,
      agencyOf,
      reports: request.reports.filter(isOfRound),
      earlier: [
        keptReports(this.#results, others, agencyOf),
        earlierReports(this.#results, identified, versionOf(request), before),
      ],
      base: [request.pipeline, year, mark, [...before], others.map(markedWith(agencyOf))],
    };
  }

  /** Whose the earlier reports are is told by opening each of them. */
  async #identified(request: ComparisonRequest): Promise<Identified> {
    const mark = digest([request.earlier, versionOf(request)]);
    if (this.#earlier?.mark !== mark) {
      this.#earlier = { mark, reports: await identifyEarlier(this.#results, request.earlier, versionOf(request)) };
    }
    return this.#earlier;
  }

  /** The comparison held, where its reports are the first of this one; whoever fails with it half way, it is gone. */
  #take(mark: (count: number) => string): Held | null {
    const held = this.#held;
    this.#held = null;
    return held !== null && held.mark === mark(held.count) ? held : null;
  }

  #hold(held: Held): void {
    this.#held = held;
    clearTimeout(this.#forgetting);
    this.#forgetting = setTimeout(() => {
      this.#held = null;
      this.#earlier = null;
    }, heldFor).unref();
  }
}

/** Of the code that made what is kept. */
function versionOf({ reports }: ComparisonRequest): string {
  return reports[0]?.key.version ?? '';
}

/** All that a report is compared as. */
function markedWith(agencyOf: MatchedRound['agencyOf']) {
  return ({ file, sha256, key, attachments }: RequestedReport) => [file, sha256, key, attachments, agencyOf.get(file)];
}

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
