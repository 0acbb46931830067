import type { RoundRule } from '../model/round.js';
import type { Rule } from '../model/rule.js';
import { rule as attachmentShared } from './batch/attachment-shared/rule.js';
import { rule as copiedText } from './batch/copied-text/rule.js';
import { rule as dateDisagrees } from './batch/date-disagrees/rule.js';
import { rule as lastYearNumber } from './batch/last-year-number/rule.js';
import { rule as lastYearText } from './batch/last-year-text/rule.js';
import { rule as missingAgency } from './batch/missing-agency/rule.js';
import { rule as registerContradiction } from './batch/register-contradiction/rule.js';
import { rule as scoreJump } from './batch/score-jump/rule.js';
import { rule as scoreOutlier } from './batch/score-outlier/rule.js';
import { rule as conflictingDate } from './citation/conflicting-date/rule.js';
import { rule as contradictsRegistry } from './citation/contradicts-registry/rule.js';
import { rule as futureDate } from './citation/future-date/rule.js';
import { rule as impossibleDate } from './citation/impossible-date/rule.js';
import { rule as incomplete } from './citation/incomplete/rule.js';
import { rule as malformedSymbol } from './citation/malformed-symbol/rule.js';
import { rule as normativeWithoutYear } from './citation/normative-without-year/rule.js';
import { rule as numberOutOfSequence } from './citation/number-out-of-sequence/rule.js';
import { rule as typeSymbolMismatch } from './citation/type-symbol-mismatch/rule.js';
import { rule as unnumbered } from './citation/unnumbered/rule.js';
import { rule as yearMismatch } from './citation/year-mismatch/rule.js';
import { rule as boilerplate } from './evidence/boilerplate/rule.js';
import { rule as itemUncovered } from './evidence/item-uncovered/rule.js';
import { rule as notSubmitted } from './evidence/not-submitted/rule.js';
import { rule as outOfPeriod } from './evidence/out-of-period/rule.js';
import { rule as reused } from './evidence/reused/rule.js';
import { rule as percentageMismatch } from './figure/percentage-mismatch/rule.js';
import { rule as rankOutOfRange } from './figure/rank-out-of-range/rule.js';
import { rule as sumMismatch } from './figure/sum-mismatch/rule.js';
import { rule as deductionUnexplained } from './score/deduction-unexplained/rule.js';
import { rule as exceedsMaximum } from './score/exceeds-maximum/rule.js';
import { rule as fullMarksOnAbsence } from './score/full-marks-on-absence/rule.js';
import { rule as fullMarksWithoutEvidence } from './score/full-marks-without-evidence/rule.js';
import { rule as maximumDiffersFromRubric } from './score/maximum-differs-from-rubric/rule.js';
import { rule as missingCriterion } from './score/missing-criterion/rule.js';
import { rule as subtotalMismatch } from './score/subtotal-mismatch/rule.js';
import { rule as totalMismatch } from './score/total-mismatch/rule.js';
import { rule as contradiction } from './structure/contradiction/rule.js';
import { rule as headingGap } from './structure/heading-gap/rule.js';
import { rule as missingIdentity } from './structure/missing-identity/rule.js';
import { rule as missingSection } from './structure/missing-section/rule.js';
import { rule as resultYearMismatch } from './structure/year-mismatch/rule.js';

/** The rules about one report, in the catalogue's order. */
export const rules: readonly Rule[] = [
  exceedsMaximum,
  maximumDiffersFromRubric,
  totalMismatch,
  subtotalMismatch,
  missingCriterion,
  fullMarksWithoutEvidence,
  fullMarksOnAbsence,
  deductionUnexplained,
  outOfPeriod,
  boilerplate,
  reused,
  itemUncovered,
  notSubmitted,
  conflictingDate,
  impossibleDate,
  futureDate,
  yearMismatch,
  numberOutOfSequence,
  contradictsRegistry,
  typeSymbolMismatch,
  normativeWithoutYear,
  malformedSymbol,
  incomplete,
  unnumbered,
  percentageMismatch,
  sumMismatch,
  rankOutOfRange,
  missingSection,
  missingIdentity,
  contradiction,
  resultYearMismatch,
  headingGap,
];

/** The rules that compare the reports of a round, in the catalogue's order. */
export const roundRules: readonly RoundRule[] = [
  copiedText,
  dateDisagrees,
  scoreOutlier,
  missingAgency,
  registerContradiction,
  attachmentShared,
  lastYearText,
  lastYearNumber,
  scoreJump,
];

/** What the catalogue says of a rule, whatever it looks at. */
export type CatalogueEntry = Pick<Rule | RoundRule, 'id' | 'severity' | 'title' | 'needsRubric'>;

/** The whole catalogue. */
export const catalogue: readonly CatalogueEntry[] = [...rules, ...roundRules];
