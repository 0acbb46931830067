import type { AnalysedDocument } from '../audit/assembleDocument.js';
import { comparableIn, readResult } from '../audit/earlierReport.js';
import type { HandedInReport, MatchedRound } from '../audit/matchAgencies.js';
import type { ReportSource } from '../audit/ReportComparison.js';
import type { Comparable, RoundReport } from '../model/round.js';
import { type StageResults, wholeDocument } from '../store/StageResults.js';
import type { EarlierSource, RequestedReport } from './comparisonRequest.js';

/** Where the analyses of reports are kept. */
export type KeptResults = Pick<StageResults, 'part' | 'latestAnalysis'>;

/** The reports of a round as their rows hold them; one that could not be read does not come. */
export function keptReports(
  results: KeptResults,
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

/** A report of an earlier round and who tells whose it is. */
export interface EarlierReport extends HandedInReport {
  readonly source: EarlierSource;
}

/** Those of the earlier reports that can be read, by what they say of themselves. @param version of the code that keeps results */
export async function identifyEarlier(
  results: KeptResults,
  earlier: readonly EarlierSource[],
  version: string,
): Promise<readonly EarlierReport[]> {
  const found: EarlierReport[] = [];
  for (const source of earlier) {
    const identity = (await comparableOf(results, source, version))?.identity;
    if (identity === undefined) continue;
    const { file, sha256 } = source;
    // Its name is told apart from a file of this round by the year.
    const named = `${identity.year ?? '—'}/${file}`;
    const folder = file.split('/')[0] ?? file;
    found.push({ file: named, sha256: sha256 ?? named, folder, identity, readable: true, source });
  }
  return found;
}

/** The earlier reports themselves. */
export function earlierReports(
  results: KeptResults,
  earlier: readonly EarlierReport[],
  version: string,
  agencyOf: MatchedRound['agencyOf'],
): ReportSource {
  return async function* (files) {
    for (const { file, source } of earlier) {
      if (files !== undefined && !files.has(file)) continue;
      const [agency, comparable] = [agencyOf.get(file), await comparableOf(results, source, version)];
      if (agency !== undefined && comparable !== null) yield { ...comparable, ...agency, file, attachments: [] };
    }
  };
}

/** As the code of today tells it: from what the same code kept, else from the texts of an older result's pages. */
async function comparableOf(
  results: KeptResults,
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
