import type { SoatBatch } from '../model/batch.js';
import type { SoatDocument } from '../model/document.js';
import { type Weight, weightOf, weightOrder } from '../model/labels.js';
import { criterionOf, pointsAtStake } from '../model/pointsAtStake.js';
import { agencyNames } from './agencyNames.js';
import type { RoundRecord } from './RoundRecord.js';

/** One document in a line: what the lists, tables and charts of a round are made of. */
export interface Summary {
  readonly file: string;
  readonly agency: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly status: SoatDocument['status'];
  readonly pages: number;
  /** The stated total; null where none was found. */
  readonly claimed: number | null;
  /** Claimed points that an error or warning asks about, between agencies too. */
  readonly atStake: number;
  readonly flags: Readonly<Record<Weight, number>>;
  /** Flags of the comparison between agencies that ask about this report. */
  readonly batchFlags: number;
  /** First claim of each criterion, the total included. */
  readonly scores: ReadonlyMap<string, { readonly claimed: number; readonly max: number | null }>;
  /** Criteria that an error or warning asks about. */
  readonly asked: ReadonlySet<string>;
  /** How often each rule failed within the report. */
  readonly rules: ReadonlyMap<string, number>;
}

/** Every report in a line, what to look at first in front; attachments are no reports. */
export async function summariesOf(record: RoundRecord): Promise<readonly Summary[]> {
  const attachments = new Set(record.batch.agencies.flatMap((agency) => agency.attachments));
  const nameOf = agencyNames(record.batch);
  const summaries: Summary[] = [];
  for await (const document of record.documents()) {
    if (!attachments.has(document.source.file)) summaries.push(summarise(document, nameOf(document), record.batch));
  }
  return summaries.sort(byPointsAtStake);
}

function summarise(document: SoatDocument, agency: string | null, batch: Pick<SoatBatch, 'flags'>): Summary {
  const { source, report, status, scores, flags } = document;
  const inRound = withBatchFlags(document, batch);
  return {
    file: source.file,
    agency,
    number: report.number,
    date: report.date,
    status,
    pages: source.pages,
    claimed: scores.find(({ criterion }) => criterion === 'total')?.claimed ?? null,
    atStake: pointsAtStake(inRound),
    flags: Object.fromEntries(
      weightOrder.map((weight) => [weight, flags.filter((flag) => weightOf(flag) === weight).length]),
    ) as Record<Weight, number>,
    batchFlags: batchFlagsOf(document, batch).length,
    scores: new Map(scores.toReversed().map(({ criterion, claimed, max }) => [criterion, { claimed, max }])),
    asked: criteriaAsked(inRound),
    rules: countOf(flags.flatMap(({ rule, outcome }) => (outcome === 'fail' ? [rule] : []))),
  };
}

/** Most points in question, then most errors, then most questions between agencies. */
function byPointsAtStake(left: Summary, right: Summary): number {
  return (
    right.atStake - left.atStake ||
    right.flags.error - left.flags.error ||
    right.batchFlags - left.batchFlags ||
    right.flags.warning - left.flags.warning
  );
}

/** What the comparison between agencies asks about a report; agencies of one name are told apart by their files. */
export function batchFlagsOf({ source }: SoatDocument, { flags }: Pick<SoatBatch, 'flags'>): SoatBatch['flags'] {
  return flags.filter(({ file }) => file === source.file);
}

/** A report with all that is asked about it: what it says itself, and what it says beside the others. */
export function withBatchFlags(document: SoatDocument, batch: Pick<SoatBatch, 'flags'>): SoatDocument {
  return { ...document, flags: [...document.flags, ...batchFlagsOf(document, batch)] };
}

/** Criteria that an error or warning asks about. */
export function criteriaAsked(document: SoatDocument): ReadonlySet<string> {
  const weighty = document.flags.filter(({ outcome, severity }) => outcome === 'fail' && severity !== 'info');
  return new Set(weighty.flatMap((flag) => criterionOf(document, flag) ?? []));
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
