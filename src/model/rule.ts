import type { Bilingual } from './bilingual.js';
import type { Span } from './document-text.js';
import type { ReportFacts } from './facts.js';
import type { AttachedQuotation, Attachment } from './paper.js';
import type { Pipeline } from './pipeline.js';
import type { Registry } from './registry.js';

export type Severity = 'error' | 'warning' | 'info';
export type Outcome = 'fail' | 'pass' | 'cannot-judge' | 'not-applicable';

/** `criterion:<id>`, `citation:<full>`, `section:<path>` or `document`. */
export type Subject = `criterion:${string}` | `citation:${string}` | `section:${string}` | 'document';

/** What a rule says of one subject. */
export type Finding =
  | { readonly outcome: 'pass'; readonly subject: Subject }
  | { readonly outcome: 'not-applicable'; readonly subject: Subject }
  | {
      readonly outcome: 'fail';
      readonly subject: Subject;
      /** The arithmetic or comparison, so that an inspector can defend it. */
      readonly message: Bilingual;
      /** What is quoted; at least one span, the telling one first. */
      readonly evidence: readonly Span[];
      /** What attachments print against it. */
      readonly attached?: readonly AttachedQuotation[];
      /** Doubtful reading lowers it, 0 to 1; never the severity. */
      readonly confidence: number;
    }
  | {
      readonly outcome: 'cannot-judge';
      readonly subject: Subject;
      readonly message: Bilingual;
      readonly reason: CannotJudgeReason;
      readonly evidence: readonly Span[];
      readonly confidence: number;
    };

export type CannotJudgeReason = 'page-unread' | 'doubtful-reading' | 'ambiguous';

export interface RuleContext {
  readonly facts: ReportFacts;
  readonly pipeline: Pipeline;
  readonly registry: Registry;
  /** What was handed in with the report, papers behind it in its own file included; empty where nothing was. */
  readonly attachments: readonly Attachment[];
}

export interface Rule {
  /** `group/name`, the folder's path below src/rules. */
  readonly id: `${string}/${string}`;
  readonly severity: Severity;
  readonly title: Bilingual;
  /** The criteria's points are needed: answers `not-applicable` where no rubric fits the year. */
  readonly needsRubric: boolean;
  evaluate(context: RuleContext): readonly Finding[];
}
