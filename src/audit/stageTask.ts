import type { Attachment } from '../model/paper.js';
import type { StageOutcome } from '../store/StageResults.js';

/** A page's number and what reading it gave. */
export interface PageOutcome {
  readonly page: number;
  readonly outcome: StageOutcome;
}

/**
 * One piece of CPU work for a thread. Results of earlier stages travel as JSON text: the loop that renews locks never
 * parses a page.
 */
export type StageTask =
  /** `file`: path of the kept original. The result is a `Survey`. */
  | { readonly stage: 'survey'; readonly file: string }
  /** The result is a `PageReading`. */
  | { readonly stage: 'read'; readonly file: string; readonly page: number }
  /** The result is an `AnalysedDocument`. */
  | {
      readonly stage: 'analyse';
      readonly survey: string;
      readonly pages: readonly PageOutcome[];
      readonly pipeline: string | null;
    }
  /** The analysis of a report beside what was handed in with it. The result is an `AnalysedDocument`. */
  | {
      readonly stage: 'match';
      readonly survey: string;
      readonly pages: readonly PageOutcome[];
      readonly pipeline: string | null;
      readonly attachments: readonly Attachment[];
    };

export type StageName = StageTask['stage'];
