import type { BatchFlag } from './batch.js';
import type { Bilingual } from './bilingual.js';
import type { Flag } from './document.js';
import type { CalendarDate, Identity } from './facts.js';
import type { Pipeline } from './pipeline.js';
import type { CannotJudgeReason, Severity, Subject } from './rule.js';

/** Text of a report that a finding of a round may quote. */
export type RoundQuotation = Flag['evidence'][number];

/** A paragraph of a criterion as it is compared between reports. */
export interface Passage {
  /**
   * Folded words parted by spaces. The agency's own name, citations of others' documents, titles of documents, quoted
   * words, points and statements of absence are set aside.
   */
  readonly words: string;
  /** Place in `Comparable.quotations`. */
  readonly quotation: number;
  readonly confidence: number;
}

/** A criterion of one report: its claim, what stands behind it, its substance. */
export interface ComparableCriterion {
  readonly id: string;
  /** The rubric's name: years may give one id to different criteria. */
  readonly name: string;
  /** Null where no points are claimed. */
  readonly claimed: number | null;
  readonly max: number | null;
  /** The claim, else the heading; place in `Comparable.quotations`. */
  readonly quotation: number;
  /** Documents and counted results, by the catalogue's closed list. */
  readonly evidence: number;
  /** Claim or evidence rest on a doubtful reading, or part of the text was not read. */
  readonly doubtful: boolean;
  readonly confidence: number;
  readonly passages: readonly Passage[];
}

/** A dated mention of a numbered document. */
export interface ComparableDocument {
  readonly full: string;
  /** The number however OCR has spelt it. */
  readonly key: string;
  readonly date: CalendarDate;
  readonly type: string | null;
  readonly symbol: string;
  /** The issuer as named beside the number, folded; empty where none is named. */
  readonly issuer: string;
  readonly title: string;
  /** Issued by the reporting agency. */
  readonly own: boolean;
  /** Several issuers use this symbol (`KH-UBND`). */
  readonly shared: boolean;
  readonly plan: boolean;
  readonly doubtful: boolean;
  readonly confidence: number;
  readonly quotation: number;
}

/** By which a report is matched to an agency of the round. */
export type ReportIdentity = Pick<Identity, 'agency' | 'abbreviation' | 'place' | 'number' | 'date' | 'year'>;

/** What a round needs to know of one report; made once, when the report is analysed. */
export interface Comparable {
  readonly identity: ReportIdentity;
  /** The stated total; null where none was found. */
  readonly total: number | null;
  /** Its number as printed, else its first words; place in `quotations`. */
  readonly head: number;
  readonly criteria: readonly ComparableCriterion[];
  readonly documents: readonly ComparableDocument[];
  readonly quotations: readonly RoundQuotation[];
}

/** A file handed in beside a report as evidence. */
export interface Attachment {
  readonly file: string;
  readonly sha256: string;
  /** Its own number and date as far as they were read. */
  readonly number: string | null;
  readonly date: CalendarDate | null;
  readonly agency: string | null;
}

/** The agency that a report is taken to be of. */
export interface AgencyOfReport {
  /** The agency's name as messages print it: the list's, else the letterhead's, else the file. */
  readonly of: string;
  /** Equal for two reports of one agency. */
  readonly agencyKey: string;
  /** The agency as the report itself tells it, whatever a list says: what is asked about it keeps its fingerprint. */
  readonly ownKey: string;
  /** Peers are compared within one kind; null where no list tells. */
  readonly kind: string | null;
  readonly superior: string | null;
}

/** A report in its round. */
export interface RoundReport extends Comparable, AgencyOfReport {
  /** Its file; the name under which everything in the round knows it. */
  readonly file: string;
  readonly attachments: readonly Attachment[];
}

export type SubmissionStatus = 'submitted' | 'missing' | 'double' | 'other-year';

/** An agency that owes a report of the round. */
export interface ListedAgency {
  readonly name: string;
  readonly abbreviation: string | null;
  readonly kind: string | null;
  readonly superior: string | null;
  /** Names it bore before, or is called by. */
  readonly otherNames: readonly string[];
  /** Files or folders that somebody says are this agency's. */
  readonly files: readonly string[];
  /** Files or folders that somebody says are not this agency's. */
  readonly otherFiles?: readonly string[];
}

/** An agency of the round and what it handed in. */
export interface RoundAgency {
  readonly name: string;
  readonly abbreviation: string | null;
  readonly agencyKey: string;
  readonly kind: string | null;
  readonly superior: string | null;
  /** On the round's list; false where there is no list, or it does not hold the agency. */
  readonly listed: boolean;
  readonly status: SubmissionStatus;
  /** Dated after the time for filing. */
  readonly late: boolean;
  /** Files of the round's year, the latest-dated first. */
  readonly reports: readonly string[];
  /** Files for other years. */
  readonly otherYears: readonly { readonly file: string; readonly year: number }[];
  /** Files that may be this agency's: somebody has to say. */
  readonly doubtful: readonly string[];
}

/** Where a finding's quotation stands. */
export interface RoundEvidence {
  readonly file: string;
  /** Place in the report's `quotations`; the words themselves where the file is no report. */
  readonly quotation: number | RoundQuotation;
}

/** What a rule about a round says of one agency and subject. */
export interface RoundFinding {
  readonly outcome: 'fail' | 'cannot-judge';
  readonly reason?: CannotJudgeReason;
  readonly agencyKey: string;
  /** The agency as the message prints it. */
  readonly agency: string;
  /** The other agency, or the same one in another year. */
  readonly with: string | null;
  /** The report that is asked about; null where there is none. */
  readonly file: string | null;
  readonly subject: Subject;
  readonly message: Bilingual;
  /** The agency's own words first. */
  readonly evidence: readonly RoundEvidence[];
  readonly confidence: number;
}

export interface RoundContext {
  readonly pipeline: Pipeline;
  /** The year that the round's reports report on. */
  readonly year: number;
  readonly agencies: readonly RoundAgency[];
}

/** One comparison over a round: reports go in one by one, in any order, and nothing of them but what is needed is kept. */
export interface RoundComparison {
  add(report: RoundReport): void;
  /** A report of an agency's last round; these go in before all others. */
  addEarlier?(report: RoundReport): void;
  /** What holds of the reports so far; more may be added afterwards. */
  findings(context: RoundContext): readonly RoundFinding[];
}

export interface RoundRule {
  /** `batch/name`, the folder's path below src/rules. */
  readonly id: `batch/${string}`;
  readonly severity: Severity;
  readonly title: Bilingual;
  /** The criteria's points are needed. */
  readonly needsRubric: boolean;
  compare(pipeline: Pipeline): RoundComparison;
}

/** What a criterion claims and how much stands behind it. */
export type Backing = Pick<ComparableCriterion, 'id' | 'claimed' | 'max' | 'evidence'>;

/** What a round's reports say beside each other. */
export interface Comparison {
  /** The year that the round's reports report on; null where none tells. */
  readonly year: number | null;
  readonly agencies: readonly RoundAgency[];
  /** The agency of each report, by file. */
  readonly agencyOf: readonly (readonly [string, AgencyOfReport])[];
  /** The claims of each report and what stands behind them, by file. */
  readonly backing: readonly (readonly [string, readonly Backing[]])[];
  readonly flags: readonly BatchFlag[];
}
