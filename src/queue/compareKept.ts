import type { AnalysedDocument } from '../audit/assembleDocument.js';
import { compareReports, type ReportSource } from '../audit/compareReports.js';
import { comparableIn, readResult } from '../audit/earlierReport.js';
import { type HandedInReport, type MatchedRound, matchAgencies } from '../audit/matchAgencies.js';
import type { Comparable, Comparison, RoundReport } from '../model/round.js';
import { loadReferredPipeline } from '../pipeline/loadPipeline.js';
import { addDays } from '../rules/shared/calendar.js';
import { type StageResults, wholeDocument } from '../store/StageResults.js';
import type { ComparisonRequest, EarlierSource, RequestedReport } from './comparisonRequest.js';

/**
 * Makes a comparison from what is kept of its reports, which are loaded one after another: between any two the loop that
 * renews locks is free.
 * @throws SoatError those of the pipeline
 */
export async function compareKept(results: StageResults, request: ComparisonRequest): Promise<Comparison> {
  const { reports, year, pipeline: name, list } = request;
  const version = reports[0]?.key.version ?? '';
  const { pipeline } = loadReferredPipeline(name, () => year);
  const roundYear = year ?? pipeline.year;
  const { period, vocabulary, rubricFits } = pipeline;
  const filedBy = rubricFits ? addDays(period.to, period.filingDays) : null;
  const match = (some: readonly HandedInReport[]): MatchedRound =>
    matchAgencies(some, { list, year: roundYear, filedBy, vocabulary: vocabulary.round });
  const { agencies, agencyOf } = match(reports);
  const earlier = await identify(results, request.earlier, version);
  const before = match(earlier).agencyOf;
  const isOfRound = ({ identity }: HandedInReport) => identity.year === null || identity.year === roundYear;
  const { flags, backing } = await compareReports({
    pipeline,
    year: roundYear,
    agencies,
    reports: sourceOf(results, reports.filter(isOfRound), agencyOf),
    earlier: async function* (files) {
      const others = reports.filter((report) => !isOfRound(report));
      yield* sourceOf(results, others, agencyOf)(files);
      for (const { file, source } of earlier) {
        if (files !== undefined && !files.has(file)) continue;
        const [agency, comparable] = [before.get(file), await earlierComparable(results, source, version)];
        if (agency !== undefined && comparable !== null) yield { ...comparable, ...agency, file, attachments: [] };
      }
    },
  });
  return { year, agencies, agencyOf: [...agencyOf], backing: [...backing], flags };
}

function sourceOf(
  results: StageResults,
  reports: readonly RequestedReport[],
  agencyOf: MatchedRound['agencyOf'],
): ReportSource {
  return async function* (files) {
    for (const { file, sha256, key, attachments } of reports) {
      if (files !== undefined && !files.has(file)) continue;
      const comparable = await results.part(sha256, wholeDocument, key, ['comparable']);
      const agency = agencyOf.get(file);
      if (comparable === undefined || agency === undefined) continue;
      yield { ...(JSON.parse(comparable) as Comparable), ...agency, file, attachments } satisfies RoundReport;
    }
  };
}

interface Earlier extends HandedInReport {
  readonly source: EarlierSource;
}

async function identify(
  results: StageResults,
  earlier: readonly EarlierSource[],
  version: string,
): Promise<readonly Earlier[]> {
  const found: Earlier[] = [];
  for (const source of earlier) {
    const identity = (await earlierComparable(results, source, version))?.identity;
    if (identity === undefined) continue;
    const { file, sha256 } = source;
    // Its name is told apart from a file of this round by the year.
    const named = `${identity.year ?? '—'}/${file}`;
    const folder = file.split('/')[0] ?? file;
    found.push({ file: named, sha256: sha256 ?? named, folder, identity, readable: true, source });
  }
  return found;
}

/** As the code of today tells it: from what the same code kept, else from the texts of an older result's pages. */
async function earlierComparable(
  results: StageResults,
  { sha256, result }: EarlierSource,
  version: string,
): Promise<Comparable | null> {
  const written = result === null ? null : await readResult(result);
  const content = sha256 ?? written?.source.sha256;
  const kept = content === undefined ? undefined : await results.latestAnalysis(content, version);
  if (kept?.comparable != null) return JSON.parse(kept.comparable) as Comparable;
  if (written !== null) return comparableIn(written);
  return kept?.document == null ? null : comparableIn(JSON.parse(kept.document) as AnalysedDocument);
}
