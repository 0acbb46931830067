import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ComparedReport } from '../audit/comparedReports.js';
import { resultsIn } from '../audit/earlierReport.js';
import type { StageKeys } from '../audit/stageKeys.js';
import { SoatError } from '../model/errors.js';
import type { Comparison, ListedAgency, ReportIdentity } from '../model/round.js';
import { type StageKey, type StageResults, wholeDocument } from '../store/StageResults.js';
import type { Store } from '../store/Store.js';
import type { Backend } from './Backend.js';
import type { ComparisonRequest, EarlierSource, RequestedReport } from './comparisonRequest.js';
import { compareJob, priorities } from './jobs.js';

/** A report whose analysis is kept under `key`; absent: as the machine read it. */
export interface ReportToCompare extends ComparedReport {
  readonly key?: StageKey | null;
}

export interface RoundToCompare {
  readonly reports: readonly ReportToCompare[];
  /** Name or file; null: by the year that most reports report on. */
  readonly pipeline: string | null;
  /** Who owes a report; null where nobody said. */
  readonly list: readonly ListedAgency[] | null;
  /** Results of an earlier round; null: what the store holds of the year before. */
  readonly earlier: string | null;
}

export interface CompareOptions {
  readonly store: Pick<Store, 'results' | 'comparisons'>;
  readonly backend: Pick<Backend, 'add'>;
  readonly keys: StageKeys;
  /** Aborted: the waiting ends; the job goes on. */
  readonly signal?: AbortSignal;
}

/** Milliseconds; the database tells the end for sure. */
const askAgain = 100;
/** Milliseconds: a queue whose server was lost has forgotten the job; one that is there stays as it is. */
const addAgain = 15_000;

/**
 * Compares the reports of a round with each other and with the last one: a job of the queue, whose end is waited for. A
 * comparison whose reports, list and code are those of an earlier one is not made again.
 * @throws SoatError `path-not-found` for `earlier`, and what the comparison failed by
 */
export async function compareRound(round: RoundToCompare, options: CompareOptions): Promise<Comparison> {
  const { store, backend, keys, signal } = options;
  const request = JSON.stringify(await requestOf(store.results, keys, round));
  const key = createHash('sha256').update(`${keys.line}\n${request}`).digest('hex');
  await store.comparisons.ask(key, request);
  let outcome = await store.comparisons.find(key);
  for (let waited = 0; outcome === undefined; waited += askAgain) {
    if (waited % addAgain === 0) await backend.add(compareJob(key, priorities.inspector));
    await pause(askAgain, undefined, { signal });
    outcome = await store.comparisons.find(key);
  }
  if (!outcome.ok) throw new SoatError(outcome.code, outcome.detail);
  return JSON.parse(outcome.json) as Comparison;
}

async function requestOf(
  results: StageResults,
  keys: StageKeys,
  { reports: handedIn, pipeline, list, earlier }: RoundToCompare,
): Promise<ComparisonRequest> {
  const reports: RequestedReport[] = [];
  for (const report of handedIn) {
    const key = report.key ?? keys.analyse(await results.pageErrors(report.sha256, keys.read));
    const told = await results.part(report.sha256, wholeDocument, key, ['comparable', 'identity']);
    const identity = told === undefined ? unknown : (JSON.parse(told) as ReportIdentity);
    reports.push({ ...report, key, identity, readable: told !== undefined });
  }
  const year = commonYear(reports.map(({ identity }) => identity.year));
  const before = earlier === null ? await keptOf(results, year, reports) : await writtenIn(earlier);
  return { reports, year, pipeline, list, earlier: before };
}

/** Of a report that could not be read. */
const unknown: ReportIdentity = {
  agency: null,
  abbreviation: null,
  place: null,
  number: null,
  date: null,
  year: null,
};

async function keptOf(
  results: StageResults,
  year: number | null,
  reports: readonly RequestedReport[],
): Promise<readonly EarlierSource[]> {
  const present = new Set(reports.map(({ sha256 }) => sha256));
  const kept = year === null ? [] : await results.analysedOn(year - 1);
  return kept.flatMap(({ sha256, file }) => (present.has(sha256) ? [] : [{ file, sha256, result: null }]));
}

async function writtenIn(folder: string): Promise<readonly EarlierSource[]> {
  return (await resultsIn(folder)).map((written) => ({ ...written, sha256: null }));
}

/** The year that most reports report on; of equally many the later. */
function commonYear(years: readonly (number | null)[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort(([one, often], [other, oftener]) => oftener - often || other - one)[0]?.[0] ?? null;
}
