import { z } from 'zod';

const phrases = z.array(z.string().min(1)).min(1);

/** Words of src/extraction/scores and src/rules/score: pipelines/vocabulary/scores.yaml. */
export const scoresVocabularySchema = z.strictObject({
  /** Words that say that the points are the agency's own claim. */
  ownClaims: phrases,
  /** Words directly before points that claim them only beside a maximum or a unit. */
  weakLeads: phrases,
  /** Words that may stand between a claim's words and its points. */
  fillers: phrases,
  units: phrases,
  /** Directly behind points, beside a maximum: `5/5đ`. */
  shortUnit: z.string().min(1),
  /** Before a criterion's name, where a paragraph that tells of it begins. */
  openings: phrases,
  totals: phrases,
  /** Headings of the section that states the total. */
  totalHeadings: phrases,
  maxima: phrases,
  /** `19 điểm trên tổng số 20`: words between points and maximum. */
  outOf: phrases,
  /** Directly before a number: not the points claimed. */
  notClaims: phrases,
  /** Anywhere before the number in its clause: a plan, not a result. */
  intentions: phrases,
  /** Others who score the report. */
  reviewers: phrases,
  /** Indices other than the one on anti-corruption work, with points of their own. */
  otherIndices: phrases,
  /** Behind `điểm`: a place, not a point. */
  notPoints: phrases,
  /** Before a rubric id. */
  idLeads: phrases,
  /** Points taken off the total, of no criterion. */
  deductions: phrases,
  notAssessed: phrases,
  /** Said alone in a clause: no points are claimed. */
  notAssessedAlone: phrases,
  /** Before `notAssessedAlone`, behind what it follows from. */
  therefore: phrases,
  /** `tiêu chí này không đánh giá`: what is not assessed. */
  notAssessedSubjects: phrases,
  table: z.strictObject({
    index: phrases,
    title: phrases,
    max: phrases,
    claim: phrases,
    review: phrases,
    evidence: phrases,
    /** Columns that say why points are missing, or could. */
    remarks: phrases,
    total: phrases,
    subtotal: phrases,
    /** A cell that stands for "not assessed" by itself. */
    blanks: phrases,
  }),
  /** In a criterion's name: it asks for violations other than corruption. */
  otherViolations: phrases,
  /** In a cited document: it can be the evidence of an inspection. */
  inspections: phrases,
  /** Types of document, as written, that bind those below when another agency issues them. */
  planTypes: phrases,
});

export type ScoresVocabulary = z.infer<typeof scoresVocabularySchema>;
