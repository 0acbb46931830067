import type { EarlierResult } from '../audit/earlierReport.js';
import type { HandedInReport } from '../audit/matchAgencies.js';
import type { Attachment, ListedAgency } from '../model/round.js';
import type { StageKey } from '../store/StageResults.js';

/** A report whose analysis is kept under `key`; one that could not be read has an agency to be told, and no more. */
export interface RequestedReport extends HandedInReport {
  readonly key: StageKey;
  readonly attachments: readonly Attachment[];
}

/** A report of an earlier round: its content's hash where the store holds it, its result where a folder does. */
export interface EarlierSource {
  /** The name that its results carry. */
  readonly file: string;
  readonly sha256: string | null;
  readonly result: EarlierResult | null;
}

/** All that a comparison is made of, as it stands in the database until its job has run. */
export interface ComparisonRequest {
  readonly reports: readonly RequestedReport[];
  /** The year that most of them report on; null where none tells. */
  readonly year: number | null;
  readonly pipeline: string | null;
  readonly list: readonly ListedAgency[] | null;
  readonly earlier: readonly EarlierSource[];
}
