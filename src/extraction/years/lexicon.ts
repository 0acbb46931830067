import type { EvidenceVocabulary } from '../../model/vocabulary/evidence.js';
import { alternatives } from '../alternatives.js';

/** The words around years, ready for matching on folded text. */
export interface YearLexicon {
  readonly reported: RegExp;
  readonly comparison: RegExp;
  readonly planTermBefore: RegExp;
  readonly intention: RegExp;
  readonly legalBefore: RegExp;
  readonly documentBefore: RegExp;
  readonly index: RegExp;
  readonly timeBefore: RegExp;
  readonly headBefore: RegExp;
  /** `Trong năm báo cáo,` at the start of a clause. */
  readonly reportedOpening: RegExp;
  readonly outcomeBehind: RegExp;
  readonly result: RegExp;
}

const compiled = new WeakMap<EvidenceVocabulary['years'], YearLexicon>();

export function yearLexiconOf(years: EvidenceVocabulary['years']): YearLexicon {
  const known = compiled.get(years);
  if (known !== undefined) return known;
  const made = compile(years);
  compiled.set(years, made);
  return made;
}

function compile(years: EvidenceVocabulary['years']): YearLexicon {
  const any = (phrases: readonly string[]) => new RegExp(alternatives(phrases));
  return {
    reported: any(years.reported),
    comparison: new RegExp(
      `${alternatives(years.comparisons)}|(?!${alternatives(years.notChanges)})${alternatives(years.changes)}\\s+(?:[a-z]+\\s+){0,2}?\\d`,
    ),
    planTermBefore: new RegExp(`${alternatives(years.planTerms)}\\s*(?:nam\\s*)?$`),
    intention: any(years.intentions),
    // A law's name may hold a comma (`Luật Phòng, chống tham nhũng năm 2018`); a title's words stand before its year.
    legalBefore: new RegExp(`${alternatives(years.legal)}[^.;:]{0,60}$`),
    documentBefore: new RegExp(`${alternatives(years.documents)}[^.;:]{0,80}$`),
    index: any(years.indices),
    // `Trong kỳ báo cáo năm 2022`, `Trong năm báo cáo (năm 2022)`: the year itself is named, not a report of it.
    timeBefore: new RegExp(
      `(?:^|[\\s,;:(])${alternatives(years.times)}(?:\\s+${alternatives(years.reported)}\\s*[(,]?)?\\s*$`,
    ),
    headBefore: new RegExp(`^${alternatives(years.timeHeads)}(?:\\s+[a-z]+){0,8}\\s*$`),
    reportedOpening: new RegExp(
      `^(?:${alternatives(years.times)}\\s+)?${alternatives(years.reported)}(?:\\s+nay)?\\s*,\\s*`,
    ),
    outcomeBehind: new RegExp(`^\\s*(?::\\s*\\d|${alternatives(years.outcomes)})`),
    result: any(years.results),
  };
}
