import type { Rule } from '../model/rule.js';
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

/** The catalogue, in its order. */
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
