import type { BatchFlag } from '../model/batch.js';
import type { Pipeline } from '../model/pipeline.js';
import type { Backing, RoundAgency, RoundQuotation, RoundReport } from '../model/round.js';
import { quoted, RoundEvaluation, type UnquotedFlag } from '../rules/RoundEvaluation.js';

/** Reports one after another; where they are kept, they are read anew each time. Given files, only those need to come. */
export type ReportSource = (files?: ReadonlySet<string>) => AsyncIterable<RoundReport>;

export interface RoundToCompare {
  readonly pipeline: Pipeline;
  readonly year: number;
  readonly agencies: readonly RoundAgency[];
  readonly reports: ReportSource;
  /** Reports of these agencies' last rounds. */
  readonly earlier: ReportSource;
}

export interface ComparedReports {
  readonly flags: readonly BatchFlag[];
  /** Claims and what stands behind them, by file. */
  readonly backing: ReadonlyMap<string, readonly Backing[]>;
}

/** Compares a round's reports. Two passes: one to compare, one to fetch what the flags quote; no pass holds all reports. */
export async function compareReports(round: RoundToCompare): Promise<ComparedReports> {
  const evaluation = new RoundEvaluation(round.pipeline);
  const backing = new Map<string, readonly Backing[]>();
  for await (const report of round.earlier()) evaluation.addEarlier(report);
  for await (const report of round.reports()) {
    evaluation.add(report);
    backing.set(report.file, report.criteria.map(backingOf));
  }
  const unquoted = evaluation.flags(round);
  const quotations = await quotationsFor(unquoted, [round.reports, round.earlier]);
  const flags = unquoted.map((flag) => quoted(flag, (file, place) => quotations.get(file)?.get(place)));
  return { flags, backing };
}

function backingOf({ id, claimed, max, evidence }: Backing): Backing {
  return { id, claimed, max, evidence };
}

type Quotations = ReadonlyMap<string, ReadonlyMap<number, RoundQuotation>>;

async function quotationsFor(flags: readonly UnquotedFlag[], sources: readonly ReportSource[]): Promise<Quotations> {
  const wanted = new Map<string, Set<number>>();
  for (const { file, quotation } of flags.flatMap(({ evidence }) => evidence)) {
    if (typeof quotation !== 'number') continue;
    const places = wanted.get(file) ?? new Set();
    wanted.set(file, places.add(quotation));
  }
  const found = new Map<string, ReadonlyMap<number, RoundQuotation>>();
  if (wanted.size === 0) return found;
  const files = new Set(wanted.keys());
  for (const source of sources) {
    for await (const { file, quotations } of source(files)) {
      const places = [...(wanted.get(file) ?? [])];
      if (places.length > 0) found.set(file, new Map(places.flatMap((place) => entryOf(quotations, place))));
    }
  }
  return found;
}

function entryOf(quotations: readonly RoundQuotation[], place: number): readonly (readonly [number, RoundQuotation])[] {
  const quotation = quotations[place];
  return quotation === undefined ? [] : [[place, quotation]];
}
