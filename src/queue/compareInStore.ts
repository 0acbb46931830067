import { createHash } from 'node:crypto';
import type { ComparedReport } from '../audit/comparedReports.js';
import { compareReports, type ReportSource } from '../audit/compareReports.js';
import { type HandedInReport, type MatchedRound, matchAgencies } from '../audit/matchAgencies.js';
import { type EarlierReport, readEarlierRound } from '../audit/readEarlierRound.js';
import type { StageKeys } from '../audit/stageKeys.js';
import type { Attachment, Comparable, Comparison, ListedAgency, ReportIdentity, RoundReport } from '../model/round.js';
import { loadPipeline, loadPipelineForYear } from '../pipeline/loadPipeline.js';
import { addDays } from '../rules/shared/calendar.js';
import { type StageKey, wholeDocument } from '../store/StageResults.js';
import type { Store } from '../store/Store.js';

export interface ComparisonRequest {
  readonly reports: readonly ComparedReport[];
  /** Name or file; null: by the year that most reports report on. */
  readonly pipeline: string | null;
  /** Who owes a report; null where nobody said. */
  readonly list: readonly ListedAgency[] | null;
  /** Results of an earlier round; null: what the store holds of the year before. */
  readonly earlier: string | null;
}

interface Identified extends HandedInReport {
  readonly key: StageKey;
  readonly attachments: readonly Attachment[];
}

/**
 * Compares the reports of a round with each other and with the last one. A comparison whose reports, list and code are
 * those of an earlier one is not made again.
 * @throws SoatError `path-not-found` for `earlier`, and those of the pipeline
 */
export async function compareInStore(store: Store, keys: StageKeys, request: ComparisonRequest): Promise<Comparison> {
  const reports = await identify(store, keys, request.reports);
  const year = commonYear(reports.map(({ identity }) => identity.year));
  const earlier = await earlierReports(store, request, year);
  const id = createHash('sha256')
    .update(JSON.stringify([keys.line, request, reports.map(({ key }) => key), earlier.map(({ file }) => file)]))
    .digest('hex');
  const kept = await store.comparisons.find(id);
  if (kept !== undefined) return JSON.parse(kept) as Comparison;
  const comparison = await compare(store, reports, earlier, year, request);
  await store.comparisons.keep(id, JSON.stringify(comparison));
  return comparison;
}

async function compare(
  store: Store,
  reports: readonly Identified[],
  earlier: readonly Earlier[],
  year: number | null,
  { pipeline: name, list }: ComparisonRequest,
): Promise<Comparison> {
  const { pipeline } = name === null ? loadPipelineForYear(year) : loadPipeline(name);
  const roundYear = year ?? pipeline.year;
  const { period, vocabulary, rubricFits } = pipeline;
  const filedBy = rubricFits ? addDays(period.to, period.filingDays) : null;
  const match = (some: readonly HandedInReport[]): MatchedRound =>
    matchAgencies(some, { list, year: roundYear, filedBy, vocabulary: vocabulary.round });
  const { agencies, agencyOf } = match(reports);
  const isOfRound = ({ identity }: Identified) => identity.year === null || identity.year === roundYear;
  const before = match(earlier).agencyOf;
  const { flags, backing } = await compareReports({
    pipeline,
    year: roundYear,
    agencies,
    reports: sourceOf(store, reports.filter(isOfRound), agencyOf),
    earlier: async function* () {
      yield* sourceOf(
        store,
        reports.filter((one) => !isOfRound(one)),
        agencyOf,
      )();
      for (const { file, load } of earlier) {
        const agency = before.get(file);
        if (agency !== undefined) yield { ...(await load()), ...agency, file, attachments: [] };
      }
    },
  });
  return { year, agencies, agencyOf: [...agencyOf], backing: [...backing], flags };
}

/** Reports whose analysis is kept; one that failed has nothing to compare. */
async function identify(
  { results }: Store,
  keys: StageKeys,
  reports: readonly ComparedReport[],
): Promise<readonly Identified[]> {
  const identified: Identified[] = [];
  for (const report of reports) {
    const key = keys.analyse(await results.pageErrors(report.sha256, keys.read));
    const identity = await results.part(report.sha256, wholeDocument, key, ['comparable', 'identity']);
    if (identity !== undefined) identified.push({ ...report, key, identity: JSON.parse(identity) as ReportIdentity });
  }
  return identified;
}

function sourceOf(
  { results }: Store,
  reports: readonly Identified[],
  agencyOf: MatchedRound['agencyOf'],
): ReportSource {
  return async function* () {
    for (const { file, sha256, key, attachments } of reports) {
      const comparable = await results.part(sha256, wholeDocument, key, ['comparable']);
      const agency = agencyOf.get(file);
      if (comparable === undefined || agency === undefined) continue;
      yield { ...(JSON.parse(comparable) as Comparable), ...agency, file, attachments } satisfies RoundReport;
    }
  };
}

/** A report of an earlier round, whose comparable is loaded when it is its turn. */
interface Earlier extends HandedInReport {
  readonly load: () => Promise<Comparable>;
}

async function earlierReports(
  { results }: Store,
  { earlier, reports }: ComparisonRequest,
  year: number | null,
): Promise<readonly Earlier[]> {
  const found: Earlier[] = [];
  if (earlier !== null) {
    for await (const report of readEarlierRound(earlier)) found.push(fromFolder(report));
    return found;
  }
  const present = new Set(reports.map(({ sha256 }) => sha256));
  for (const { sha256, file } of year === null ? [] : await results.analysedOn(year - 1)) {
    const load = async () => JSON.parse((await results.latestComparable(sha256)) ?? 'null') as Comparable;
    if (present.has(sha256)) continue;
    const { identity } = await load();
    found.push({ file: `${identity.year}/${file}`, sha256, folder: folderOf(file), identity, load });
  }
  return found;
}

function fromFolder({ file, comparable }: EarlierReport): Earlier {
  const { identity } = comparable;
  return {
    file: `${identity.year ?? '—'}/${file}`,
    sha256: file,
    folder: folderOf(file),
    identity,
    load: async () => comparable,
  };
}

function folderOf(file: string): string {
  return file.split('/')[0] ?? file;
}

/** The year that most reports report on; of equally many the later. */
function commonYear(years: readonly (number | null)[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort(([one, often], [other, oftener]) => oftener - often || other - one)[0]?.[0] ?? null;
}
