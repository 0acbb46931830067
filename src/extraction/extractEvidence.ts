import type { Span } from '../model/document-text.js';
import type { AbsenceStatement, CountedResult, DeductionReason, ReportedCase } from '../model/facts.js';
import { sentencesIn } from '../text/sentences.js';
import { findAbsence } from './evidence/findAbsence.js';
import { findCases } from './evidence/findCases.js';
import { findCounts } from './evidence/findCounts.js';
import { findUnlistedCounts } from './evidence/findUnlistedCounts.js';
import { evidenceLexiconOf } from './evidence/lexicon.js';
import { saysWhyPointsAreMissing } from './evidence/saysWhyPointsAreMissing.js';
import { lexiconOf } from './figures/lexicon.js';
import { stretchOf } from './figures/Stretch.js';
import type { ExtractionInput } from './input.js';
import { saidIn } from './saidIn.js';

export interface Evidence {
  readonly counts: readonly CountedResult[];
  readonly unlistedCounts: readonly Span[];
  readonly absences: readonly AbsenceStatement[];
  readonly cases: readonly ReportedCase[];
  readonly deductions: readonly DeductionReason[];
}

/** What a section offers besides documents: counted results, absences, cases, reasons for deductions. */
export function extractEvidence(input: ExtractionInput): Evidence {
  const { text, pipeline } = input;
  const figures = lexiconOf(pipeline.vocabulary.figures);
  const lexicon = evidenceLexiconOf(pipeline.vocabulary.evidence);
  const counts: CountedResult[] = [];
  const unlistedCounts: Span[] = [];
  const absences: AbsenceStatement[] = [];
  const cases: ReportedCase[] = [];
  const deductions: DeductionReason[] = [];
  for (const paragraph of saidIn(input)) {
    for (const clause of sentencesIn(text, paragraph, pipeline.vocabulary.text, { clauses: true })) {
      const stretch = stretchOf(text, clause, figures);
      counts.push(...findCounts(stretch, lexicon));
      unlistedCounts.push(...findUnlistedCounts(stretch, lexicon));
      cases.push(...findCases(stretch, lexicon));
    }
    for (const sentence of sentencesIn(text, paragraph, pipeline.vocabulary.text)) {
      const absence = findAbsence(stretchOf(text, sentence, figures), lexicon);
      if (absence !== undefined) absences.push(absence);
      const printed = text.text.slice(sentence.start, sentence.end);
      if (saysWhyPointsAreMissing(printed, lexicon)) deductions.push({ span: sentence });
    }
  }
  return { counts, unlistedCounts, absences, cases, deductions };
}
