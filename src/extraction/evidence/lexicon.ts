import type { EvidenceVocabulary } from '../../model/vocabulary/evidence.js';
import { fold } from '../../text/fold.js';
import { alternatives } from '../alternatives.js';
import { atEnd } from '../atEnd.js';

/** The vocabulary of evidence, ready for matching on folded text; numerals on lower-case text with its diacritics. */
export interface EvidenceLexicon {
  readonly intention: RegExp;
  /** On printed text: without diacritics `mời` is `mỗi`. */
  readonly scheduleBefore: RegExp;
  /** On printed text, from behind the number and its unit on. */
  readonly rateBehind: RegExp;
  /** Behind a number: no noun that it could count; as printed. */
  readonly notCounted: ReadonlySet<string>;
  /** Up to the number. */
  readonly handlingBefore: RegExp;
  /** A file's name or words for an enclosure. */
  readonly pointers: RegExp;
  readonly numerals: RegExp;
  readonly numeralOf: (printed: string) => number | undefined;
  readonly denials: RegExp;
  /** A whole sentence that denies; group `label`. */
  readonly bare: RegExp;
  readonly bareLabel: RegExp;
  readonly lacks: RegExp;
  /** `cán bộ, công chức` */
  readonly bodies: RegExp;
  readonly deed: RegExp;
  /** On printed text: without diacritics `nếu` is `nêu`. */
  readonly denialSetAside: RegExp;
  readonly further: RegExp;
  readonly zeroUnits: ReadonlySet<string>;
  readonly zeroResult: RegExp;
  readonly caseUnits: ReadonlySet<string>;
  readonly caseByItself: ReadonlySet<string>;
  readonly caseVerbs: RegExp;
  readonly weakCaseVerb: RegExp;
  readonly passiveCase: RegExp;
  /** On printed text. */
  readonly caseSetAside: RegExp;
  readonly petitionNext: RegExp;
  readonly recipientBefore: RegExp;
  readonly notMatters: RegExp;
  readonly matters: ReadonlyMap<string, RegExp>;
  /** Of one syllable, which without diacritics is many words (`trừ`, `trụ sở`, `lưu trữ`): on printed text. */
  readonly shortReasons: RegExp;
  /** Where it finds nothing no reason is given; short ones are told apart as printed. */
  readonly mayBeReasons: RegExp;
  readonly notReasons: RegExp;
  /** `không có hồ sơ nào quá hạn` */
  readonly deniedReasons: RegExp;
  readonly reasons: RegExp;
}

const compiled = new WeakMap<EvidenceVocabulary, EvidenceLexicon>();

export function evidenceLexiconOf(vocabulary: EvidenceVocabulary): EvidenceLexicon {
  const known = compiled.get(vocabulary);
  if (known !== undefined) return known;
  const made = compile(vocabulary);
  compiled.set(vocabulary, made);
  return made;
}

function compile({
  counts,
  pointers,
  absences,
  cases,
  matters,
  notMatters,
  deductions,
}: EvidenceVocabulary): EvidenceLexicon {
  const any = (phrases: readonly string[], flags = '') => new RegExp(alternatives(phrases), flags);
  const few = '(?:(?:bat\\s+ky|bat\\s+cu|mot|cac|nhung|phat\\s+sinh|phat\\s+hien|xay\\s+ra)\\s+)?';
  const numerals = new Map(Object.entries(counts.numerals));
  const short = deductions.reasons.filter((reason) => !reason.includes(' '));
  const verbs = alternatives(cases.verbs);
  const bodies = alternatives(absences.bodies);
  const shortfall = `${alternatives(deductions.shortfalls)}\\s+(?:[a-z]+\\s+){0,2}?${alternatives(deductions.achievements)}`;
  const reason = `(?:${alternatives(deductions.reasons)}|${shortfall})`;
  const longReasons = `${alternatives(deductions.reasons.filter((one) => !short.includes(one)))}|${shortfall}`;
  const between = `(?:(?!${alternatives(deductions.turns)})[a-z]+\\s+){0,6}?`;
  const denial = `(?:${alternatives(deductions.denials)}\\s+${between}|${alternatives(deductions.bareDenials)}\\s+)`;
  return {
    intention: any(counts.intentions),
    notCounted: new Set(counts.notCounted),
    rateBehind: new RegExp(`^\\s*${printed(counts.rates).source}`, 'iu'),
    scheduleBefore: new RegExp(atEnd(`${printed(counts.schedules).source}(?:\\s+\\p{L}+){0,3}\\s*`), 'iu'),
    handlingBefore: new RegExp(atEnd(`${alternatives(cases.handling)}(?:\\s+doi\\s+voi)?\\s*`)),
    pointers: new RegExp(`${alternatives(pointers.words)}|\\w\\.(?:${pointers.fileEndings.join('|')})(?![a-z])`, 'g'),
    numerals: new RegExp(`(?<!\\p{L})(?:${[...numerals.keys()].join('|')})(?!\\p{L})`, 'gu'),
    numeralOf: (printed) => numerals.get(printed),
    denials: any(absences.denials, 'g'),
    bare: new RegExp(`^(?<label>[^:]*:)?[^a-z0-9:]*${alternatives(absences.bare)}[^a-z0-9]*$`),
    bareLabel: any([...absences.bareLabels, ...absences.denied]),
    lacks: new RegExp(`${alternatives(absences.lacks)}\\s+${few}(?<denied>${alternatives(absences.denied)})?`, 'g'),
    bodies: new RegExp(`^${bodies}(?:(?:\\s*,|\\s+va|\\s+hoac|\\s+hay)?\\s+${bodies})*`),
    deed: any(absences.deeds),
    denialSetAside: printed(absences.setAside),
    further: any(absences.further),
    zeroUnits: new Set(absences.zeroUnits.map(fold)),
    zeroResult: any(absences.zeroResults),
    caseUnits: new Set(cases.units.map(fold)),
    caseByItself: new Set(cases.byThemselves.map(fold)),
    weakCaseVerb: any(cases.weakVerbs),
    caseVerbs: new RegExp(verbs, 'g'),
    passiveCase: new RegExp(`(?<![a-z])(?:duoc|bi)\\s+(?:[a-z]+\\s+){0,2}?${verbs}`),
    caseSetAside: printed(cases.setAside),
    petitionNext: new RegExp(`^\\s*(?:[a-z]+\\s+){0,2}?${alternatives(cases.petitions)}`),
    recipientBefore: new RegExp(atEnd(`${alternatives(cases.recipients)}\\s*`)),
    notMatters: any(notMatters, 'g'),
    matters: new Map(Object.entries(matters).map(([matter, phrases]) => [matter, any(phrases)])),
    notReasons: any(deductions.notReasons, 'g'),
    shortReasons: printed(short.flatMap((reason) => [reason, fold(reason)])),
    mayBeReasons: new RegExp(`(?<![a-z])(?:${short.map(fold).join('|')})(?![a-z])|${longReasons}`),
    reasons: new RegExp(longReasons),
    deniedReasons: new RegExp(`${denial}${reason}(?:\\s*(?:,|va|hoac|hay)?\\s*${reason})*`, 'g'),
  };
}

/** Any of the phrases as printed, in any case. */
function printed(phrases: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'iu');
}
