import type { AbsenceStatement, CountedResult, DeductionReason, ReportedCase } from '../model/facts.js';
import type { ExtractionInput } from './input.js';

export interface Evidence {
  readonly counts: readonly CountedResult[];
  readonly absences: readonly AbsenceStatement[];
  readonly cases: readonly ReportedCase[];
  readonly deductions: readonly DeductionReason[];
}

/** What a section offers besides documents: counted results, absences, cases, reasons for deductions. */
export function extractEvidence(_input: ExtractionInput): Evidence {
  return { counts: [], absences: [], cases: [], deductions: [] };
}
