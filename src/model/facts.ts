import type { DocumentText, Span } from './document-text.js';
import type { UnreadRegion } from './page.js';
import type { Paper } from './paper.js';

/** A plain calendar date, `YYYY-MM-DD`; never an instant. */
export type CalendarDate = string;

/** A numbered heading and the text it rules: from its first character to the next heading of its level or above. */
export interface Section {
  /** Markers from the top joined by `/`, e.g. `II/2/2.1`. */
  readonly path: string;
  /** As printed less its closing punctuation; `PHẦN II` is written `Phần II`. */
  readonly marker: string;
  /** Counts from 1. */
  readonly level: number;
  readonly title: string;
  readonly heading: Span;
  /** Heading, own text and sub-sections. */
  readonly span: Span;
  /** The rubric's id where number and title match one. */
  readonly criterion: string | null;
  /** Id of the required part (`I` … `IV`) that this top-level section is, whatever the report calls it. */
  readonly part: string | null;
  readonly appendix: boolean;
}

/** Where a cited document comes from, seen from the reporting agency. */
export type Provenance = 'own' | 'other' | 'law' | 'party' | 'unknown';

/** What is printed where a date should stand. */
export type DateStatus = 'valid' | 'impossible' | 'none' | 'partial';

/** One mention of a document. */
export interface Citation {
  readonly kind: 'numbered' | 'short' | 'named';
  /** From the type word through the date, as the contract's `text`. */
  readonly span: Span;
  /** The number and symbol only. */
  readonly numberSpan: Span;
  readonly text: string;
  /** Canonical type word, e.g. `Kế hoạch`; null where none is printed. */
  readonly type: string | null;
  readonly number: string | null;
  readonly year: string | null;
  readonly symbol: string | null;
  /** `number[/year]/symbol`, Party form `number-symbol`; see the contract. */
  readonly full: string | null;
  readonly date: CalendarDate | null;
  readonly dateText: string | null;
  readonly dateSpan: Span | null;
  readonly dateStatus: DateStatus;
  readonly issuer: string | null;
  readonly title: string | null;
  readonly provenance: Provenance;
  /** The verb that introduces it says it is carried out (`Thực hiện`, `Căn cứ`, `Bám sát`, `Triển khai` …). */
  readonly carriedOut: boolean;
  readonly section: string | null;
  readonly refersTo: { readonly full: string; readonly date: CalendarDate | null } | null;
  /** Lowest confidence of the words that decide it, 0 to 1. */
  readonly confidence: number;
  /** True where number, symbol or date rest on a doubtful reading: rules answer `cannot-judge`. */
  readonly doubtful: boolean;
}

/** A claimed score, in a sentence or a table row. */
export interface Score {
  /** Rubric id, or `total`. */
  readonly criterion: string;
  readonly claimed: number;
  /** The maximum printed beside it; null where none is printed. */
  readonly max: number | null;
  readonly span: Span;
  readonly text: string;
  readonly section: string | null;
  readonly source: 'sentence' | 'table';
  /** The paragraph that opens with the criterion's name and tells of it, below no heading of a criterion; else null. */
  readonly paragraph: Span | null;
  readonly confidence: number;
  readonly doubtful: boolean;
}

/** A criterion that the report says is not assessed or cannot arise (`không đánh giá`, `không phát sinh`, `-`). */
export interface NotAssessed {
  readonly criterion: string;
  readonly span: Span;
}

/**
 * Points that stand in the report but that no criterion can be given without guessing, or that a table prints beside a
 * known criterion and could not be read. A rule that would miss a claim answers `cannot-judge` where one may be its.
 */
export interface UnplacedScore {
  /** Known where only the points could not be read. */
  readonly criterion: string | null;
  /** Below 0 where no points of a criterion are lost: taken off the total (`Điểm trừ: 0,5 điểm`). */
  readonly claimed: number | null;
  readonly max: number | null;
  /** The table's cell for the points is blank, as far as it was read. */
  readonly blank: boolean;
  readonly span: Span;
  readonly section: string | null;
}

export interface Quantity {
  readonly value: number;
  /** Digits after the decimal comma. */
  readonly decimals: number;
  readonly unit: string | null;
  readonly hedge: Hedge;
  readonly span: Span;
}

/** `gần` under, `khoảng` about, `hơn` over. */
export type Hedge = 'exact' | 'under' | 'about' | 'over';

export interface Percentage {
  readonly kind: 'percentage';
  readonly span: Span;
  readonly percent: Quantity;
  readonly numerator: Quantity;
  readonly denominator: Quantity;
  readonly doubtful: boolean;
}

export interface Breakdown {
  readonly kind: 'breakdown';
  readonly span: Span;
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
  /** False where the list is open-ended (`trong đó có …`, `chủ yếu`). */
  readonly complete: boolean;
  readonly doubtful: boolean;
}

export interface Rank {
  readonly kind: 'rank';
  readonly span: Span;
  readonly rank: number;
  readonly field: number;
  readonly doubtful: boolean;
}

export type Figure = Percentage | Breakdown | Rank;

/** A number with a unit of people, work or money from the pipeline's list. */
export interface CountedResult {
  readonly span: Span;
  readonly value: number;
  readonly unit: string;
}

/** What a denial or a case is about: a key of `matters` in the vocabulary of evidence; null where the words name none. */
export type Matter = string | null;

/** A sentence saying that nothing of the kind occurred or was found. */
export interface AbsenceStatement {
  /** The sentence. */
  readonly span: Span;
  /** The phrase that denies (`không phát hiện`). */
  readonly phrase: Span;
  readonly matter: Matter;
}

/** A case of corruption or of a violation said to be found or handled (`phát hiện 01 vụ việc`). */
export interface ReportedCase {
  readonly span: Span;
  readonly count: number;
  readonly matter: Matter;
}

/** A sentence that says why points were deducted. */
export interface DeductionReason {
  readonly span: Span;
}

/** A year named in a sentence, and what it stands for. */
export interface YearMention {
  readonly year: number;
  readonly span: Span;
  readonly sentence: Span;
  readonly role: 'result' | 'comparison' | 'plan-term' | 'legal' | 'index' | 'other';
  /** The sentence says that it speaks of the year reported (`trong năm báo cáo`, `kỳ báo cáo này`). */
  readonly saysReportedYear: boolean;
}

/** A plan, decision or report that is relied on with neither number nor date. */
export interface UnnumberedReference {
  readonly span: Span;
  readonly type: string;
}

/** A sub-heading of a criterion (a bullet such as `- Kết quả thực hiện …`), the items it names, and the text under it. */
export interface SubHeading {
  readonly span: Span;
  readonly section: string;
  readonly items: readonly { readonly name: string; readonly span: Span; readonly covered: boolean }[];
}

export type IdentityPart = 'number' | 'date' | 'signer';

export interface Identity {
  readonly agency: string | null;
  /** The agency's own abbreviation as its numbers use it, e.g. `STC`. */
  readonly abbreviation: string | null;
  readonly number: string | null;
  readonly numberSpan: Span | null;
  readonly date: CalendarDate | null;
  readonly dateSpan: Span | null;
  /** The year reported on. */
  readonly year: number | null;
  readonly title: string | null;
  readonly place: string | null;
  readonly signer: { readonly role: string; readonly name: string } | null;
  readonly signerSpan: Span | null;
  readonly signatures: readonly DigitalSignature[];
  /** Parts that are there but could not be read (a handwritten number). */
  readonly unread: readonly IdentityPart[];
}

export interface DigitalSignature {
  readonly signer: string;
  /** Of the certificate; null where it names none. */
  readonly organisation: string | null;
  readonly time: string | null;
  readonly coversWholeFile: boolean;
}

export interface PageSummary {
  readonly number: number;
  readonly readable: boolean;
  readonly origin: 'text' | 'ocr' | 'blank' | 'failed';
  readonly confidence: number;
  readonly unread: readonly UnreadRegion[];
}

/** Everything a rule may look at. Immutable; a rule adds nothing to it. */
export interface ReportFacts {
  readonly text: DocumentText;
  readonly pages: readonly PageSummary[];
  /** Every paper of the file, in order: covering letter, report, papers behind it. */
  readonly papers: readonly Paper[];
  /** Those of them that stand behind the report. */
  readonly attached: readonly Paper[];
  readonly identity: Identity;
  readonly sections: readonly Section[];
  readonly citations: readonly Citation[];
  readonly scores: readonly Score[];
  readonly notAssessed: readonly NotAssessed[];
  readonly unplacedScores: readonly UnplacedScore[];
  readonly figures: readonly Figure[];
  readonly counts: readonly CountedResult[];
  /** Numbers that may count a result in a unit that the pipeline's list does not name. */
  readonly unlistedCounts: readonly Span[];
  /** Where evidence is said to be kept elsewhere: a file's name, an enclosure. */
  readonly pointers: readonly Span[];
  readonly absences: readonly AbsenceStatement[];
  readonly cases: readonly ReportedCase[];
  readonly deductions: readonly DeductionReason[];
  readonly years: readonly YearMention[];
  readonly unnumbered: readonly UnnumberedReference[];
  readonly subHeadings: readonly SubHeading[];
}
