import type { Span } from '../model/document-text.js';
import type { AbsenceStatement, CountedResult, DeductionReason, ReportedCase } from '../model/facts.js';
import { amountsIn } from './evidence/amountsIn.js';
import { findAbsence } from './evidence/findAbsence.js';
import { findCases } from './evidence/findCases.js';
import { findCounts } from './evidence/findCounts.js';
import { findPointers } from './evidence/findPointers.js';
import { findUnlistedCounts } from './evidence/findUnlistedCounts.js';
import { evidenceLexiconOf } from './evidence/lexicon.js';
import { saysWhyPointsAreMissing } from './evidence/saysWhyPointsAreMissing.js';
import { spanIn } from './figures/Stretch.js';
import type { ExtractionInput } from './input.js';
import { readSaid } from './said.js';

export interface Evidence {
  readonly counts: readonly CountedResult[];
  readonly unlistedCounts: readonly Span[];
  readonly pointers: readonly Span[];
  readonly absences: readonly AbsenceStatement[];
  readonly cases: readonly ReportedCase[];
  readonly deductions: readonly DeductionReason[];
}

/** What a section offers besides documents: counted results, absences, cases, reasons for deductions. */
export function extractEvidence(input: ExtractionInput): Evidence {
  const lexicon = evidenceLexiconOf(input.pipeline.vocabulary.evidence);
  const counts: CountedResult[] = [];
  const unlistedCounts: Span[] = [];
  const pointers: Span[] = [];
  const absences: AbsenceStatement[] = [];
  const cases: ReportedCase[] = [];
  const deductions: DeductionReason[] = [];
  for (const { sentences, clauses } of readSaid(input)) {
    const amounts = new Map(clauses.map((clause) => [clause, amountsIn(clause, lexicon)]));
    for (const [clause, counted] of amounts) {
      counts.push(...findCounts(clause, counted, lexicon));
      unlistedCounts.push(...findUnlistedCounts(clause, lexicon));
      cases.push(...findCases(clause, counted, lexicon));
    }
    for (const sentence of sentences) {
      pointers.push(...findPointers(sentence, lexicon));
      const absence = findAbsence(sentence, amounts.get(sentence) ?? amountsIn(sentence, lexicon), lexicon);
      if (absence !== undefined) absences.push(absence);
      if (saysWhyPointsAreMissing(sentence, lexicon))
        deductions.push({ span: spanIn(sentence, { start: 0, end: sentence.folded.length }) });
    }
  }
  return { counts, unlistedCounts, pointers, absences, cases, deductions };
}
